import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from eplan.document import Loc
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.law import is_sure
from eplan.messages import say
from eplan.models.law import Renaming
from eplan.models.plan import Plan
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule
from eplan.wording import texts

_QUOTED = re.compile("《[^》]*》")


@rule(
    "L408",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "purpose: 有力有序扑救森林火灾，减少伤亡和损失。\n",
            "purpose: 会同市安监局扑救森林火灾，减少伤亡和损失。  # <- L408\n",
        ),
        year=2025,
    ),
    good=sound_folder(
        (
            "purpose: 有力有序扑救森林火灾，减少伤亡和损失。\n",
            "purpose: 依据《某市安监局工作规则》扑救森林火灾，减少伤亡和损失。\n",
        ),
        year=2025,
    ),
    as_of=date(2025, 12, 31),
)
def obsolete_name(repository: Repository) -> Iterator[Found]:
    """A plan calls agencies and things by the names that they have.

    A name that was out of use when the plan was issued is a warning, one that went out of use since then a hint. All places
    of one name in one plan are one finding.

    ## Why

    A caller asks the exchange for an office that no longer exists.

    ## Source

    practice; 国务院机构改革方案（2008年）, 2018年机构改革方案, from knowledge; the list is in src/eplan/law/renamings.yaml

    ## Not caught

    Old names in quoted titles 《…》, among the instruments cited, in the plan above and in the record of the edition. Old
    names inside longer new ones. Offices that were renamed only here.
    """
    renamings = tuple(item for item in repository.on.law.renamings if item.since <= repository.as_of)
    if not renamings:
        return
    names = _Names(renamings)
    for plan in repository.standing_plans:
        if names.may_stand_in(plan):
            yield from _obsolete(plan, names)


class _Names:
    """Old names, and a pattern that finds them but for those that stand inside a new one."""

    def __init__(self, renamings: Iterable[Renaming]) -> None:
        self.by_old: Mapping[str, Renaming] = {item.old: item for item in renamings}
        news = {item.new for item in self.by_old.values()} - self.by_old.keys()
        words = sorted({*self.by_old, *news}, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, words)))
        self.prefilter = re.compile("|".join(map(re.escape, self.by_old)))

    def may_stand_in(self, plan: Placed[Plan]) -> bool:
        return self.prefilter.search(plan.document.text) is not None

    def found_in(self, text: str) -> Iterator[Renaming]:
        matches = self.pattern.finditer(_QUOTED.sub("", text))
        return (self.by_old[match[0]] for match in matches if match[0] in self.by_old)


def _obsolete(plan: Placed[Plan], names: _Names) -> Iterator[Found]:
    issued = plan.model.edition.issued or plan.on.as_of
    for loc, text in _words(plan):
        for item in dict.fromkeys(renaming.old for renaming in names.found_in(text)):
            renaming = names.by_old[item]
            yield Found(
                plan.at(*loc),
                say(
                    "'{old}' has been called '{new}' since {since}: write the new name",
                    old=renaming.old,
                    new=renaming.new,
                    since=renaming.since,
                ),
                cause=f"{plan.document.path}:{renaming.old}",
                severity=Severity.WARNING if renaming.since <= issued else Severity.INFO,
                is_doubtful=not is_sure(renaming),
            )


def _words(plan: Placed[Plan]) -> Iterator[tuple[Loc, str]]:
    """The texts of the plan, and the units that stand as keys."""
    yield from texts(plan.document.data)
    duties = plan.model.command.duties if plan.model.command else {}
    yield from ((("command", "duties", unit), unit) for unit in duties)

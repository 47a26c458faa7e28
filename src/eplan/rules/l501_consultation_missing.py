from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.obligations import binding
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_GOVERNMENT_PLANS = frozenset(
    ("overall", "special", "department", "support", "target-protection", "event", "joint", "township")
)


@rule(
    "L501",
    severity=Severity.INFO,
    bad=sound_folder(
        ("  consulted:\n", "  consulted:  # <- L501\n"),
        ("    - {unit: 区公安分局, date: 2012-07-20, reply: 同意}\n", ""),
    ),
    good=sound_folder(),
)
def consultation_missing(repository: Repository) -> Iterator[Found]:
    """Every unit that a plan gives a duty was asked for its opinion before the plan was approved.

    The units under `command.duties`, groups of units by their members, but for the owner and what belongs to it.

    ## Why

    A duty that nobody was asked about is contested on the day it is needed.

    ## Source

    国办发〔2013〕101号 第十七条、国办发〔2024〕5号 第二十二条：涉及其他单位职责的，应当书面征求相关单位意见; practice before 2013-10-25

    ## Not caught

    Plans of units and villages, drafts, withdrawn plans; units that only stand in working groups or actions; what the
    answer was. Members of a group whose members are unknown. Plans that name an unknown unit there (R101).
    """
    for plan in repository.plans_in_force:
        edition, today = plan.model.edition, plan.on.as_of
        if plan.model.kind not in _GOVERNMENT_PLANS:
            continue
        missing = _not_asked(plan, repository)
        if missing:
            rows = binding(plan, repository, "consultation", edition.issued or today)
            yield Found(
                plan.at("edition", "consulted"),
                say(
                    "the plan gives these units duties, but they were not asked for their opinion: {units}: "
                    "ask them and add them to `consulted`",
                    units=missing,
                ),
                basis=rows,
                severity=heaviest(rows, Severity.INFO),
            )


def _not_asked(plan: Placed[Plan], repository: Repository) -> list[str]:
    duties = plan.model.command.duties if plan.model.command else {}
    consulted = (item.unit for item in plan.model.edition.consulted)
    if not duties or repository.is_unsure((plan.model.owner, *duties, *consulted)):
        return []
    asked = {
        *repository.expand(item.unit for item in plan.model.edition.consulted),
        repository.canonical(plan.model.owner),
    }
    return [
        unit for unit in repository.expand(duties) if unit not in asked and not _belongs_to(unit, asked, repository)
    ]


def _belongs_to(unit: str, asked: set[str], repository: Repository) -> bool:
    """A part of a unit that was asked, or of the owner."""
    record = repository.unit_by_name.get(unit)
    parent = record.model.parent if record else None
    return parent is not None and repository.canonical(parent) in asked and not _is_government(parent, repository)


def _is_government(name: str, repository: Repository) -> bool:
    record = repository.unit_by_name.get(name)
    return record is not None and record.model.kind == "government"

from collections.abc import Iterator

from eplan.contents import lacks, name_of
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.law import severity_of
from eplan.messages import Message, say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.obligations import binding
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "P101",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("title: 某区森林火灾应急预案\n", "title: 某区森林火灾应急预案  # <- P101\n"),
        ("recovery: [核定损失, 安置受灾群众, 补植更新]\n", ""),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def required_part_missing(repository: Repository) -> Iterator[Found]:
    """A plan holds every part that is asked of its kind, structure and hazards on the day of the check.

    One finding names all parts that were not found, each with who asks for it. A part counts when it is written as data,
    when a further section is so titled, or a mechanism is called by its name; the title of an annex counts for a list that
    is asked for. A part that is written and left empty is P102.

    ## Why

    Whoever opens the plan at night looks for the part he needs; the review asks for the same list.

    ## Source

    突发事件应对法 (2007) 第十八条、(2024) 第二十八条, and the regulations, rules and standards for kinds of plan and hazard, each between its own days

    ## Not caught

    What stands in a part: whether it is good. Parts that hide in the text of another part without a heading. Parts that
    a standard names and the data have no place for, such as 注意事项.
    """
    for plan in repository.standing_plans:
        missing = {part: rows for part, rows in _asked(plan, repository).items() if lacks(plan, part)}
        if missing:
            basis = tuple({row.id: row for rows in missing.values() for row in rows}.values())
            yield Found(
                plan.at("title"),
                say("not found in this plan: {parts}: write them", parts=[*_told(missing, plan)]),
                basis=basis,
                severity=max(map(severity_of, basis)),
            )


def _asked(plan: Placed[Plan], repository: Repository) -> dict[str, list[Requirement]]:
    """The parts asked of a plan, each with the requirements that ask for it."""
    found: dict[str, list[Requirement]] = {}
    for about in ("plan-content", "plan-annexes"):
        for row in binding(plan, repository, about, repository.as_of):
            for part in row.includes:
                found.setdefault(part, []).append(row)
    return found


def _told(missing: dict[str, list[Requirement]], plan: Placed[Plan]) -> Iterator[Message]:
    """The parts by the heaviest requirement that asks for them."""
    by_row: dict[str, tuple[Requirement, list[Message]]] = {}
    for part, rows in missing.items():
        heaviest = max(rows, key=severity_of)
        words = say("{part} `{key}`", part=name_of(part), key=part)
        by_row.setdefault(heaviest.id, (heaviest, []))[1].append(words)
    for row, parts in by_row.values():
        yield say("{parts} ({basis})", parts=parts, basis=plan.on.law.basis(row))

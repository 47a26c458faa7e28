from collections.abc import Iterator

from eplan.document import Loc
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import ASIDE

_WITH_PROSE = ("sections", "mechanisms", "principles", "recovery", "command", "information", "support", "management")


@rule(
    "P102",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("recovery: [核定损失, 安置受灾群众, 补植更新]\n", "recovery: []  # <- P102\n"),
        ("annexes:", 'sections:\n  - title: 附则\n    text: ""  # <- P102\nannexes:'),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def part_empty(plan: Placed[Plan]) -> Iterator[Found]:
    """A part or section that is written holds something.

    ## Why

    An empty heading in the printed book says that the plan was not finished, and a check that only looks for headings
    would let it pass.

    ## Source

    practice; 国办函〔2004〕33号 框架指南

    ## Not caught

    Actions: what they leave open is P201 and P202. Dates and papers of the edition.
    """
    for loc in _empty(plan):
        yield Found(
            plan.at(*loc),
            say("'{part}' is written but empty: fill it or take it out", part=plan.at(*loc).name),
            cause=f"{plan.document.path}:{loc[0]}",
        )


def _empty(plan: Placed[Plan]) -> Iterator[Loc]:
    data = plan.document.data
    for key, value in data.items():
        if key not in ASIDE and (_is_blank(value) or (not value and isinstance(value, tuple | dict))):
            yield (key,)
    duties = (data.get("command") or {}).get("duties")
    yield from (("command", "duties", unit) for unit, duty in (duties or {}).items() if _is_blank(duty))
    for part in _WITH_PROSE:
        inside = data.get(part)
        if inside.__class__ is dict:
            yield from ((part, key) for key, value in inside.items() if _is_blank(value))
        elif inside.__class__ is tuple:
            yield from (loc for index, item in enumerate(inside) for loc in _blank_inside((part, index), item))


def _blank_inside(loc: Loc, item: object) -> Iterator[Loc]:
    """An item of a list that is blank, or a section or mechanism that is a heading without text."""
    if _is_blank(item):
        yield loc
    elif isinstance(item, dict) and _is_blank(item.get("text")):
        yield (*loc, "text")


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()

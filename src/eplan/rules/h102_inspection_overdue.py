from collections.abc import Iterator, Mapping
from datetime import date

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import Message, say
from eplan.models.hazards import Hazard
from eplan.models.quantities import Duration
from eplan.obligations import asked_of, next_due
from eplan.repository import Placed
from eplan.rule import Found, rule

_USUAL: Mapping[int | None, Duration] = {1: Duration(3, "mo"), 2: Duration(3, "mo"), 3: Duration(6, "mo")}
"""Practice, by level; a hazard of the lowest level, or without one, is inspected once a year."""
_YEARLY = Duration(1, "y")
_HAZARD = """\
hazards:
  - id: 滑坡1
    kind: geological-disaster
    place: 北街后山
    unit: 北街街道
    level: 3
    registered: 2011-06-01
    assessed: 2011-06-20
    inspected: [2012-03-20, 2012-11-20]
    no-plan-needed: 街道总体预案已包括
"""
_UNITS = """\
units:
  - {name: 北街街道, kind: street}
"""


@rule(
    "H102",
    severity=Severity.INFO,
    bad={
        "data/hazards.yaml": _HAZARD.replace(
            "    inspected: [2012-03-20, 2012-11-20]", "    inspected: [2012-03-20, 2012-05-20]  # <- H102"
        ),
        "data/units.yaml": _UNITS,
    },
    good={"data/hazards.yaml": _HAZARD, "data/units.yaml": _UNITS},
)
def inspection_overdue(hazard: Placed[Hazard]) -> Iterator[Found]:
    """A hazard of the register is inspected in time.

    The law asks for regular inspections (定期) and mostly gives no number. Where a requirement in force gives one, it
    counts; else practice: levels 1 and 2 every three months, level 3 every six, level 4 or none once a year. The interval
    runs from the last inspection; a hazard that was never inspected in that time after its registration breaks the law
    itself. Every hazard is its own finding.

    ## Why

    A crack widens between two visits, not during them.

    ## Source

    突发事件应对法 (2007) 第二十条、(2024) 第三十三条：定期进行检查、监控 (no interval); the intervals are practice, and a district may set its own in eplan.yaml (`hazard-inspection`)

    ## Not caught

    Seasons: a slope in the rains is looked at more often than this. Who inspected, and what was found.
    """
    model, today = hazard.model, hazard.on.as_of
    last = max((day for day in model.inspected if day <= today), default=None)
    bound = asked_of(hazard, "hazard-inspection")
    asked = tuple(row for row in bound if row.every)
    usual = _USUAL.get(model.level, _YEARLY)
    start = last or model.registered
    every = [row.every for row in asked if row.every] or [usual]
    due = min(next_due(item, start) for item in every) if start else None
    if due and due >= today:
        return
    rows = bound if last is None else asked
    yield Found(
        hazard.at("inspected"), _complaint(hazard, last, due), basis=rows, severity=heaviest(rows, Severity.INFO)
    )


def _complaint(hazard: Placed[Hazard], last: date | None, due: date | None) -> Message:
    model = hazard.model
    if last is None:
        return say(
            "hazard {id} ({place}) has never been inspected: inspect it and write the day",
            id=model.id,
            place=model.place,
        )
    return say(
        "hazard {id} ({place}, level {level}) was last inspected on {last}; the next inspection was due by {due}: inspect it "
        "and write the day",
        id=model.id,
        place=model.place,
        level=model.level or say("unknown"),
        last=last,
        due=due,
    )

from collections.abc import Iterator
from datetime import timedelta

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.obligations import asked_of
from eplan.repository import Placed
from eplan.rule import Found, rule

_GRACE = timedelta(days=30)
"""Practice: an assessment is made within a month of registration."""
_HAZARD = """\
hazards:
  - id: 滑坡1
    kind: geological-disaster
    place: 北街后山
    unit: 北街街道
    level: 3
    registered: 2012-06-01
    assessed: 2012-06-20
    inspected: [2012-11-20]
    no-plan-needed: 街道总体预案已包括
"""
_UNITS = """\
units:
  - {name: 北街街道, kind: street}
"""


@rule(
    "H101",
    severity=Severity.WARNING,
    bad={
        "data/hazards.yaml": _HAZARD.replace("  - id: 滑坡1", "  - id: 滑坡1  # <- H101").replace(
            "    assessed: 2012-06-20\n", ""
        ),
        "data/units.yaml": _UNITS,
    },
    good={"data/hazards.yaml": _HAZARD, "data/units.yaml": _UNITS},
)
def not_assessed(hazard: Placed[Hazard]) -> Iterator[Found]:
    """A hazard of the register has been assessed.

    A month after registration is waited, which is practice. Every hazard is its own finding.

    ## Why

    Without an assessment nobody knows which of forty hazards is to be watched tonight.

    ## Source

    突发事件应对法 (2007) 第二十条、(2024) 第三十三条：对危险源、危险区域进行调查、登记、风险评估

    ## Not caught

    How the assessment was made. How old it is: the law gives no interval, and changes are told by the level.
    """
    model, today = hazard.model, hazard.on.as_of
    if model.registered and today - model.registered <= _GRACE:
        return
    if model.assessed is None or model.assessed > today:
        rows = asked_of(hazard, "hazard-assessment")
        yield Found(
            hazard.at("assessed"),
            say(
                "hazard {id} ({place}) has not been assessed: assess it and write the day and the level",
                id=model.id,
                place=model.place,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.INFO),
        )

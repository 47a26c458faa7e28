from collections.abc import Iterator
from datetime import timedelta

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.obligations import asked_of
from eplan.repository import Placed
from eplan.rule import Found, rule

_MAJOR = (1, 2)
_GRACE = timedelta(days=30)
"""Practice: the law says 及时 and gives no number."""
_HAZARD = """\
hazards:
  - id: 滑坡1
    kind: geological-disaster
    place: 北街后山
    unit: 北街街道
    level: 2
    registered: 2012-06-01
    assessed: 2012-06-20
    inspected: [2012-11-20]
    published: 2012-06-20
    no-plan-needed: 已列入搬迁，住户全部撤离
"""
_UNITS = """\
units:
  - {name: 北街街道, kind: street}
"""


@rule(
    "H402",
    severity=Severity.WARNING,
    bad={
        "data/hazards.yaml": _HAZARD.replace("  - id: 滑坡1", "  - id: 滑坡1  # <- H402").replace(
            "    published: 2012-06-20\n", ""
        ),
        "data/units.yaml": _UNITS,
    },
    good={"data/hazards.yaml": _HAZARD, "data/units.yaml": _UNITS},
)
def major_hazard_unpublished(hazard: Placed[Hazard]) -> Iterator[Found]:
    """A major hazard (level 1 or 2) has been made public.

    A month after registration is waited, which is practice: the law says 及时. Every hazard is its own finding.

    ## Why

    Those who live below the slope are the first who must know.

    ## Source

    突发事件应对法 (2007) 第二十条、(2024) 第三十三条：登记的危险源、危险区域，应当按照国家规定及时向社会公布

    ## Not caught

    Hazards of levels 3 and 4, or without a level. Hazards that must be kept secret: accept the finding there.
    """
    model, today = hazard.model, hazard.on.as_of
    if model.level not in _MAJOR or (model.registered and today - model.registered <= _GRACE):
        return
    if model.published is None or model.published > today:
        rows = asked_of(hazard, "hazard-published")
        yield Found(
            hazard.at("published"),
            say(
                "hazard {id} ({place}) is of level {level} and has not been made public: publish it and write the day",
                id=model.id,
                place=model.place,
                level=model.level,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.INFO),
        )

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.repository import Placed
from eplan.rule import Found, rule

_HAZARD = """\
hazards:
  - id: 消火栓1
    kind: fire-facility
    place: 二街坊楼院
    unit: 北街街道
    level: 4
    registered: 2012-06-01
    assessed: 2012-06-20
    inspected: [2012-11-20]
    no-plan-needed: 街道总体预案已包括
    rectifications:
      - found: 2012-06-01
        measure: 修复无水消火栓
        owner: 北街街道
        due: 2012-10-31
        re-inspected: 2012-10-29
        closed: 2012-10-29
"""
_UNITS = """\
units:
  - {name: 北街街道, kind: street}
"""


@rule(
    "H203",
    severity=Severity.WARNING,
    bad={
        "data/hazards.yaml": _HAZARD.replace("        re-inspected: 2012-10-29\n", "").replace(
            "        closed: 2012-10-29\n", "        closed: 2012-10-29  # <- H203\n"
        ),
        "data/units.yaml": _UNITS,
    },
    good={"data/hazards.yaml": _HAZARD, "data/units.yaml": _UNITS},
)
def closed_without_reinspection(hazard: Placed[Hazard]) -> Iterator[Found]:
    """A rectification is inspected again before it is closed.

    ## Why

    Who has to remove a hazard must not be the one who says that it is gone.

    ## Source

    practice; 隐患整改复查销号制度

    ## Not caught

    Who inspected again.
    """
    for index, item in enumerate(hazard.model.rectifications):
        if item.closed is None or item.closed > hazard.on.as_of:
            continue
        if item.re_inspected is None or item.re_inspected > item.closed:
            yield Found(
                hazard.at("rectifications", index, "closed"),
                say(
                    "hazard {id} ({place}): '{measure}' was closed on {closed} without a re-inspection: inspect it and fill in "
                    "`re-inspected`",
                    id=hazard.model.id,
                    place=hazard.model.place,
                    measure=item.measure or say("the rectification"),
                    closed=item.closed,
                ),
            )

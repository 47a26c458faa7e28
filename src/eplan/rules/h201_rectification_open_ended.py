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
        due: 2013-01-31
"""
_UNITS = """\
units:
  - {name: 北街街道, kind: street}
"""


@rule(
    "H201",
    severity=Severity.WARNING,
    bad={
        "data/hazards.yaml": _HAZARD.replace(
            "      - found: 2012-06-01", "      - found: 2012-06-01  # <- H201"
        ).replace("        owner: 北街街道\n        due: 2013-01-31\n", ""),
        "data/units.yaml": _UNITS,
    },
    good={"data/hazards.yaml": _HAZARD, "data/units.yaml": _UNITS},
)
def rectification_open_ended(hazard: Placed[Hazard]) -> Iterator[Found]:
    """Every rectification has an owner and a deadline until it is closed.

    ## Why

    What nobody has to do by no day is not done.

    ## Source

    practice; 隐患整改“五落实”：责任、措施、资金、期限、应急预案

    ## Not caught

    Rectifications that are closed. Whether the measure removes the hazard.
    """
    for index, item in enumerate(hazard.model.rectifications):
        if item.found > hazard.on.as_of or (item.closed and item.closed <= hazard.on.as_of):
            continue
        missing = [key for key, value in (("owner", item.owner), ("due", item.deadline)) if not value]
        if missing:
            yield Found(
                hazard.at("rectifications", index),
                say(
                    "hazard {id} ({place}): the rectification found on {found} lacks {missing}: fill it in",
                    id=hazard.model.id,
                    place=hazard.model.place,
                    found=item.found,
                    missing=[f"`{key}`" for key in missing],
                ),
            )

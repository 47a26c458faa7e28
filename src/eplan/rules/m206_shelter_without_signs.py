from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.resources import Shelter
from eplan.repository import Placed
from eplan.rule import Found, rule

_REST = """\
    name: 弄弄坪避难场所
    unit: 弄弄坪街道
    kind: emergency
    area-m2: 4800
    capacity: 2200
    keeper: 弄弄坪街道值班员
    phone: "0812-0000406"
    verified: 2012-08-24
    hazard-free: true
"""
_UNITS = "units:\n  - {name: 弄弄坪街道, kind: street}\n"


@rule(
    "M206",
    severity=Severity.WARNING,
    bad={
        "data/shelters.yaml": "shelters:\n  - id: 弄弄坪避难场所\n    signs: false  # <- M206\n" + _REST,
        "data/units.yaml": _UNITS,
    },
    good={
        "data/shelters.yaml": "shelters:\n  - id: 弄弄坪避难场所\n    signs: true\n" + _REST,
        "data/units.yaml": _UNITS,
    },
)
def shelter_without_signs(shelter: Placed[Shelter]) -> Iterator[Found]:
    """Signs show the way to every shelter.

    ## Why

    Strangers, children and everybody in the dark go where a sign points.

    ## Source

    自然灾害救助条例 第十一条：设立应急避难场所，并设置明显标志
    """
    if not shelter.model.signs:
        rows = tuple(row for row in shelter.on.requiring("shelter-signs", shelter.model.kind) if not row.hazards)
        yield Found(
            shelter.at("signs"),
            say("{shelter} has no signs: put them up and write `signs: true`", shelter=shelter.id),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )

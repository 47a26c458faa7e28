from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Duration
from eplan.models.resources import Shelter
from eplan.repository import Placed
from eplan.rhythm import lateness
from eplan.rule import Found, rule

_USUAL = Duration(2, "y")
_REST = """\
    name: 大渡口避难场所
    unit: 大渡口街道
    kind: emergency
    area-m2: 5200
    capacity: 2500
    keeper: 大渡口街道值班员
    phone: "0812-0000405"
    signs: true
    hazard-free: true
"""
_UNITS = "units:\n  - {name: 大渡口街道, kind: street}\n"


@rule(
    "M205",
    severity=Severity.INFO,
    bad={
        "data/shelters.yaml": "shelters:\n  - id: 大渡口避难场所\n    verified: 2010-09-20  # <- M205\n" + _REST,
        "data/units.yaml": _UNITS,
    },
    good={
        "data/shelters.yaml": "shelters:\n  - id: 大渡口避难场所\n    verified: 2012-09-20\n" + _REST,
        "data/units.yaml": _UNITS,
    },
)
def shelter_not_verified(shelter: Placed[Shelter]) -> Iterator[Found]:
    """Every shelter is inspected every two years.

    A shelter that is overdue is its own finding; those that were never inspected are one. A shorter interval holds
    where a requirement on `shelter-verified` sets one (also one in `eplan.yaml`).

    ## Why

    In two years a square becomes a car park, and the key goes to somebody else.

    ## Source

    北京市实施《中华人民共和国防震减灾法》规定 第十八条：每两年核定一次 (there from 2014-01-01); elsewhere practice
    """
    verified = shelter.model.verified
    if verified is None:
        yield Found(
            shelter.at("verified"),
            say(
                "{shelter} does not say when it was last inspected: inspect it and write the day (`verified`)",
                shelter=shelter.id,
            ),
            cause=f"unverified:{shelter.document.path}",
        )
        return
    rows = [row for row in shelter.on.requiring("shelter-verified", shelter.model.kind) if row.every]
    late = lateness(rows, _USUAL, verified, shelter.on.as_of)
    if late:
        yield Found(
            shelter.at("verified"),
            say(
                "{shelter} was last inspected on {verified}: inspect it again (due {due})",
                shelter=shelter.id,
                verified=verified,
                due=late.due,
            ),
            basis=late.rows,
            severity=late.severity,
        )

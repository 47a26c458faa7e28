from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.resources import Shelter
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "M201",
    severity=Severity.WARNING,
    bad={
        "data/shelters.yaml": """\
shelters:
  - id: 体育场避难场所
    name: 体育场避难场所
    unit: 区住建局
    kind: short
    area-m2: 9000
    capacity: 8000  # <- M201
    keeper: 区住建局值班员
    phone: "0812-0000404"
    signs: true
    verified: 2012-09-14
    hazard-free: true
""",
        "data/units.yaml": "units:\n  - {name: 区住建局, kind: department}\n",
    },
    good={
        "data/shelters.yaml": """\
shelters:
  - id: 体育场避难场所
    name: 体育场避难场所
    unit: 区住建局
    kind: short
    area-m2: 16000
    capacity: 8000
    keeper: 区住建局值班员
    phone: "0812-0000404"
    signs: true
    verified: 2012-09-14
    hazard-free: true
""",
        "data/units.yaml": "units:\n  - {name: 区住建局, kind: department}\n",
    },
)
def shelter_overcrowded(shelter: Placed[Shelter]) -> Iterator[Found]:
    """A shelter is not said to take more people than its area has room for.

    The square metres that each person needs depend on how long people stay (`kind`) and are set by the standards in
    force. `area-m2` is the effective area.

    ## Why

    A number that was hoped for is found out at night, when the last thousand stand at the gate.

    ## Source

    GB 21734-2008 5.4：人均居住面积大于1.5平方米（地震）; GB 51143-2015 (2021) 各类避难场所的人均有效避难面积 (unverified)

    ## Not caught

    Shelters without area or capacity; before 2022-03-01 emergency shelters, for which no number was in force.
    """
    area, capacity = shelter.model.area_m2, shelter.model.capacity
    if not area or not capacity:
        return
    rows = tuple(row for row in _asked(shelter) if row.at_least and row.at_least.amount * capacity > area)
    if rows:
        least = max((row.at_least for row in rows if row.at_least), key=lambda least: least.amount)
        yield Found(
            shelter.at("capacity"),
            say(
                "{shelter} is to take {capacity} people on {area} m²; at {least} it has room for {room}: "
                "correct the capacity",
                shelter=shelter.id,
                capacity=capacity,
                area=f"{area:g}",
                least=least,
                room=int(area / least.amount),
            ),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )


def _asked(shelter: Placed[Shelter]) -> Iterator[Requirement]:
    """The requirements on area; those for a hazard only where the shelter may be used for it."""
    for row in shelter.on.requiring("shelter-area", shelter.model.kind):
        if not row.hazards or set(row.hazards) - set(shelter.model.unsafe_for):
            yield row

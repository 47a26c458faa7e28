from collections.abc import Iterator

from eplan.distance import Circle, Spot, inside
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.resources import Shelter
from eplan.models.vocabulary import label
from eplan.repository import Repository
from eplan.rule import Found, rule

_HAZARDS = """\
hazards:
  - id: YH-03
    kind: geological-disaster
    place: 湖光社区北侧边坡
    unit: 湖光社区
    level: 2
    registered: 2012-05-18
    assessed: 2012-09-20
    inspected: [2012-12-11]
    published: 2012-06-01
    no-plan-needed: 例
    threatens: 坡脚住户 38 户
    radius-m: 150
    lat: 26.5932
    lon: 101.7074
"""
_UNITS = "units:\n  - {name: 湖光社区, kind: community}\n"


@rule(
    "M204",
    severity=Severity.WARNING,
    bad={
        "data/shelters.yaml": """\
shelters:
  - id: 北坡避难场所
    name: 北坡避难场所
    unit: 湖光社区
    kind: emergency
    area-m2: 3200
    capacity: 1600
    lat: 26.5926  # <- M204
    lon: 101.7079
    keeper: 湖光社区值班员
    phone: "0812-0000402"
    signs: true
    verified: 2012-11-06
    hazard-free: true
  - id: 河滩避难场所
    name: 河滩避难场所
    unit: 湖光社区
    kind: emergency
    area-m2: 3200
    capacity: 1600
    keeper: 湖光社区值班员
    phone: "0812-0000402"
    signs: true
    verified: 2012-11-06
    hazard-free: false  # <- M204
""",
        "data/hazards.yaml": _HAZARDS,
        "data/units.yaml": _UNITS,
    },
    good={
        "data/shelters.yaml": """\
shelters:
  - id: 湖光社区避难场所
    name: 湖光社区避难场所
    unit: 湖光社区
    kind: emergency
    area-m2: 3200
    capacity: 1600
    lat: 26.5880
    lon: 101.7092
    keeper: 湖光社区值班员
    phone: "0812-0000402"
    signs: true
    verified: 2012-11-06
    hazard-free: true
""",
        "data/hazards.yaml": _HAZARDS,
        "data/units.yaml": _UNITS,
    },
)
def shelter_in_hazard_area(repository: Repository) -> Iterator[Found]:
    """No shelter lies where a registered hazard reaches.

    A shelter is inside when its distance to the hazard is not more than the hazard's `radius-m`, or when it was itself
    found not to be hazard-free. A shelter that says for which hazards it must not be used (`unsafe-for`) has drawn the
    conclusion, and is not blamed for them.

    ## Why

    People were led out of the valley, to the foot of the slope that came down next.

    ## Source

    自然灾害救助条例 第十八条：安置地点避开可能发生次生自然灾害的区域; for shelters in general: practice

    ## Not caught

    Shelters and hazards without coordinates, hazards without a radius, areas that are not round.
    """
    yield from _inside(repository)
    for shelter in repository.of(Shelter):
        if shelter.model.hazard_free is False and not shelter.model.unsafe_for:
            yield Found(
                shelter.at("hazard-free"),
                say(
                    "{shelter} is not hazard-free: move it, or write for which hazards it must not be used (`unsafe-for`)",
                    shelter=shelter.id,
                ),
            )


def _inside(repository: Repository) -> Iterator[Found]:
    """The shelters that lie in the circle of a hazard of which they say nothing."""
    for spot, circle, distance in inside(_spots(repository), _circles(repository)):
        shelter, hazard = repository.shelter_by_id[spot.name], repository.hazard_by_id[circle.name]
        if hazard.model.kind not in shelter.model.unsafe_for:
            yield Found(
                shelter.at("lat"),
                say(
                    "{shelter} lies {distance} m from {hazard} ({kind}), which reaches {radius} m: move it, or write `unsafe-for`",
                    shelter=shelter.id,
                    distance=round(distance),
                    hazard=hazard.id,
                    kind=label(hazard.model.kind),
                    radius=round(circle.radius),
                ),
            )


def _spots(repository: Repository) -> Iterator[Spot]:
    for name, shelter in repository.shelter_by_id.items():
        if shelter.model.lat is not None and shelter.model.lon is not None:
            yield Spot(shelter.model.lat, shelter.model.lon, name)


def _circles(repository: Repository) -> Iterator[Circle]:
    for name, hazard in repository.hazard_by_id.items():
        model = hazard.model
        if model.lat is not None and model.lon is not None and model.radius_m:
            yield Circle(model.lat, model.lon, model.radius_m, name)

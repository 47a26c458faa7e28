from collections.abc import Iterator
from typing import NamedTuple

from eplan.clusters import clusters
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.resources import Shelter
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_EVERYBODY = 100.0
_SHELTER, _UNIT = "shelter", "unit"


class Catchment(NamedTuple):
    """Shelters and the people who are to go there."""

    shelters: tuple[Placed[Shelter], ...]
    people: int
    places: int


@rule(
    "M202",
    severity=Severity.INFO,
    bad={
        "data/shelters.yaml": """\
shelters:
  - id: 竹湖园避难场所
    name: 竹湖园避难场所
    unit: 竹湖园社区
    kind: emergency
    area-m2: 8000
    capacity: 4000  # <- M202
    serves: [竹湖园社区, 西海岸社区]
    keeper: 竹湖园社区值班员
    phone: "0812-0000401"
    signs: true
    verified: 2012-09-14
    hazard-free: true
""",
        "data/units.yaml": """\
units:
  - {name: 竹湖园社区, kind: community, population: 3310}
  - {name: 西海岸社区, kind: community, population: 2940}
""",
    },
    good={
        "data/shelters.yaml": """\
shelters:
  - id: 竹湖园避难场所
    name: 竹湖园避难场所
    unit: 竹湖园社区
    kind: emergency
    area-m2: 14000
    capacity: 6400
    serves: [竹湖园社区, 西海岸社区]
    keeper: 竹湖园社区值班员
    phone: "0812-0000401"
    signs: true
    verified: 2012-09-14
    hazard-free: true
""",
        "data/units.yaml": """\
units:
  - {name: 竹湖园社区, kind: community, population: 3310}
  - {name: 西海岸社区, kind: community, population: 2940}
""",
    },
)
def shelter_places_short(repository: Repository) -> Iterator[Found]:
    """The shelters of an area have places for the people whom they serve.

    Shelters that serve the same community are taken together. All areas that are short are one finding; it names the
    worst. Without a number of its own everybody is to find a place; a district that reckons with a share of its people
    writes a requirement on `shelter-capacity` with `at-least: 30%` into `eplan.yaml`.

    ## Why

    The register says that a community has a shelter. Whether it holds the community is another question.

    ## Source

    GB 51143-2015 (2021) 5.2.4：避难容量不小于责任区需疏散避难的人数 (from 2022-03-01); before, practice

    ## Not caught

    Communities whose population is not known; shelters without a capacity.
    """
    rows = repository.on.requiring("shelter-capacity")
    shares = [row.at_least.amount for row in rows if row.at_least and row.at_least.unit == "%"]
    share = max(shares, default=_EVERYBODY) / 100
    areas = tuple(_catchments(repository))
    short = sorted(
        (area for area in areas if area.places < area.people * share), key=lambda area: area.places / area.people
    )
    for area in short:
        yield Found(
            area.shelters[0].at("capacity"),
            say(
                "in {count} of {total} areas the shelters have too few places; worst: {shelters} with "
                "{places} places for {people} people: name further shelters",
                count=len(short),
                total=len(areas),
                shelters=[shelter.id for shelter in short[0].shelters],
                places=short[0].places,
                people=short[0].people,
            ),
            cause="places",
            basis=rows,
            severity=heaviest(rows, Severity.INFO),
        )


def _catchments(repository: Repository) -> Iterator[Catchment]:
    """The areas: shelters that serve a unit in common, and the people of all units that they serve."""
    links = {
        (_SHELTER, name): [(_UNIT, unit) for unit in repository.expand(shelter.model.serves)]
        for name, shelter in repository.shelter_by_id.items()
    }
    for area in clusters(links):
        shelters = tuple(repository.shelter_by_id[name] for kind, name in area if kind == _SHELTER)
        units = (repository.unit_by_name.get(name) for kind, name in area if kind == _UNIT)
        people = sum(unit.model.population or unit.model.pupils or 0 for unit in units if unit)
        places = [shelter.model.capacity for shelter in shelters if shelter.model.capacity is not None]
        names = [name for kind, name in area if kind == _UNIT]
        if people and len(places) == len(shelters) and not repository.may_hide("shelters", *names):
            yield Catchment(shelters, people, sum(places))

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.resources import Shelter
from eplan.models.units import Unit
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_SHELTER = """\
shelters:
  - id: 竹湖园避难场所
    name: 竹湖园避难场所
    unit: 竹湖园社区
    kind: emergency
    area-m2: 14000
    capacity: 6400
    serves: [{serves}]
    keeper: 竹湖园社区值班员
    phone: "0812-0000401"
    signs: true
    verified: 2012-09-14
    hazard-free: true
"""


@rule(
    "M203",
    severity=Severity.INFO,
    bad={
        "eplan.yaml": "district: {name: 某区}\n",
        "data/shelters.yaml": _SHELTER.format(serves="竹湖园社区"),
        "data/units.yaml": """\
units:
  - {name: 竹湖园社区, kind: community, population: 3310}
  - {name: 西海岸社区, kind: community, population: 2940}  # <- M203
  - {name: 阿署达村, kind: village, population: 520}  # <- M203
""",
    },
    good={"data/shelters.yaml": _SHELTER.format(serves="竹湖园社区, 西海岸社区")}
    | {
        "data/units.yaml": """\
units:
  - {name: 竹湖园社区, kind: community, population: 3310}
  - {name: 西海岸社区, kind: community, population: 2940}
""",
    },
)
def community_without_shelter(repository: Repository) -> Iterator[Found]:
    """Every community and every village has a shelter.

    A shelter names whom it serves; one that serves a street or township serves its communities too. All communities
    without one are one finding. Asked of a whole district's folder, which is one with an `eplan.yaml`.

    ## Why

    Who does not know where to go stays at home.

    ## Source

    突发事件应对法 (2007) 第十九条、(2024) 第三十一条：应急避难场所的规划建设; that none is left out: practice (社区全覆盖)

    ## Not caught

    How far the way is. While a shelter serves a unit that nobody knows (R101): it may be the one that is left out.
    """
    if repository.config_place is None:
        return
    named = (name for shelter in repository.of(Shelter) for name in shelter.model.serves)
    served = frozenset(repository.expand(named))
    if any(repository.is_unsure(shelter.model.serves) for shelter in repository.of(Shelter)):
        return
    without = [
        unit for unit in repository.units if _lives_there(unit.model) and not _is_served(repository, unit, served)
    ]
    for unit in without:
        yield Found(
            unit.at("name"),
            say(
                "{count} communities and villages have no shelter, {name} among them: name one that `serves` them",
                count=len(without),
                name=unit.model.name,
            ),
            cause="without",
        )


def _lives_there(unit: Unit) -> bool:
    return unit.kind in ("community", "village")


def _is_served(repository: Repository, unit: Placed[Unit], served: frozenset[str]) -> bool:
    names = (unit.model.name, repository.canonical(unit.model.parent or ""))
    hidden = (word for name in names if name for word in repository.known_as(name))
    return not served.isdisjoint(names) or repository.may_hide("shelters", *hidden)

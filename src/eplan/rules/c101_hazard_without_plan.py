from collections.abc import Iterator

from eplan.coverage import may_be_planned, unplanned_hazards
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.models.vocabulary import label
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_UNITS = """\
units:
  - {name: 区林业局, kind: department}
"""


@rule(
    "C101",
    severity=Severity.WARNING,
    bad={
        "data/hazards.yaml": """\
hazards:
  - id: 滑坡1
    kind: geological-disaster  # <- C101
    place: 北街后山
    unit: 区林业局
""",
        "data/units.yaml": _UNITS,
    },
    good={
        "data/hazards.yaml": """\
hazards:
  - id: 滑坡1
    kind: geological-disaster
    place: 北街后山
    unit: 区林业局
    level: 4
    no-plan-needed: 已治理，坡下无人居住
    registered: 2012-05-18
    assessed: 2012-12-10
    inspected: [2012-12-10]
    published: 2012-06-01
""",
        "data/units.yaml": _UNITS,
    },
)
def hazard_without_plan(repository: Repository) -> Iterator[Found]:
    """Every hazard of the register has a plan in force that covers its kind.

    Plans of the district count for all hazards; those of a street, community or unit for the hazards of that unit and
    what belongs to it, and for all of these when they name none. All hazards of one kind are one finding. A hazard that
    needs none says so with `no-plan-needed`.

    ## Why

    The register says what can happen here; the plan says what is done then. One without the other is half the work.

    ## Source

    突发事件应对法 (2007) 第十七条、第二十条、(2024) 第二十六条、第三十三条: hazards are registered, plans are made for what may happen

    ## Not caught

    What is found wrong in buildings (消防设施失修, 消防通道堵塞, 地下空间, 技防): a plan for fire, building accidents, floods or crime
    covers it. The overall plan, which names no hazards. Whether the plan fits the place.
    """
    uncovered: dict[str, list[Placed[Hazard]]] = {}
    for hazard in unplanned_hazards(repository):
        if not may_be_planned(hazard.model, repository):
            uncovered.setdefault(hazard.model.kind, []).append(hazard)
    for kind, hazards in uncovered.items():
        for hazard in hazards:
            yield Found(
                hazard.at("kind"),
                say(
                    "no plan in force covers {kind}, of which the register has {count} ({hazards}): write "
                    "one, or say at the hazard why it needs none (`no-plan-needed`)",
                    kind=label(kind),
                    count=len(hazards),
                    hazards=[hazard.id for hazard in hazards[:5]],
                ),
                cause=kind,
            )

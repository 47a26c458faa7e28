from collections.abc import Iterator, Mapping
from typing import Any

from eplan.cycles import cycles
from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "R206",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区政府
    kind: government
    parent: 区应急办  # <- R206
  - name: 区应急办
    kind: office
    parent: 区政府
""",
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区政府
    kind: government
  - name: 区应急办
    kind: office
    parent: 区政府
""",
    },
)
def circular_parents(repository: Repository) -> Iterator[Found]:
    """No unit, plan or headquarters stands above itself, not even by way of others.

    ## Why

    Who takes over from whom, and which plan follows which, is read off these lines; a circle has no top.

    ## Source

    practice
    """
    headquarters = repository.headquarters_by_name
    units = {unit.id: unit for unit in repository.units}
    yield from _circles(units, {name: repository.canonical(unit.model.parent or "") for name, unit in units.items()})
    yield from _circles(headquarters, {name: body.model.parent for name, body in headquarters.items()})
    yield from _circles(
        repository.plan_by_id, {name: plan.model.parent for name, plan in repository.plan_by_id.items()}
    )


def _circles(records: Mapping[str, Placed[Any]], parents: Mapping[str, object]) -> Iterator[Found]:
    arrows = {name: (up,) for name, up in parents.items() if isinstance(up, str)}
    for circle in cycles(arrows):
        message = say("these stand above each other in a circle: {names}; correct one", names=(*circle, circle[0]))
        yield Found(records[circle[0]].at("parent"), message)

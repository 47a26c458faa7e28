from collections.abc import Collection, Iterator
from typing import Any

from eplan.document import Document, Loc, Place
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.hazards import Hazard, IssuedWarning, MonitoringPoint
from eplan.models.headquarters import Headquarters
from eplan.models.incidents import Event, Scenario
from eplan.models.plan import Plan
from eplan.models.practice import Activity, Drill
from eplan.models.progress import ProgressFile
from eplan.models.resources import Shelter, Supply, Team
from eplan.models.tasks import Area, Task
from eplan.models.units import Group, Unit
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

BY_NAME: tuple[type, ...] = (Unit, Headquarters)
BY_ID: tuple[type, ...] = (
    Area, Task, Team, Shelter, Supply, Hazard, MonitoringPoint, IssuedWarning, Drill, Activity, Event, Scenario,
)  # fmt: skip
Named = Iterator[tuple[str, Document, Loc]]
"""Ids and where they stand; nearly all stand once, and of those nobody asks for the place."""


@rule(
    "R201",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    contacts: [{post: 值班员}]
  - name: 区林业局
    kind: department
    contacts: [{post: 值班员}]  # <- R201
  - {name: 区应急办, kind: office}  # <- R201
""",
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    contacts: [{post: 区应急办值班员}]
  - name: 区林业局
    kind: department
    contacts: [{post: 区林业局值班员}]
""",
    },
)
def duplicate_id(repository: Repository) -> Iterator[Found]:
    """An id stands only once among its kind.

    Units, groups and headquarters go by their names, plans by their file names, posts are unique in the district,
    actions and working groups in their plan, a month in the reports of a unit. The second and each further use is
    a finding.

    ## Why

    A reference to an id that stands twice may mean either; progress, stock and command are then booked on the wrong one.

    ## Source

    practice
    """
    for named in (*_by_kind(repository), *_inside(repository)):
        yield from _repeated(named)


def _repeated(named: Named) -> Iterator[Found]:
    first: dict[str, tuple[Document, Loc]] = {}
    for name, document, loc in named:
        place = document, loc
        known = first.setdefault(name, place)
        if known is not place:
            taken = str(Place(*known).position)
            message = say("'{name}' is taken: it stands already at {place}: choose another", name=name, place=taken)
            yield Found(Place(*place), message)


def _by_kind(repository: Repository) -> Iterator[Named]:
    yield from (_keyed(repository.of(kind), "name") for kind in BY_NAME)
    yield from (_keyed(repository.of(kind), "id") for kind in BY_ID)
    yield from (_keyed(repository.of(kind)) for kind in (Group, Plan))
    yield from (_posts(repository), _months(repository), _requirements(repository))


def _keyed(records: Collection[Placed[Any]], *key: str) -> Named:
    if len({record.id for record in records}) < len(records):
        yield from ((record.id, record.document, (*record.loc, *key)) for record in records)


def _posts(repository: Repository) -> Named:
    for unit in repository.units:
        for index, contact in enumerate(unit.model.contacts):
            yield contact.post, unit.document, (*unit.loc, "contacts", index, "post")


def _months(repository: Repository) -> Named:
    for file in repository.of(ProgressFile):
        unit = repository.canonical(file.model.unit)
        for index, report in enumerate(file.model.reports):
            yield f"{unit} {report.month:%Y-%m}", file.document, ("reports", index, "month")


def _requirements(repository: Repository) -> Named:
    for index, requirement in enumerate(repository.on.config.requirements):
        if repository.config_place:
            yield requirement.id, repository.config_place.document, ("requirements", index, "id")


def _inside(repository: Repository) -> Iterator[Named]:
    """What is unique inside a plan."""
    for plan in repository.standing_plans:
        actions, groups = plan.model.actions, plan.model.command.groups if plan.model.command else ()
        if len({action.id for action in actions}) < len(actions):
            yield _actions(plan)
        if len({group.name for group in groups}) < len(groups):
            yield _groups(plan)


def _actions(plan: Placed[Plan]) -> Named:
    yield from ((action.id, plan.document, ("actions", index, "id")) for index, action in enumerate(plan.model.actions))


def _groups(plan: Placed[Plan]) -> Named:
    groups = plan.model.command.groups if plan.model.command else ()
    loc: Loc = ("command", "groups")
    yield from ((group.name, plan.document, (*loc, index, "name")) for index, group in enumerate(groups))

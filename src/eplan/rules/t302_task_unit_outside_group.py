from collections.abc import Iterator

from eplan.document import Place
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.units import CoordinationGroup
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "T302",
    severity=Severity.WARNING,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
coordination-group:
  lead: 区应急办
  members: [区应急办]
""",
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2013-06
      - id: "1.2"
        title: 修订森林火灾应急预案
        units: {responsible: [区林业局]}  # <- T302
        due: 2013-06
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
coordination-group:
  lead: 区应急办
  members: [区林业局]
""",
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2013-06
      - id: "1.2"
        title: 修订森林火灾应急预案
        units: {responsible: [区林业局]}
        due: 2013-06
""",
    },
)
def task_unit_outside_group(repository: Repository) -> Iterator[Found]:
    """Every unit with a task of its own is in the coordination group.

    Lead and responsible units count, where the task names them and not only a group of theirs. Nothing is said
    while the members of a group in the coordination group are unknown. The finding stands at the first task that
    names the unit.

    ## Why

    Whoever has work to do must be at the table where it is steered.

    ## Source

    practice

    ## Not caught

    Units that only support. Anything while the coordination group names a unit that nobody knows (R101).
    """
    inside = _inside(repository)
    if not inside:
        return
    for name, place in _named(repository):
        unit = repository.unit_by_name.get(name)
        if unit and unit.id not in inside:
            inside.add(unit.id)
            message = say("{unit} has tasks of its own and is not in the coordination group: add it", unit=unit.id)
            yield Found(place, message, cause=unit.id)


def _named(repository: Repository) -> Iterator[tuple[str, Place]]:
    for task in repository.tasks:
        for role, names in (("lead", task.model.units.lead), ("responsible", task.model.units.responsible)):
            yield from ((name, task.at("units", role, index)) for index, name in enumerate(names))


def _inside(repository: Repository) -> set[str]:
    """The units of the coordination group; none while a group's members are unknown."""
    names: list[str] = []
    for group in repository.of(CoordinationGroup):
        names += [group.model.lead, *group.model.deputies, *group.model.members]
    groups = (repository.group_by_name.get(name) for name in names)
    is_unsure = any(group and group.model.members == "unknown" for group in groups)
    return set() if is_unsure or repository.is_unsure(names) else set(repository.expand(names))

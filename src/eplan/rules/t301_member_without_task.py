from collections.abc import Iterator

from eplan.document import Place
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.units import CoordinationGroup
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "T301",
    severity=Severity.WARNING,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
coordination-group:
  lead: 区应急办
  members: [区林业局]  # <- T301
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
def member_without_task(repository: Repository) -> Iterator[Found]:
    """Every member of the coordination group has a task of its own.

    Lead, responsible and supporting units count. A group of units that is a member has a task where the task names
    that group or one of its units; a unit does not get a task of its own by belonging to a group.

    ## Why

    Who sits at the table without a task neither reports nor is pressed; either the task list or the membership is
    incomplete.

    ## Source

    practice

    ## Not caught

    Members that nobody knows (R101). Groups whose members are unknown.
    """
    groups = repository.of(CoordinationGroup)
    tasks = repository.tasks if groups else ()
    named = {repository.canonical(name) for task in tasks for name in task.model.units.all}
    for group in groups if named else ():
        for name, place in _members(group):
            units = {repository.canonical(name), *repository.expand([name])}
            if (
                not repository.is_unsure([name])
                and named.isdisjoint(units)
                and not repository.may_hide("tasks", name, *units)
            ):
                message = say(
                    "{unit} is in the coordination group and has no task of its own: give it one or take it out",
                    unit=name,
                )
                yield Found(place, message)


def _members(group: Placed[CoordinationGroup]) -> Iterator[tuple[str, Place]]:
    yield group.model.lead, group.at("lead")
    yield from ((name, group.at("deputies", index)) for index, name in enumerate(group.model.deputies))
    yield from ((name, group.at("members", index)) for index, name in enumerate(group.model.members))

from collections.abc import Iterator

from eplan.cycles import cycles
from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R204",
    severity=Severity.ERROR,
    bad={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 修订专项应急预案
        units: {responsible: [区应急办]}
        due: 2013-06
        after: ["1.2"]  # <- R204
      - id: "1.2"
        title: 编印预案汇编
        units: {responsible: [区应急办]}
        due: 2013-06
        after: ["1.1"]
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
    good={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 修订专项应急预案
        units: {responsible: [区应急办]}
        due: 2013-06
      - id: "1.2"
        title: 编印预案汇编
        units: {responsible: [区应急办]}
        due: 2013-12
        after: ["1.1"]
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def circular_tasks(repository: Repository) -> Iterator[Found]:
    """No task waits for itself, not even by way of others.

    The finding stands at the first task of the circle and names them all.

    ## Why

    Tasks that wait for each other can never begin; every one of them has an excuse.

    ## Source

    practice
    """
    for circle in cycles({task.id: task.model.after for task in repository.tasks}):
        task = repository.task_by_id[circle[0]]
        after = circle[1] if len(circle) > 1 else circle[0]
        yield Found(
            task.at("after", task.model.after.index(after)),
            say("these tasks wait for each other: {tasks}; take one of them out", tasks=(*circle, circle[0])),
        )

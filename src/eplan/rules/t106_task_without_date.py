from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T106",
    severity=Severity.WARNING,
    bad={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"  # <- T106
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        budget: {planned: 20000}
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
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        as-needed: true
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def task_without_date(task: Placed[Task]) -> Iterator[Found]:
    """Every task has a deadline, a rhythm, or says that it is done as needed.

    `due` sets a deadline, `every` a rhythm, `as-needed: true` says that the programme sets no date.

    ## Why

    What has no date is never overdue and never noticed.

    ## Source

    practice
    """
    if task.model.due or task.model.every or task.model.as_needed:
        return
    message = say(
        "task {id} '{title}' has no date: set due, every or as-needed", id=task.model.id, title=task.model.title
    )
    yield Found(task.at(), message)

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T107",
    severity=Severity.WARNING,
    bad={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2012-06
        extended:
          - {to: 2013-03, date: 2012-06-20, by: 区政府}  # <- T107
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
        due: 2012-06
        extended:
          - {to: 2013-03, date: 2012-06-20, by: 区政府, reason: 办法须待市里印发后制定}
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def extension_without_reason(task: Placed[Task]) -> Iterator[Found]:
    """A postponement gives its reason.

    ## Why

    Whoever reads the report next year must see why more time was granted, and by whom.

    ## Source

    practice
    """
    for index, extension in enumerate(task.model.extended):
        if not (extension.reason or "").strip():
            message = say(
                "task {id} is postponed to {to} without a reason: write it", id=task.model.id, to=extension.to
            )
            yield Found(task.at("extended", index), message)

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T108",
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
          - {to: 2012-12, date: 2012-06-20, reason: 人手不足}
          - {to: 2013-06, date: 2012-12-20, reason: 人手不足}  # <- T108
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
          - {to: 2013-03, date: 2012-06-20, reason: 办法须待市里印发后制定}
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def extended_repeatedly(task: Placed[Task]) -> Iterator[Found]:
    """A task is postponed at most once.

    The second and later postponements that are granted by the day of the check are counted; the finding names the
    first deadline.

    ## Why

    A deadline that moves again and again is none; the meeting should decide whether the task is still wanted.

    ## Source

    practice
    """
    granted = task.model.extended_by(task.on.as_of)
    if len(granted) > 1:
        yield Found(
            task.at("extended", task.model.extended.index(granted[-1])),
            say(
                "task {id} '{title}' is postponed {count} times (first due {due}, now {to}): decide "
                "whether it is still wanted",
                id=task.model.id,
                title=task.model.title,
                count=len(granted),
                due=task.model.due or "-",
                to=granted[-1].to,
            ),
        )

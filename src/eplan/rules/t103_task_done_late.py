from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T103",
    severity=Severity.INFO,
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
        done: {date: 2012-07-05, evidence: 印发通知，区应急办存档}  # <- T103
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
        done: {date: 2012-06-20, evidence: 印发通知，区应急办存档}
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def task_done_late(task: Placed[Task]) -> Iterator[Found]:
    """A task is done no later than its deadline.

    The deadline as it stood on the day on which the task was done counts, after the postponements granted by then.

    ## Why

    Done late is done, but the figures of the unit say so; the finding shows where the figure comes from.

    ## Source

    practice
    """
    done = task.model.done
    deadline = task.model.deadline_on(done.date) if done else None
    if done is None or deadline is None or not deadline < done.date <= task.on.as_of:
        return
    days = (done.date - deadline).days
    yield Found(
        task.at("done", "date"),
        say(
            "task {id} '{title}' was done {days} days late: note the reason",
            id=task.model.id,
            title=task.model.title,
            days=days,
        ),
    )

from collections.abc import Iterator
from datetime import timedelta

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule

AHEAD = timedelta(days=30)


@rule(
    "T102",
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
        due: 2013-01-20  # <- T102
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
        due: 2013-06
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def task_due_soon(task: Placed[Task]) -> Iterator[Found]:
    """A task that falls due within 30 days is named in time.

    The deadline after all postponements counts. A task that is already done is not named.

    ## Why

    A reminder a month ahead costs nothing; after the deadline only the reproach is left.

    ## Source

    practice
    """
    today = task.on.as_of
    deadline = task.model.deadline_on(today)
    if deadline is None or task.model.is_done_on(today) or not today <= deadline <= today + AHEAD:
        return
    granted = task.model.extended_by(today)
    field = ("extended", task.model.extended.index(granted[-1])) if granted else ("due",)
    yield Found(
        task.at(*field),
        say(
            "task {id} '{title}' falls due on {due}; {units} answers for it: remind them",
            id=task.model.id,
            title=task.model.title,
            due=f"{deadline:%Y-%m-%d}",
            units=task.model.units.accountable,
        ),
    )

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T101",
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
        due: 2012-06  # <- T101
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
def task_overdue(task: Placed[Task]) -> Iterator[Found]:
    """A task is done by its deadline.

    The deadline after all postponements counts; a month means its last day. Every overdue task is its own finding.

    ## Why

    An overdue task that nobody names is a promise that nobody keeps; the quarterly meeting presses the slow.

    ## Source

    practice
    """
    today = task.on.as_of
    deadline = task.model.deadline_on(today)
    if deadline is None or task.model.is_done_on(today) or deadline >= today:
        return
    granted = task.model.extended_by(today)
    field = ("extended", task.model.extended.index(granted[-1])) if granted else ("due",)
    yield Found(
        task.at(*field),
        say(
            "task {id} '{title}' is overdue by {days} days (due {due}); {units} answers for it: "
            "finish it, or have it extended",
            id=task.model.id,
            title=task.model.title,
            days=(today - deadline).days,
            due=deadline,
            units=task.model.units.accountable,
        ),
    )

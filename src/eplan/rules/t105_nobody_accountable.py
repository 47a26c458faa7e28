from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T105",
    severity=Severity.ERROR,
    bad={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {support: [区应急办]}  # <- T105
        due: 2013-06
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
def nobody_accountable(task: Placed[Task]) -> Iterator[Found]:
    """Every task has a lead or a responsible unit.

    Supporting units alone do not make a task anybody's.

    ## Why

    A task that nobody answers for is not done, and nobody can be pressed for it.

    ## Source

    practice
    """
    units = task.model.units
    if units.lead or units.responsible:
        return
    if units.support:
        message = say("task {id} has only supporting units: name a lead or responsible unit", id=task.model.id)
    else:
        message = say(
            "nobody answers for task {id} '{title}': name its units", id=task.model.id, title=task.model.title
        )
    yield Found(task.at("units"), message)

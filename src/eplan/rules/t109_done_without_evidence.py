from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T109",
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
        deliverables: [{title: 管理办法}]
        done: {date: 2012-06-20}  # <- T109
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
        deliverables: [{title: 管理办法}]
        done: {date: 2012-06-20, evidence: 印发通知，区应急办存档}
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def done_without_evidence(task: Placed[Task]) -> Iterator[Found]:
    """A task that is done has something to show for it.

    Evidence in words or as a file, or a deliverable that is a file or a plan of the folder. The title of a
    deliverable alone shows nothing.

    ## Why

    The archive keeps what proves the work; a tick proves nothing at the inspection.

    ## Source

    practice

    ## Not caught

    Whether the evidence proves anything. Papers kept elsewhere and told in words count.
    """
    done = task.model.done
    if done is None or done.date > task.on.as_of or (done.evidence or "").strip():
        return
    if not any(item.file or item.plan for item in task.model.deliverables):
        message = say(
            "task {id} '{title}' is done without evidence: say what proves it", id=task.model.id, title=task.model.title
        )
        yield Found(task.at("done"), message)

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.tasks import Task
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "T104",
    severity=Severity.WARNING,
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
      - id: "1.2"
        title: 编印预案汇编
        units: {responsible: [区应急办]}
        due: 2013-01
        after: ["1.1"]  # <- T104
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
def task_due_before_prerequisite(repository: Repository) -> Iterator[Found]:
    """A task is not due before the tasks that it waits for.

    The deadlines of the day count, after all postponements. Tasks that are done are left out.

    ## Why

    Such a task is late by plan: it cannot be begun when it should be finished. Either deadline, or the order, is
    wrong.

    ## Source

    practice

    ## Not caught

    Tasks that are done, and what must come first without being named in `after`.
    """
    today = repository.as_of
    for task in repository.tasks:
        deadline = task.model.deadline_on(today)
        if not task.model.after or deadline is None or task.model.is_done_on(today):
            continue
        later = [
            before for before in _awaited(repository, task) if (due := before.deadline_on(today)) and due > deadline
        ]
        if later:
            yield Found(
                task.at("after", task.model.after.index(later[0].id)),
                say(
                    "task {id} '{title}' is due {due}, before what it waits for: {later}; move a deadline",
                    id=task.model.id,
                    title=task.model.title,
                    due=deadline,
                    later=[say("{id} ({due})", id=before.id, due=before.deadline_on(today)) for before in later],
                ),
            )


def _awaited(repository: Repository, task: Placed[Task]) -> Iterator[Task]:
    """The tasks that come first and are not done."""
    for name in task.model.after:
        before = repository.task_by_id.get(name)
        if before and not before.model.is_done_on(repository.as_of):
            yield before.model

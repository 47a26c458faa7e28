from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "T110",
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
        due: 2012-12
        deliverables: [{title: 地震应急预案, plan: earthquake}]  # <- T110
        done: {date: 2012-12-20}
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
        "data/plans/special/earthquake.yaml": """\
title: 某区地震应急预案
kind: special
owner: 区应急办
actions:
  - {id: a1, phase: onset, who: [区应急办], what: 报告震情}
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
        due: 2013-12
        deliverables: [{title: 地震应急预案}]
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def deliverable_not_issued(repository: Repository) -> Iterator[Found]:
    """A plan that a finished task was to deliver is issued.

    Judged on the day of the check; a plan that has been withdrawn since was once issued and counts.

    ## Why

    The task is ticked off while the plan is still a draft: in the figures it is both done and missing.

    ## Source

    practice

    ## Not caught

    Deliverables that are not plans. Whether the plan issued is the one that was asked for.
    """
    today = repository.as_of
    for task in repository.tasks:
        if not task.model.is_done_on(today):
            continue
        for index, item in enumerate(task.model.deliverables):
            plan = repository.plan_by_id.get(item.plan or "")
            if plan and not plan.model.edition.is_issued_on(today):
                message = say(
                    "task {id} is done, but its plan '{plan}' is not issued: issue it, or take back `done`",
                    id=task.model.id,
                    plan=plan.model.title,
                )
                yield Found(task.at("deliverables", index, "plan"), message)

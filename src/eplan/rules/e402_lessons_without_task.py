from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.incidents import Event
from eplan.repository import Placed
from eplan.rule import Found, rule

_EVENT = """\
events:
  - id: 后山林火
    kind: forest-fire
    category: natural-disaster
    level: 4
    occurred: 2012-10-18 14:20
    unit: 区林业局
    place: 后山
    deaths: 0
    numbers: {burnt-hectares: 0.8}
    reports:
      - {to: 区应急办, at: 2012-10-18 14:45}
      - {to: 区应急办, at: 2012-10-18 16:45, follow-up: true}
    closed: 2012-10-19
    review:
      date: 2012-10-27
      lessons: 会合点不明
      actions: ["1.1"]
      archived: 2012-10-30
"""
_FOLDER = {
    "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 队伍
    tasks:
      - id: "1.1"
        title: 标定会合点
        units: {responsible: [区林业局]}
        due: 2013-03-31
""",
    "data/units.yaml": """\
units:
  - {name: 区林业局, kind: department, no-plan-needed: 由区级预案管理}
  - {name: 区应急办, kind: office}
""",
}


@rule(
    "E402",
    severity=Severity.INFO,
    bad={
        **_FOLDER,
        "data/events/2012.yaml": _EVENT.replace("lessons: 会合点不明\n", "lessons: 会合点不明  # <- E402\n").replace(
            '      actions: ["1.1"]\n', ""
        ),
    },
    good={**_FOLDER, "data/events/2012.yaml": _EVENT},
)
def lessons_without_task(event: Placed[Event]) -> Iterator[Found]:
    """What was learnt from an event became a task.

    ## Why

    A lesson that is nobody's task by any day stays a sentence.

    ## Source

    practice; 突发事件应对法 (2007) 第六十二条、(2024) 第八十七条：制定改进措施

    ## Not caught

    Whether the task answers the lesson. Events that left nothing to do: say so in a note and accept the finding.
    """
    review, today = event.model.review, event.on.as_of
    if review and review.lessons and not review.actions and not (review.date and review.date > today):
        yield Found(
            event.at("review", "lessons"),
            say("what event {id} taught has led to no task: make one and name it in `actions`", id=event.model.id),
        )

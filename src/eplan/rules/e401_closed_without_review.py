from collections.abc import Iterator
from datetime import timedelta

from eplan.finding import Severity
from eplan.incident_reports import asked
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.incidents import Event
from eplan.repository import Placed
from eplan.rule import Found, rule

_GRACE = timedelta(days=30)
"""Practice: a review is held within a month of closing."""
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
      lessons: 会合点不明，已列入任务
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
    "E401",
    severity=Severity.WARNING,
    bad={
        **_FOLDER,
        "data/events/2012.yaml": _EVENT[: _EVENT.index("    review:")].replace(
            "2012-10-19\n", "2012-10-19  # <- E401\n"
        ),
    },
    good={**_FOLDER, "data/events/2012.yaml": _EVENT},
)
def closed_without_review(event: Placed[Event]) -> Iterator[Found]:
    """An event that is closed has been reviewed: what was learnt, and what follows from it.

    A month after closing is waited, which is practice.

    ## Why

    What is not written down after the first fire is learnt again at the second.

    ## Source

    突发事件应对法 (2007) 第六十二条、(2024) 第八十七条、第九十二条：查明经过和原因，总结经验教训，制定改进措施

    ## Not caught

    How good the review is. Events that are not closed.
    """
    model, today = event.model, event.on.as_of
    if model.closed is None or today - model.closed <= _GRACE:
        return
    review = model.review
    if review is None or not (review.lessons or review.actions) or (review.date and review.date > today):
        rows = asked(event, "event-review")
        yield Found(
            event.at("review") if review else event.at("closed"),
            say(
                "event {id} was closed on {closed} without a review: hold one and write `lessons` and `actions`",
                id=model.id,
                closed=model.closed,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )

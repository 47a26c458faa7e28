from collections.abc import Iterator
from datetime import timedelta

from eplan.finding import Severity
from eplan.incident_reports import asked, sent_reports
from eplan.law import heaviest
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
    occurred: 2012-11-18 14:20
    unit: 区林业局
    place: 后山
    deaths: 0
    numbers: {burnt-hectares: 0.8}
    reports:
      - to: 区应急办
        at: 2012-11-18 14:45
      - to: 区应急办
        at: 2012-11-18 16:45
        follow-up: true
    response: {level: 4, matter: 扑救, from: 2012-11-18 15:00, expected-until: 2012-11-18 20:00, measures: 扑打, until: 2012-11-18 18:00}
"""
_UNITS = """\
units:
  - {name: 区林业局, kind: department, no-plan-needed: 由区级预案管理}
  - {name: 区应急办, kind: office}
"""


@rule(
    "E103",
    severity=Severity.WARNING,
    bad={
        "data/events/2012.yaml": _EVENT[: _EVENT.index("    reports:")].replace(
            "id: 后山林火", "id: 后山林火  # <- E103"
        ),
        "data/units.yaml": _UNITS,
    },
    good={"data/events/2012.yaml": _EVENT, "data/units.yaml": _UNITS},
)
def event_not_reported(event: Placed[Event]) -> Iterator[Found]:
    """Every event in the log was reported.

    A day is waited, so that the log can be written.

    ## Why

    An event without a report was hushed up, or the log is not kept.

    ## Source

    突发事件应对法 (2007) 第七条、第三十九条、(2024) 第十七条、第六十一条：立即报告，不得迟报、谎报、瞒报、漏报

    ## Not caught

    Whether the report went to the right body (E101 sees the steps that are there).
    """
    model = event.model
    day = model.occurred.date()
    if event.on.as_of - day <= timedelta(days=1) or any(not report.follow_up for _, report in sent_reports(event)):
        return
    rows = asked(event, "event-report")
    yield Found(
        event.at("reports"),
        say(
            "event {id} of {day} has no report: write who told whom and when (`reports`), or report it now",
            id=model.id,
            day=day,
        ),
        basis=rows,
        severity=heaviest(rows, Severity.WARNING),
    )

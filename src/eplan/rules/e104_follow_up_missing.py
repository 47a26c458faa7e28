from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from eplan.finding import Severity
from eplan.incident_reports import asked, sent_reports
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.incidents import Event
from eplan.repository import Placed
from eplan.rule import Found, rule

_DAY = timedelta(days=1)
_MOST = 5
_EVENT = """\
events:
  - id: 后山滑坡
    kind: geological-disaster
    category: natural-disaster
    level: 4
    occurred: 2012-07-18 04:20
    unit: 区国土资源分局
    place: 后山
    deaths: 0
    reports:
      - {to: 区应急办, at: 2012-07-18 04:45}
      - {to: 区应急办, at: 2012-07-19 08:00, follow-up: true}
      - {to: 区应急办, at: 2012-07-20 08:00, follow-up: true}
    response: {level: 4, matter: 滑坡险情处置, from: 2012-07-18 05:00, expected-until: 2012-07-21 05:00, measures: 撤离, until: 2012-07-21 09:00}
"""
_UNITS = """\
units:
  - {name: 区国土资源分局, kind: department, no-plan-needed: 由区级预案管理}
  - {name: 区应急办, kind: office}
"""


@rule(
    "E104",
    severity=Severity.INFO,
    bad={
        "data/events/2012.yaml": _EVENT.replace(
            "      - {to: 区应急办, at: 2012-07-20 08:00, follow-up: true}\n", ""
        ).replace("    reports:\n", "    reports:  # <- E104\n"),
        "data/units.yaml": _UNITS,
    },
    good={"data/events/2012.yaml": _EVENT, "data/units.yaml": _UNITS},
)
def follow_up_missing(event: Placed[Event]) -> Iterator[Found]:
    """The report of an event is continued until it is over.

    Where the law asks for it day by day, every whole day between the first report and the end of the response must have a
    report. In any other case at least one continued or final report is wanted, as practice, once the event is closed or a day
    old.

    ## Why

    The first report is half wrong; whoever decides above must hear the other half.

    ## Source

    自然灾害救助条例 第十七条：灾情稳定前，每日逐级上报; elsewhere practice：首报、续报、终报

    ## Not caught

    The first and the last day. What a report says. Later changes of the number of victims.
    """
    model, today = event.model, event.on.as_of
    reports = sent_reports(event)
    if not reports:
        return
    first, end = reports[0][1].at.date(), min(_end(event), today)
    rows = tuple(row for row in asked(event, "report-follow-up") if row.every == "day")
    silent = _silent_days(first, end, {report.at.date() for _, report in reports}) if rows else []
    if silent:
        yield Found(
            event.at("reports"),
            say(
                "event {id}: no report on {days}, though one is due every day until the situation is stable: report, and write it "
                "down",
                id=model.id,
                days=silent,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )
    elif not any(report.follow_up for _, report in reports) and today - first > _DAY:
        yield Found(
            event.at("reports"),
            say(
                "event {id} has no continued report (`follow-up: true`): report how it went on and how it ended",
                id=model.id,
            ),
        )


def _end(event: Placed[Event]) -> date:
    """The last day of the response, else the day of closing, else the day of the check."""
    until = event.model.response.until if event.model.response else None
    return until.date() if until else event.model.closed or event.on.as_of


def _silent_days(first: date, end: date, told: set[date]) -> list[date]:
    """The first of the whole days between two days on which nothing was reported."""
    between = (first + _DAY * count for count in range(1, (end - first).days))
    return [*islice((day for day in between if day not in told), _MOST)]

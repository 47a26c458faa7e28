from collections.abc import Iterator

from eplan.finding import Severity
from eplan.incident_reports import Leg, asked, first_to_government, initial_legs, learned
from eplan.law import heaviest, strictest
from eplan.messages import Message, say
from eplan.models.incidents import Event
from eplan.models.law import Requirement
from eplan.obligations import spoken
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_EVENT = """\
events:
  - id: 泵房泄漏
    kind: hazardous-chemicals
    category: accident
    level: 4
    occurred: 2012-08-14 09:12
    known: 2012-08-14 09:15
    unit: 某化工公司
    place: 罐区
    deaths: 0
    reports:
      - to: 区安监局
        at: 2012-08-14 09:50
      - to: 区应急办
        by: 区安监局
        at: 2012-08-14 10:10
      - to: 区应急办
        by: 区安监局
        at: 2012-08-14 12:10
        follow-up: true
"""
_UNITS = """\
units:
  - {name: 某化工公司, kind: hazardous-chemicals, no-plan-needed: 已停产}
  - {name: 区安监局, kind: department}
  - {name: 区应急办, kind: office}
"""


@rule(
    "E101",
    severity=Severity.WARNING,
    bad={
        "data/events/2012.yaml": _EVENT.replace("at: 2012-08-14 09:50", "at: 2012-08-14 10:40  # <- E101").replace(
            "at: 2012-08-14 10:10", "at: 2012-08-14 10:50"
        ),
        "data/units.yaml": _UNITS,
    },
    good={"data/events/2012.yaml": _EVENT, "data/units.yaml": _UNITS},
)
def reported_late(repository: Repository) -> Iterator[Found]:
    """An event is reported within every limit that binds, on each step of its way and in all.

    The law in force on the day of the event, that of the province and city, and the district's own limits in eplan.yaml are
    held against the log. For a step the clock runs from when the sender knew, which is when it was told or, for the first,
    `known`, else `occurred`. A limit without a step runs from then to the first report to the emergency office or the government. Of several
    limits broken by one report the strictest is named, with all as basis.

    ## Why

    Help from above comes as late as the report.

    ## Source

    生产安全事故报告和调查处理条例 第九条至第十一条 (1 h, 2 h a step); 突发公共卫生事件应急条例 第十九条、第二十条 (2 h a step); local limits; 突发事件应对法 (2024) 第六十一条：不得迟报

    ## Not caught

    Limits that say 立即 without a number. Steps whose sender or receiver has no level that can be told from the folder. Events without a
    level, for limits that hold for some levels only. Reports that were never sent: E103.
    """
    for event in repository.of(Event):
        rows = tuple(row for row in asked(event, "event-report") if row.at_most)
        if rows:
            yield from _late(event, repository, rows)


def _late(event: Placed[Event], repository: Repository, rows: tuple[Requirement, ...]) -> Iterator[Found]:
    legs = initial_legs(event, repository)
    arrival = first_to_government(legs)
    for leg in legs:
        broken = [row for row in rows if row.hop in leg.hops and _exceeds(leg.minutes, row)]
        whole = [row for row in rows if row.hop is None and leg is arrival and _exceeds(leg.since(learned(event)), row)]
        limits = (*broken, *whole)
        sharpest = strictest(limits)
        if sharpest:
            yield Found(
                event.at("reports", leg.index, "at"),
                _told(event, leg, sharpest, is_whole=sharpest.hop is None),
                basis=limits,
                severity=heaviest(limits, Severity.WARNING),
            )


def _exceeds(minutes: int, row: Requirement) -> bool:
    return row.at_most is not None and minutes > row.at_most.minutes


def _told(event: Placed[Event], leg: Leg, limit: Requirement, *, is_whole: bool) -> Message:
    start = learned(event) if is_whole else leg.started
    return say(
        "event {id}: {receiver} was told at {at}, {minutes} min after {sender} knew ({start}); allowed are {limit}: find out "
        "why, and who is to report at once",
        id=event.model.id,
        receiver=leg.receiver,
        sender=event.model.unit or say("the first body") if is_whole else leg.sender,
        at=f"{leg.at:%Y-%m-%d %H:%M}",
        minutes=leg.since(start),
        start=f"{start:%H:%M}",
        limit=spoken(limit.at_most or ""),
    )

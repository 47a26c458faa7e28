"""The reports of an event, step by step: who told whom, when, and how long after it knew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from eplan.hops import COUNTY_AND_ABOVE, Tier, hops_between, tier_of
from eplan.law import concerns
from eplan.models.incidents import Event, EventReport
from eplan.models.law import Requirement
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class Leg:
    """The first report from one body to another; `index` is its place in the log."""

    index: int
    sender: str
    receiver: str
    started: datetime
    at: datetime
    hops: frozenset[str]
    reaches: Tier | None

    def since(self, start: datetime) -> int:
        """Minutes from `start` to the arrival of this report."""
        return int((self.at - start).total_seconds() // 60)

    @property
    def minutes(self) -> int:
        return self.since(self.started)


def asked(event: Placed[Event], about: str) -> tuple[Requirement, ...]:
    """What was asked on the day of an event; what binds some levels only does not bind an event without a level."""
    model = event.model
    rows = event.on.requiring(about, day=model.occurred.date())
    return tuple(row for row in rows if concerns(row, (model.kind,), model.category, model.level or 0))


def learned(event: Placed[Event]) -> datetime:
    """When the first body knew; when it happened, where that is not written."""
    return event.model.known or event.model.occurred


def sent_reports(event: Placed[Event]) -> tuple[tuple[int, EventReport], ...]:
    """The reports sent by the day of the check, in the order of time, each with its place in the log."""
    sent = (pair for pair in enumerate(event.model.reports) if pair[1].at.date() <= event.on.as_of)
    return tuple(sorted(sent, key=lambda pair: pair[1].at))


def initial_legs(event: Placed[Event], repository: Repository) -> tuple[Leg, ...]:
    """The first report of each sender to each receiver. Who is not named as sender is the event's own unit."""
    knew: dict[str, datetime] = {}
    legs: dict[tuple[str, str], Leg] = {}
    own = event.model.unit or "事发单位"
    for index, report in sent_reports(event):
        by = report.by if report.by and _is_known(report.by, repository) else own
        sender, receiver = _body(by, repository), _body(report.to, repository)
        begins, reaches = tier_of(by, repository), tier_of(report.to, repository)
        started = min(knew.get(sender, learned(event)), report.at)
        leg = Leg(index, sender, receiver, started, report.at, hops_between(begins, reaches), reaches)
        legs.setdefault((sender, receiver), leg)
        knew.setdefault(receiver, report.at)
    return tuple(legs.values())


def first_to_government(legs: Iterable[Leg]) -> Leg | None:
    """The first report that reached the emergency office, the government or a government above."""
    return next((leg for leg in legs if leg.reaches in COUNTY_AND_ABOVE), None)


def _body(name: str, repository: Repository) -> str:
    return repository.canonical(repository.unit_behind(name))


def _is_known(name: str, repository: Repository) -> bool:
    """Whether a name is a body of the folder; the log may also say by which means was reported."""
    return name in repository.unit_by_name or name in repository.post_by_name

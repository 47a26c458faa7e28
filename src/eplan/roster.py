"""Who is on duty from when to when: gaps, and hours that are covered twice."""

from collections.abc import Iterator
from datetime import MAXYEAR, datetime, time, timedelta
from typing import NamedTuple

from eplan.calendar import month_of
from eplan.models.practice import Shift
from eplan.repository import Placed, Repository


class Watch(NamedTuple):
    """A shift with its hours."""

    start: datetime
    end: datetime
    shift: Placed[Shift]

    @property
    def people(self) -> tuple[str, ...]:
        """The leader on call and the staff, each once."""
        shift = self.shift.model
        named = (shift.leader, *shift.staff) if shift.leader else shift.staff
        return tuple(dict.fromkeys(named))


class Gap(NamedTuple):
    """Hours in which nobody is on duty; `after` is the last shift before them."""

    start: datetime
    end: datetime
    after: Watch


def rosters(repository: Repository) -> dict[str, tuple[Watch, ...]]:
    """The watches of each unit, the earliest first."""
    found: dict[str, list[Watch]] = {}
    for shift in repository.of(Shift):
        if shift.model.date.year == MAXYEAR:
            continue  # the end of such a shift cannot be said
        found.setdefault(repository.unit_meant(shift.model.unit), []).append(_watch(shift))
    return {unit: tuple(sorted(watches, key=lambda watch: watch.start)) for unit, watches in found.items()}


def _watch(shift: Placed[Shift]) -> Watch:
    start, end = (_moment(shift.model, clock) for clock in (shift.model.from_, shift.model.to))
    return Watch(start, end if end > start else end + timedelta(days=1), shift)


def _moment(shift: Shift, clock: str) -> datetime:
    hours, minutes = map(int, clock.split(":"))
    return datetime.combine(shift.date, time()) + timedelta(hours=hours, minutes=minutes)


def misdated(watches: tuple[Watch, ...], gap: Gap) -> bool:
    """Whether one of two shifts for the very same hours would fill a gap on another day: its date is a slip."""
    doubled = (one for one, other in overlaps(watches) if (one.start, one.end) == (other.start, other.end))
    return any(
        watch.start.time() == gap.start.time() and watch.end - watch.start == gap.end - gap.start for watch in doubled
    )


def gaps(watches: tuple[Watch, ...]) -> Iterator[Gap]:
    """The hours without a watch, from the first watch to the end of the last one's month."""
    last = watches[0]
    for watch in watches[1:]:
        if watch.start > last.end:
            yield Gap(last.end, watch.start, last)
        last = max(last, watch, key=lambda item: item.end)
    month_end = datetime.combine(month_of(watches[-1].start.date()).last, time()) + timedelta(days=1)
    if last.end < month_end:
        yield Gap(last.end, month_end, last)


def overlaps(watches: tuple[Watch, ...]) -> Iterator[tuple[Watch, Watch]]:
    """Neighbours of which the later begins before the earlier has ended."""
    last = watches[0]
    for watch in watches[1:]:
        if watch.start < last.end:
            yield last, watch
        last = max(last, watch, key=lambda item: item.end)

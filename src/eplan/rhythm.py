"""Which periods of a rhythm, such as each month or each term, went by without what must be done in each."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from eplan.calendar import Period, periods
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import Message, say
from eplan.models.law import Requirement
from eplan.models.quantities import Duration
from eplan.models.units import Unit
from eplan.obligations import next_due
from eplan.repository import Context, Placed, Repository

_YEAR = Duration(1, "y")
_DAY = timedelta(days=1)
_LONG = 3
_NAMES = {
    "spring": say("the spring term of {year}"),
    "autumn": say("the autumn term of {year}"),
    "H1": say("the first half of {year}"),
    "H2": say("the second half of {year}"),
}


class Doing(NamedTuple):
    """Something that was done on a day; `hours` counts class hours."""

    day: date
    hours: float


class Shortfall(NamedTuple):
    """A unit that did too little, in which periods, and the requirements that ask for more."""

    unit: Placed[Unit]
    periods: tuple[Period, ...]
    rows: tuple[Requirement, ...]


def shortfalls(
    repository: Repository, about: str, kept_in: str, doings: Iterable[tuple[str, Doing]]
) -> Iterator[Shortfall]:
    """The units that requirements name by their kind and that did too little.

    `doings` are told by unit; `kept_in` is the kind of file that holds them.
    """
    done: dict[str, list[Doing]] = {}
    for name, doing in doings:
        done.setdefault(repository.canonical(name), []).append(doing)
    for unit in repository.units:
        if repository.may_hide(kept_in, *repository.known_as(unit.id)):
            continue
        rows = (row for row in repository.on.requiring(about, unit.model.kind) if row.subjects and not row.hazards)
        lacking = [(row, periods) for row in rows if (periods := missed(row, done.get(unit.id, ()), repository.on))]
        if lacking:
            all_periods = {period for _, periods in lacking for period in periods}
            yield Shortfall(unit, tuple(sorted(all_periods)), tuple(row for row, _ in lacking))


class Lateness(NamedTuple):
    """Something that recurs and was due; `rows` are the requirements that it breaks."""

    due: date
    rows: tuple[Requirement, ...]
    severity: Severity


def lateness(rows: Iterable[Requirement], usual: Duration, last: date, today: date) -> Lateness | None:
    """What is overdue since `last`, by the requirements that say how often; by practice, as an info, where none does.

    A requirement that came into force after `last` counts from its first day.
    """
    asked = [(row, next_due(row.every, max(last, row.valid_from or last))) for row in rows if row.every]
    broken = [(row, due) for row, due in asked if due < today]
    if broken:
        broken_rows = tuple(row for row, _ in broken)
        return Lateness(min(due for _, due in broken), broken_rows, heaviest(broken_rows, Severity.INFO))
    due = next_due(usual, last)
    return Lateness(due, (), Severity.INFO) if not asked and due < today else None


def missed(row: Requirement, doings: Iterable[Doing], on: Context) -> tuple[Period, ...]:
    """The periods that ended within a year in which less was done than the requirement asks for."""
    known = [doing for doing in doings if doing.day <= on.as_of]
    return tuple(period for period in _asked(row, on) if not _is_enough(row, known, period))


def _is_enough(row: Requirement, doings: Iterable[Doing], period: Period) -> bool:
    hours = [doing.hours for doing in doings if doing.day in period]
    if row.at_least is None:
        return bool(hours)
    done = len(hours) if row.at_least.unit == "次" else sum(hours)
    return done >= row.at_least.amount


def _asked(row: Requirement, on: Context) -> Iterator[Period]:
    """The periods that a requirement asks about: they began when it was in force, and not long ago."""
    since = row.valid_from or date.min
    if isinstance(row.every, Duration):
        first = row.every.before(on.as_of)
        if since <= first:
            yield Period(first, on.as_of)
    elif row.every:
        back = Duration(2, "y") if row.every == "year" else _YEAR
        first = max(since, back.before(on.as_of))
        yield from _past(row.every, first, on)


def _past(kind: str, first: date, on: Context) -> Iterator[Period]:
    """The periods of a kind that lie between two days; months count in term time only."""
    yesterday = on.as_of - timedelta(days=1)
    if kind == "term":
        yield from _terms(first, yesterday, on)
    elif kind == "month":
        terms = tuple(_terms(_YEAR.before(first), _YEAR.after(on.as_of), on))
        months = periods("month", first, yesterday)
        yield from (month for month in months if any(month.first in term and month.last in term for term in terms))
    else:
        yield from periods(kind, first, yesterday)


def _terms(first: date, last: date, on: Context) -> Iterator[Period]:
    if not on.config.terms:
        yield from periods("term", first, last)
    for term in on.config.terms:
        if first <= term.from_ and term.to <= last:
            yield Period(term.from_, term.to, term.name or "")


def named(period: Period) -> Message | str:
    """What people call a period."""
    if found := re.fullmatch(r"(\d{4}) ?(spring|autumn|H1|H2)", period.name):
        return Message(_NAMES[found[2]].text, {"year": found[1]})
    return period.name or say("{first} to {last}", first=period.first, last=period.last)


def summed_up(found: Iterable[Period]) -> list[Message | str]:
    """Periods in words, in order; three or more that follow each other are one stretch."""
    stretches: list[list[Period]] = []
    for period in sorted(found):
        if stretches and period.first == stretches[-1][-1].last + _DAY and period.kind == stretches[-1][-1].kind:
            stretches[-1].append(period)
        else:
            stretches.append([period])
    return [words for stretch in stretches for words in _in_words(stretch)]


def _in_words(stretch: list[Period]) -> list[Message | str]:
    if len(stretch) < _LONG:
        return [named(period) for period in stretch]
    return [say("{first} to {last}", first=named(stretch[0]), last=named(stretch[-1]))]

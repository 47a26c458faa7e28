"""Periods (months, quarters, years, school terms) and working days. Only the command line asks what day it is."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache


class UnknownHolidaysError(Exception):
    """The State Council's holiday table of that year is not known, so working days cannot be counted."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no holiday table for {year}")
        self.year = year


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A stretch of days with a name, such as 2012Q4; both ends belong to it."""

    first: date
    last: date
    name: str = ""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def kind(self) -> str:
        """month, quarter or year."""
        return "quarter" if "Q" in self.name else "month" if "-" in self.name else "year"


def year_of(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), f"{day.year}")


def quarter_of(day: date) -> Period:
    quarter = (day.month - 1) // 3
    return _months(day.year, quarter * 3 + 1, 3, f"{day.year}Q{quarter + 1}")


def half_year_of(day: date) -> Period:
    half = (day.month - 1) // 6
    return _months(day.year, half * 6 + 1, 6, f"{day.year}H{half + 1}")


def month_of(day: date) -> Period:
    return _months(day.year, day.month, 1, f"{day.year}-{day.month:02}")


def week_of(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), "{}-W{:02}".format(*monday.isocalendar()[:2]))


def term_of(day: date) -> Period | None:
    """The school term of a day, or None in the holidays.

    Usual terms: 1 September to 20 January, 20 February to 10 July. Practice; a folder may say its own in eplan.yaml.
    """
    return next((term for term in _usual_terms(day.year) if day in term), None)


def _usual_terms(year: int) -> Iterator[Period]:
    yield Period(date(year - 1, 9, 1), date(year, 1, 20), f"{year - 1} autumn")
    yield Period(date(year, 2, 20), date(year, 7, 10), f"{year} spring")
    yield Period(date(year, 9, 1), date(year + 1, 1, 20), f"{year} autumn")


_OF = {
    "year": year_of,
    "half-year": half_year_of,
    "quarter": quarter_of,
    "month": month_of,
    "week": week_of,
    "term": term_of,
}


def period_of(kind: str, day: date) -> Period | None:
    """The year, half-year, quarter, month, week or term that `day` lies in."""
    return _OF[kind](day)


def previous(period: Period) -> Period:
    """The period of the same kind just before."""
    return period_of(period.kind, period.first - timedelta(days=1)) or period


def following(period: Period) -> Period:
    """The period of the same kind just after."""
    return period_of(period.kind, period.last + timedelta(days=1)) or period


def periods(kind: str, first: date, last: date) -> Iterator[Period]:
    """The periods of one kind that lie wholly in first..last."""
    day = first
    while day <= last:
        period = period_of(kind, day)
        if period is None:
            day += timedelta(days=1)
            continue
        if period.first >= first and period.last <= last:
            yield period
        if period.last >= last:
            return
        day = period.last + timedelta(days=1)


def _months(year: int, first: int, count: int, name: str) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), name)


def read_quarter(text: str) -> Period | None:
    """`2012Q4`."""
    found = re.fullmatch(r"(\d{4})[Qq]([1-4])", text)
    return quarter_of(date(int(found[1]), int(found[2]) * 3, 1)) if found else None


def read_month(text: str) -> Period | None:
    """`2012-11`."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    return month_of(date(int(found[1]), int(found[2]), 1)) if found else None


def read_year(text: str) -> Period | None:
    """`2012`."""
    return year_of(date(int(text), 1, 1)) if re.fullmatch(r"\d{4}", text) else None


@cache
def is_working_day(day: date) -> bool:
    """Whether people work on `day`, by the State Council's yearly table. Raises UnknownHolidaysError without one."""
    import chinese_calendar  # noqa: PLC0415 - 10,000 days of tables, wanted by few rules

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError as error:
        raise UnknownHolidaysError(day.year) from error


def add_working_days(start: date, count: int) -> date:
    """The `count`-th working day after `start`."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day

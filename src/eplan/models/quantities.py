"""Dates, spans of time, amounts and ranges as people write them: `2012-06`, `20工作日`, `20台`, `>=10 <30`."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

T = TypeVar("T")

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})")
_DURATION = re.compile(r"(\d+)\s*(min|h|d|工作日|w|mo|y)")
_QUANTITY = re.compile(r"(\d+(?:\.\d+)?)\s*([^\d\s.+-][^\s]*)")
_BOUND = re.compile(r"(>=|>|<=|<|=)?\s*(\d+(?:\.\d+)?)")
PERIODS = ("day", "week", "month", "quarter", "half-year", "term", "year")
_MINUTES = {"min": 1, "h": 60, "d": 1440, "w": 10080}
_DAYS = {"d": 1, "w": 7}


class MonthEnd(date):
    """A date given as a month only: it means the month's last day, and prints as the month."""

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    isoformat = __str__


def earliest(day: date) -> date:
    """The first day that a date may mean: of a month the first."""
    return date(day.year, day.month, 1) if isinstance(day, MonthEnd) else day


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time; `unit` is min, h, d, 工作日 (working days), w, mo (months) or y."""

    amount: int
    unit: str

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"

    @property
    def minutes(self) -> int:
        """Length in minutes, for comparing; a month counts 30 days, a year 365, a working day one day."""
        if self.unit in _MINUTES:
            return self.amount * _MINUTES[self.unit]
        return self.amount * 1440 * {"工作日": 1, "mo": 30, "y": 365}[self.unit]

    @property
    def is_working_days(self) -> bool:
        return self.unit == "工作日"

    def after(self, start: date) -> date:
        """The day this long after `start`; working days need a calendar, hours count as the same day."""
        match self.unit:
            case "y":
                return add_months(start, 12 * self.amount)
            case "mo":
                return add_months(start, self.amount)
            case unit:
                return start + timedelta(days=self.amount * _DAYS.get(unit, 0))

    def before(self, end: date) -> date:
        """The day this long before `end`; the first day there is where that lies before all days."""
        try:
            if self.unit in ("y", "mo"):
                return add_months(end, -self.amount * (12 if self.unit == "y" else 1))
            return end - timedelta(minutes=self.minutes)
        except (OverflowError, ValueError):
            return date.min


def add_months(start: date, months: int) -> date:
    """`start` moved by whole months; the last day of a shorter month where the day does not exist."""
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit of measure, such as 20台."""

    amount: float
    unit: str

    def __str__(self) -> str:
        return f"{self.amount:g}{self.unit}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of numbers, such as `>=10 <30`."""

    text: str
    low: float | None = None
    low_included: bool = True
    high: float | None = None
    high_included: bool = False

    def __str__(self) -> str:
        return self.text

    def holds(self, number: float) -> bool:
        """Whether `number` lies in the range."""
        above = self.low is None or number > self.low or (self.low_included and number == self.low)
        below = self.high is None or number < self.high or (self.high_included and number == self.high)
        return above and below


def _complain(kind: str, message: str, value: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, message, {"value": value})


def read_day(value: Any) -> date:
    """`2012-06-30`, or `2012-06` for the last day of June."""
    if isinstance(value, date):
        return value
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise _complain("day_form", "not a date", value)
    year, month = int(found[1]), int(found[2])
    try:
        return date(year, month, int(found[3])) if found[3] else MonthEnd(year, month, monthrange(year, month)[1])
    except ValueError as error:
        raise _complain("day_value", "no such day", value) from error


def read_moment(value: Any) -> datetime:
    """`2012-06-30 14:05`, local time."""
    found = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise _complain("moment_form", "not a time", value)
    try:
        return datetime.strptime(f"{found[1]} {found[2]}:{found[3]}", "%Y-%m-%d %H:%M")  # noqa: DTZ007 - local by contract
    except ValueError as error:
        raise _complain("moment_value", "no such time", value) from error


def read_duration(value: Any) -> Duration:
    """`30min`, `1h`, `2d`, `20工作日`, `2w`, `6mo`, `3y`."""
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise _complain("duration_form", "not a duration", value)
    return Duration(int(found[1]), found[2])


def read_quantity(value: Any) -> Quantity:
    """`20台`, `1.5吨`: a number and its unit."""
    found = _QUANTITY.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise _complain("quantity_form", "not a quantity", value)
    return Quantity(float(found[1]), found[2])


def read_count(value: Any) -> Quantity:
    """`20台` or a bare whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Quantity(float(value), "")
    return read_quantity(value)


def read_interval(value: Any) -> Duration:
    """`3y`, `6mo`: how long from one time to the next. Working days are no interval: their table ends with a year."""
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if not found or found[2] == "工作日":
        raise _complain("interval_form", "not an interval", value)
    return Duration(int(found[1]), found[2])


def read_rhythm(value: Any) -> Duration | str:
    """A calendar period (`month`) or an interval (`3y`)."""
    if isinstance(value, str) and value in PERIODS:
        return value
    try:
        return read_interval(value)
    except PydanticCustomError as error:
        raise _complain("rhythm_form", "not a rhythm", value) from error


def read_bounds(value: Any) -> Bounds:
    """`>=10 <30`, `>=30`, `<3`; a bare number means at least that many."""
    text = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
    parts = _BOUND.findall(text) if isinstance(text, str) else []
    if not parts or _BOUND.sub("", text).strip() or len(parts) > 2:
        raise _complain("bounds_form", "not a range", value)
    return _bounds(text, [(sign or ">=", float(number)) for sign, number in parts])


def _bounds(text: str, parts: list[tuple[str, float]]) -> Bounds:
    low = next((part for part in parts if part[0] in (">=", ">", "=")), None)
    high = next((part for part in parts if part[0] in ("<=", "<", "=")), None)
    if len(parts) == 2 and (low is None or high is None or low[1] > high[1]):
        raise _complain("bounds_form", "not a range", text)
    return Bounds(
        text,
        low[1] if low else None,
        low is not None and low[0] != ">",
        high[1] if high else None,
        high is not None and high[0] != "<",
    )


def _remembering(read: Callable[[Any], T]) -> PlainValidator:
    """A reader that keeps what texts mean: a folder says the same few thousand days and spans again and again."""
    known = lru_cache(maxsize=4096)(read)
    return PlainValidator(lambda value: known(value) if value.__class__ is str else read(value))


Day = Annotated[
    date,
    _remembering(read_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$", "examples": ["2012-06-30", "2012-06"]}),
]
Moment = Annotated[
    datetime,
    _remembering(read_moment),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}$", "examples": ["2012-06-30 14:05"]}
    ),
]
Span = Annotated[
    Duration,
    _remembering(read_duration),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d+\s*(min|h|d|工作日|w|mo|y)$", "examples": ["30min", "20工作日", "3y"]}
    ),
]
Interval = Annotated[
    Duration,
    PlainValidator(read_interval),
    WithJsonSchema({"type": "string", "pattern": r"^\d+\s*(min|h|d|w|mo|y)$", "examples": ["6mo", "3y"]}),
]
Amount = Annotated[
    Quantity,
    _remembering(read_quantity),
    WithJsonSchema({"type": "string", "pattern": r"^\d+(\.\d+)?\s*[^\d\s.+\-]\S*$", "examples": ["20台"]}),
]
Range = Annotated[
    Bounds,
    _remembering(read_bounds),
    WithJsonSchema({"type": ["string", "number"], "examples": [">=10 <30", ">=30"]}),
]
Count = Annotated[
    Quantity, _remembering(read_count), WithJsonSchema({"type": ["string", "integer"], "examples": ["20台", 20]})
]
Rhythm = Annotated[
    Duration | str,
    _remembering(read_rhythm),
    WithJsonSchema({"type": "string", "examples": [*PERIODS, "3y"]}),
]

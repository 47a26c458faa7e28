"""The timetable: phases as bands, tasks as bars up to their deadline, and the line of the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from eplan.calendar import periods
from eplan.render.charts.svg import (
    FILLS,
    INK,
    MUTED,
    PAPER,
    RULE,
    Canvas,
    label,
    line,
    polygon,
    rect,
    shortened,
    width_of,
)

WIDTH, ROW, TOP, LABELS = 720.0, 15.0, 38.0, 210.0
State = Literal["good", "late", "open", "bad"]


@dataclass(frozen=True, slots=True)
class Band:
    """A phase of the programme."""

    title: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Bar:
    """A task: its deadline, the day it was done, its state, and the words behind it."""

    name: str
    due: date | None
    done: date | None
    state: State
    note: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """What a Gantt chart shows."""

    title: str
    first: date
    last: date
    today: date
    today_words: str
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]


def gantt(table: Timetable) -> str:
    """The chart as SVG, 720 points wide."""
    height = TOP + ROW * len(table.bars) + 16
    parts = (*_bands(table, height), *_axis(table, height), *_bars(table), *_today(table, height))
    return str(Canvas(WIDTH, height, table.title, parts))


def _x(table: Timetable, day: date) -> float:
    days = max((table.last - table.first).days, 1)
    share = min(max((day - table.first).days / days, 0), 1)
    return LABELS + share * (WIDTH - LABELS - 60)


def _bands(table: Timetable, height: float) -> Iterator[str]:
    for index, band in enumerate(table.bands):
        left, right = _x(table, band.first), _x(table, band.last)
        yield rect(left, 14, right - left, height - 28, "#f3f1ec" if index % 2 else "#e9edf3")
        yield label(left + 3, 10, shortened(band.title, right - left - 6, 8), size=8, fill=MUTED)


def _axis(table: Timetable, height: float) -> Iterator[str]:
    for quarter in periods("quarter", table.first, table.last):
        x = _x(table, quarter.first)
        is_year = quarter.first.month == 1
        yield line(x, 26, x, height - 14, RULE, 0.9 if is_year else 0.4)
        if is_year:
            yield label(x + 2, 24, str(quarter.first.year), size=8, bold=True)


def _bars(table: Timetable) -> Iterator[str]:
    for index, bar in enumerate(table.bars):
        y = TOP + ROW * index
        yield label(0, y + 9, shortened(bar.name, LABELS - 10))
        if bar.due is None:
            yield label(LABELS + 4, y + 9, bar.note, fill=MUTED, size=8)
            continue
        end = _x(table, bar.due)
        yield rect(LABELS, y + 3, end - LABELS, 6, FILLS[bar.state] if bar.state != "open" else PAPER, FILLS[bar.state])
        yield from _mark(end, y + 6, bar.state)
        if bar.done is not None:
            yield polygon(_diamond(_x(table, bar.done), y + 6, 4), INK)
        room = WIDTH - end - 8
        yield label(end + 8, y + 9, shortened(bar.note, room, 8), size=8, fill=MUTED) if room > width_of("0", 8) else ""


def _mark(x: float, y: float, state: State) -> Iterator[str]:
    """The deadline: a triangle where it is missed, a small bar where it holds."""
    if state == "bad":
        yield polygon(((x - 4, y + 4), (x + 4, y + 4), (x, y - 5)), FILLS["bad"])
    else:
        yield rect(x - 1, y - 5, 2, 10, FILLS[state])


def _diamond(x: float, y: float, size: float) -> tuple[tuple[float, float], ...]:
    return ((x, y - size), (x + size, y), (x, y + size), (x - size, y))


def _today(table: Timetable, height: float) -> Iterator[str]:
    if table.first <= table.today <= table.last:
        x = _x(table, table.today)
        yield line(x, 16, x, height - 12, FILLS["bad"], 1.2, "4 2")
        yield label(x, height - 2, table.today_words, anchor="middle", size=8, fill=FILLS["bad"], bold=True)

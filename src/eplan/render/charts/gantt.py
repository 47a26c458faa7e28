"""The timetable: phases as bands, tasks as bars up to their deadline, and the line of the day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from eplan.calendar import periods
from eplan.render.charts.lettering import SIZE, SMALL, widest, width_of, wrapped
from eplan.render.charts.svg import (
    EDGES,
    FILLS,
    INK,
    MUTED,
    PAPER,
    RULE,
    WIDTH,
    Canvas,
    Tone,
    diamond,
    height_of,
    label,
    labels,
    line,
    polygon,
    rect,
    triangle,
)

GAP, MOST_NAME, MOST_NOTE, NARROWEST = 5.0, 240.0, 150.0, 110.0
TODAY = "#7d1313"


class Band(NamedTuple):
    """A phase of the programme."""

    title: str
    first: date
    last: date


class Bar(NamedTuple):
    """A task: its deadline, the first deadline where it was put off, the day it was done, and the words beside it."""

    name: str
    due: date | None
    done: date | None
    tone: Tone
    note: str
    first_due: date | None = None


class Words(NamedTuple):
    """What the marks mean, and what the line of the day is called."""

    today: str
    deadline: str
    missed: str
    done: str
    put_off: str


class Timetable(NamedTuple):
    """What a Gantt chart shows."""

    title: str
    first: date
    last: date
    today: date
    words: Words
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]


class _Frame(NamedTuple):
    """Where the days lie."""

    table: Timetable
    left: float
    right: float

    def x(self, day: date) -> float:
        days = max((self.table.last - self.table.first).days, 1)
        share = min(max((day - self.table.first).days / days, 0), 1)
        return self.left + share * (self.right - self.left)


def gantt(table: Timetable) -> str:
    """The chart as SVG: names, days, words."""
    left = widest((bar.name for bar in table.bars), MOST_NAME) + 10
    right = WIDTH - widest((bar.note for bar in table.bars), MOST_NOTE, SMALL) - 10
    frame = _Frame(table, left, right)
    titles = tuple(_titles(frame))
    top = max((title.bottom for title in titles), default=0) + 6
    rows = [(bar, wrapped(bar.name, left - 10), wrapped(bar.note, MOST_NOTE, SMALL)) for bar in table.bars]
    heights = [max(height_of(len(name)), height_of(len(note), SMALL)) + GAP for _, name, note in rows]
    bottom = top + 20 + sum(heights)
    parts = [*_bands(frame, titles, top, bottom), *_axis(frame, top, bottom)]
    y = top + 20
    for (bar, name, note), height in zip(rows, heights, strict=True):
        parts += [*labels(0, y + SIZE, name), *_bar(frame, bar, y)]
        parts += labels(right + 10, y + SIZE, note, size=SMALL, fill=INK if bar.tone == "bad" else MUTED)
        y += height
    parts += [*_today(frame, top, bottom), *_legend(table.words, bottom + 32)]
    return str(Canvas(bottom + 40, table.title, tuple(parts)))


class _Title(NamedTuple):
    """The name of a band in lines, and where they stand."""

    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def right(self) -> float:
        return self.x + max(width_of(words, SMALL) for words in self.lines)

    @property
    def bottom(self) -> float:
        return self.y + height_of(len(self.lines), SMALL)


def _titles(frame: _Frame) -> Iterator[_Title]:
    """Side by side over their bands; one that would lie on the one before stands under it."""
    before: _Title | None = None
    for band in frame.table.bands:
        left, room = frame.x(band.first) + 2, frame.x(band.last) - frame.x(band.first) - 4
        lines = wrapped(band.title, max(room, min(width_of(band.title, SMALL), NARROWEST)), SMALL)
        x = min(left, WIDTH - max(width_of(words, SMALL) for words in lines))
        before = _Title(x, before.bottom if before and x < before.right + 2 else 0, lines)
        yield before


def _bands(frame: _Frame, titles: tuple[_Title, ...], top: float, bottom: float) -> Iterator[str]:
    for index, (band, title) in enumerate(zip(frame.table.bands, titles, strict=True)):
        left, right = frame.x(band.first), frame.x(band.last)
        yield rect(left, top, right - left, bottom - top, "#e9edf3" if index % 2 else "#f6f4ef")
        yield from labels(title.x, title.y + SMALL, title.lines, size=SMALL, fill=MUTED)


def _axis(frame: _Frame, top: float, bottom: float) -> Iterator[str]:
    for quarter in periods("quarter", frame.table.first, frame.table.last):
        x, is_year = frame.x(quarter.first), quarter.first.month == 1
        yield line(x, top + 2, x, bottom, RULE, 1 if is_year else 0.4)
        if is_year:
            yield label(x + 3, top + 12, str(quarter.first.year), size=SMALL, bold=True)


def _bar(frame: _Frame, bar: Bar, y: float) -> Iterator[str]:
    middle = y + 7.5
    if bar.due is None:
        yield line(frame.left, middle, frame.right, middle, EDGES[bar.tone], 1.2, "1 4")
        return
    end = frame.x(bar.due)
    yield rect(frame.left, middle - 4, end - frame.left, 8, FILLS[bar.tone], EDGES[bar.tone])
    if bar.first_due and bar.first_due != bar.due:
        yield polygon(diamond(frame.x(bar.first_due), middle, 4.5), PAPER, INK)
    yield from _deadline(end, middle, bar.tone == "bad")
    if bar.done is not None:
        yield polygon(diamond(frame.x(bar.done), middle, 4.5), INK, PAPER)


def _deadline(x: float, y: float, is_missed: bool) -> Iterator[str]:
    """A triangle where it is missed, a bar across where it holds."""
    yield polygon(triangle(x, y, 5), TODAY, PAPER) if is_missed else rect(x - 1, y - 6, 2, 12, INK)


def _today(frame: _Frame, top: float, bottom: float) -> Iterator[str]:
    table = frame.table
    if table.first <= table.today <= table.last:
        x, half = frame.x(table.today), width_of(table.words.today, SMALL) / 2
        yield line(x, top + 2, x, bottom + 4, TODAY, 1.3, "4 2")
        at = min(max(x, half), WIDTH - half)
        yield label(at, bottom + 15, table.words.today, anchor="middle", size=SMALL, fill=TODAY, bold=True)


def _legend(words: Words, y: float) -> Iterator[str]:
    marks = (
        (rect(5, y - 10, 2, 12, INK), words.deadline),
        (polygon(triangle(6, y - 4, 5), TODAY), words.missed),
        (polygon(diamond(6, y - 4, 4.5), INK), words.done),
        (polygon(diamond(6, y - 4, 4.5), PAPER, INK), words.put_off),
    )
    x = 0.0
    for mark, meaning in marks:
        yield f'<g transform="translate({x:.0f} 0)">{mark}</g>'
        yield label(x + 16, y, meaning, size=SMALL, fill=MUTED)
        x += 34 + width_of(meaning, SMALL)

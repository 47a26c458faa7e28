"""Small charts side by side, one an indicator: its course over the periods, every value written out."""

from collections.abc import Iterator
from typing import NamedTuple

from eplan.render.charts.lettering import SIZE, SMALL, width_of, wrapped
from eplan.render.charts.svg import (
    INK,
    MUTED,
    PAPER,
    RULE,
    WIDTH,
    Canvas,
    height_of,
    label,
    labels,
    line,
    polyline,
    rect,
)

ACROSS, GUTTER, PLOT = 3, 24.0, 62.0
CELL = (WIDTH - GUTTER * (ACROSS - 1)) / ACROSS
STROKE = "#2f5577"


class Panel(NamedTuple):
    """One course; values from 0 to 100, None where there is none."""

    name: str
    values: tuple[float | None, ...]


class _Box(NamedTuple):
    """Where the lines of a panel are drawn."""

    left: float
    top: float


def panels(title: str, periods: tuple[str, ...], shown: tuple[Panel, ...], nothing: str) -> str:
    """The panels as SVG, three in a row; `nothing` is written where there is no value."""
    parts: list[str] = []
    y = 0.0
    for start in range(0, len(shown), ACROSS):
        line_of_panels = shown[start : start + ACROSS]
        names = [wrapped(panel.name, CELL) for panel in line_of_panels]
        head = height_of(max(map(len, names)))
        for index, panel in enumerate(line_of_panels):
            x = index * (CELL + GUTTER)
            parts += [*labels(x, y + SIZE, names[index]), *_plot(panel, periods, _Box(x, y + head + 16), nothing)]
        y += head + 16 + PLOT + 26
    return str(Canvas(y, title, tuple(parts)))


def _plot(panel: Panel, periods: tuple[str, ...], box: _Box, nothing: str) -> Iterator[str]:
    for height in (0, 50, 100):
        yield line(box.left, _y(box, height), box.left + CELL, _y(box, height), RULE, 0.5)
    known = [(_x(box, index, len(periods)), value) for index, value in enumerate(panel.values) if value is not None]
    yield polyline(((x, _y(box, value)) for x, value in known), STROKE)
    for index, (name, value) in enumerate(zip(periods, panel.values, strict=True)):
        x, is_last = _x(box, index, len(periods)), index == len(periods) - 1
        yield from _point(box, x, value, nothing, is_last)
        yield label(x, box.top + PLOT + 14, name, anchor="middle", size=SMALL, fill=INK if is_last else MUTED)


def _point(box: _Box, x: float, value: float | None, nothing: str, is_last: bool) -> Iterator[str]:
    if value is None:
        width = width_of(nothing, SMALL)
        yield rect(x - width / 2 - 2, box.top + PLOT / 2 - 7, width + 4, 14, PAPER)
        yield label(x, box.top + PLOT / 2 + 4, nothing, anchor="middle", size=SMALL, fill=MUTED)
        return
    y = _y(box, value)
    words = f"{value:g}%"
    width = width_of(words, SMALL)
    below = y - box.top < 12
    yield rect(x - width / 2, y + (5 if below else -16), width, 12, PAPER)
    yield label(x, y + (14 if below else -6), words, anchor="middle", size=SMALL, bold=is_last)
    yield rect(x - 2.5, y - 2.5, 5, 5, STROKE if is_last else PAPER, STROKE)


def _x(box: _Box, index: int, count: int) -> float:
    """Points stand in the middle of equal shares, so that the words under them fit."""
    return box.left + CELL * (index + 0.5) / count


def _y(box: _Box, value: float) -> float:
    return box.top + PLOT * (1 - min(max(value, 0), 100) / 100)

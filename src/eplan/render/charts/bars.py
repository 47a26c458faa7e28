"""Horizontal bars made of parts: tasks by area or unit, with the number in every part."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.render.charts.svg import FILLS, INK, MUTED, PAPER, Canvas, label, rect, shortened

WIDTH, ROW, LABELS, TOP = 720.0, 17.0, 210.0, 20.0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar; `tone` decides its fill."""

    tone: str
    value: float


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar and its name."""

    name: str
    parts: tuple[Part, ...]


def stacked(title: str, legend: tuple[tuple[str, str], ...], rows: tuple[BarRow, ...]) -> str:
    """Bars as SVG; the legend pairs a tone with its words."""
    most = max((sum(part.value for part in row.parts) for row in rows), default=1) or 1
    height = TOP + ROW * len(rows) + 4
    parts = (*_legend(legend), *(piece for index, row in enumerate(rows) for piece in _row(row, index, most)))
    return str(Canvas(WIDTH, height, title, parts))


def _legend(legend: tuple[tuple[str, str], ...]) -> Iterator[str]:
    x = LABELS
    for tone, words in legend:
        yield rect(x, 4, 9, 9, _fill(tone), FILLS[tone])
        yield label(x + 13, 12, words, size=8, fill=MUTED)
        x += 24 + 9 * len(words)


def _fill(tone: str) -> str:
    return PAPER if tone == "open" else FILLS[tone]


def _row(row: BarRow, index: int, most: float) -> Iterator[str]:
    y, x = TOP + ROW * index, LABELS
    yield label(0, y + 10, shortened(row.name, LABELS - 10))
    for part in row.parts:
        if part.value:
            width = part.value / most * (WIDTH - LABELS - 20)
            yield rect(x, y + 2, width, 11, _fill(part.tone), FILLS[part.tone])
            ink = INK if part.tone in ("open", "muted") else PAPER
            yield label(x + width / 2, y + 10.5, f"{part.value:g}", anchor="middle", size=8, fill=ink)
            x += width

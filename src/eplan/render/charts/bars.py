"""Horizontal bars made of parts: tasks by area or unit, with the number in every part."""

from collections.abc import Iterator
from typing import NamedTuple

from eplan.render.charts.legend import legend
from eplan.render.charts.lettering import SIZE, SMALL, widest, width_of, wrapped
from eplan.render.charts.svg import EDGES, FILLS, INKS, MUTED, WIDTH, Canvas, Tone, height_of, label, labels, rect

THICK, GAP, MOST_NAME = 13.0, 6.0, 260.0


class Part(NamedTuple):
    """A piece of a bar."""

    tone: Tone
    value: float


class BarRow(NamedTuple):
    """One bar and its name."""

    name: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> float:
        return sum(part.value for part in self.parts)


class _Frame(NamedTuple):
    """Where the bars begin, and how long one is that counts one."""

    left: float
    unit: float


def stacked(title: str, meanings: tuple[tuple[Tone, str], ...], rows: tuple[BarRow, ...]) -> str:
    """Bars as SVG; `meanings` say what the tones are."""
    left = widest((row.name for row in rows), MOST_NAME) + 8
    most = max((row.total for row in rows), default=1) or 1
    frame = _Frame(left, (WIDTH - left - 60) / most)
    parts, y = list(legend(tuple((FILLS[tone], EDGES[tone], words) for tone, words in meanings), left)), 22.0
    for row in rows:
        lines = wrapped(row.name, left - 8)
        parts += [*labels(0, y + SIZE, lines), *_bar(row, y, frame)]
        y += max(height_of(len(lines)), THICK) + GAP
    return str(Canvas(y, title, tuple(parts)))


def _bar(row: BarRow, y: float, frame: _Frame) -> Iterator[str]:
    x = frame.left
    for part in row.parts:
        if part.value:
            words = f"{part.value:g}"
            width = max(part.value * frame.unit, width_of(words, SMALL) + 3)
            yield rect(x, y + 1, width, THICK, FILLS[part.tone], EDGES[part.tone])
            yield label(x + width / 2, y + 11, words, anchor="middle", size=SMALL, fill=INKS[part.tone])
            x += width
    yield label(x + 5, y + 11, f"{row.total:g}", size=SMALL, fill=MUTED)

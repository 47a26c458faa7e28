"""What there is against what is needed: a bar each, a mark at the need, and both numbers in words."""

from collections.abc import Iterator
from typing import NamedTuple

from eplan.render.charts.legend import legend
from eplan.render.charts.lettering import SIZE, SMALL, widest, wrapped
from eplan.render.charts.svg import EDGES, FILLS, INK, MUTED, RULE, WIDTH, Canvas, height_of, labels, line, rect

THICK, GAP, MOST_NAME, MOST_NOTE = 11.0, 7.0, 170.0, 300.0


class Bullet(NamedTuple):
    """One thing: how much there is, how much is needed, and the words beside it."""

    name: str
    held: float
    needed: float
    note: str

    @property
    def is_short(self) -> bool:
        return self.held < self.needed


class Words(NamedTuple):
    """What the parts of the chart mean."""

    enough: str
    short: str
    need: str


def bullets(title: str, words: Words, rows: tuple[Bullet, ...]) -> str:
    """The bars as SVG. Each is drawn to its own scale, because units of measure differ."""
    left = widest((row.name for row in rows), MOST_NAME) + 8
    right = widest((row.note for row in rows), MOST_NOTE, SMALL) + 8
    entries = (
        (FILLS["good"], EDGES["good"], words.enough),
        (FILLS["bad"], EDGES["bad"], words.short),
        (INK, INK, words.need),
    )
    parts, y = [*legend(entries, left)], 24.0
    for row in rows:
        names, notes = wrapped(row.name, left - 8), wrapped(row.note, right - 8, SMALL)
        parts += [
            *labels(0, y + SIZE, names),
            *_bar(row, left, y, WIDTH - right - left - 10),
            *labels(WIDTH - right + 8, y + SIZE - 1, notes, size=SMALL, fill=INK if row.is_short else MUTED),
        ]
        y += max(height_of(len(names)), height_of(len(notes), SMALL), THICK) + GAP
    return str(Canvas(y, title, tuple(parts)))


def _bar(row: Bullet, left: float, y: float, room: float) -> Iterator[str]:
    most = max(row.held, row.needed) or 1
    tone = "bad" if row.is_short else "good"
    yield rect(left, y + 2, room, THICK, "#f3f1ec", RULE)
    yield rect(left, y + 2, room * row.held / most, THICK, FILLS[tone], EDGES[tone])
    x = left + room * row.needed / most
    yield line(x, y - 1, x, y + THICK + 5, INK, 2.2)

"""A grid of cells with numbers: phases × questions over plans, units × kinds of plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.render.charts.svg import INK, MUTED, PAPER, RULE, Canvas, label, rect, shortened

LABELS, ROW, TOP = 230.0, 16.0, 40.0
_STEPS = ("#9b2c2c", "#f0d9b5", "#cfe0d6", "#8fbfa5", "#2f6b4f")
"""From nothing to much; the lightness rises and falls with it, and nothing is marked by a cross besides."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: a name, and for each column a number or None where it does not apply."""

    name: str
    values: tuple[int | None, ...]


def grid(
    title: str, columns: tuple[str, ...], rows: tuple[GridRow, ...], groups: tuple[tuple[str, int], ...] = ()
) -> str:
    """A heat map as SVG. `groups` name runs of columns above them."""
    cell = (720 - LABELS) / max(len(columns), 1)
    height = TOP + ROW * len(rows) + 4
    body = (piece for index, row in enumerate(rows) for piece in _row(row, index, cell))
    return str(Canvas(720, height, title, (*_heads(columns, groups, cell), *body)))


def _heads(columns: tuple[str, ...], groups: tuple[tuple[str, int], ...], cell: float) -> Iterator[str]:
    x = LABELS
    for name, count in groups:
        yield label(x + cell * count / 2, 14, name, anchor="middle", bold=True)
        x += cell * count
    for index, name in enumerate(columns):
        yield label(
            LABELS + cell * (index + 0.5), 32, shortened(name, cell - 2, 8), anchor="middle", size=8, fill=MUTED
        )


def _row(row: GridRow, index: int, cell: float) -> Iterator[str]:
    y = TOP + ROW * index
    yield label(0, y + 11, shortened(row.name, LABELS - 10))
    for column, value in enumerate(row.values):
        x = LABELS + cell * column
        if value is None:
            yield rect(x + 0.5, y + 0.5, cell - 1, ROW - 1, PAPER, RULE)
            continue
        step = 0 if value == 0 else min(1 + (value - 1) // 3, len(_STEPS) - 1)
        yield rect(x + 0.5, y + 0.5, cell - 1, ROW - 1, _STEPS[step], RULE)
        ink = PAPER if step in (0, len(_STEPS) - 1) else INK
        yield label(x + cell / 2, y + 11, "×" if value == 0 else str(value), anchor="middle", size=8, fill=ink)

"""A grid of cells with words: phases by questions over plans, units by kinds of plan."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eplan.render.charts.lettering import SIZE, SMALL, widest, wrapped
from eplan.render.charts.svg import INK, MUTED, PAPER, RULE, WIDTH, Canvas, height_of, label, labels, rect

MISSING = "#7d1313"
_STEPS = ("#eef5f0", "#cfe3d7", "#9cc5ae", "#6fab8c")
"""From little to much; what is missing is darker than all, and white on it stands a cross."""
MOST_NAME, HEAD = 190.0, 9.0


class GridCell(NamedTuple):
    """What stands in a cell. `weight` is its shade: 0 is missing, None does not apply, else 1 (light) to 4 (dark)."""

    words: str = ""
    weight: int | None = None


class GridRow(NamedTuple):
    """A row and its name."""

    name: str
    cells: tuple[GridCell, ...]


def weight_of(count: int) -> int:
    """The shade of a number."""
    return 0 if count == 0 else min(1 + count // 3, len(_STEPS))


def grid(
    title: str, columns: tuple[str, ...], rows: tuple[GridRow, ...], groups: tuple[tuple[str, int], ...] = ()
) -> str:
    """The grid as SVG. `groups` name runs of columns above them."""
    left = widest((row.name for row in rows), MOST_NAME) + 8
    width = (WIDTH - left) / max(len(columns), 1)
    heads = [wrapped(name, width - 1.5, HEAD) for name in columns]
    y = (SIZE + 8 if groups else 0) + height_of(max(map(len, heads), default=0), HEAD) + 4
    parts = [*_groups(groups, left, width), *_heads(heads, left, width, y)]
    for row in rows:
        lines = wrapped(row.name, left - 8)
        height = height_of(len(lines)) + 4
        parts += [*labels(0, y + SIZE + 1, lines), *_cells(row.cells, left, width, (y, height))]
        y += height
    return str(Canvas(y + 2, title, tuple(parts)))


def _groups(groups: Iterable[tuple[str, int]], x: float, width: float) -> Iterator[str]:
    for name, count in groups:
        yield label(x + width * count / 2, SIZE + 1, name, anchor="middle", bold=True)
        x += width * count


def _heads(heads: list[tuple[str, ...]], left: float, width: float, bottom: float) -> Iterator[str]:
    for index, lines in enumerate(heads):
        top = bottom - 4 - height_of(len(lines) - 1, HEAD)
        yield from labels(left + width * (index + 0.5), top, lines, anchor="middle", size=HEAD, fill=MUTED)


def _cells(cells: tuple[GridCell, ...], left: float, width: float, at: tuple[float, float]) -> Iterator[str]:
    y, height = at
    for column, cell in enumerate(cells):
        x = left + width * column
        yield rect(x + 0.5, y + 0.5, width - 1, height - 1, _fill(cell), RULE)
        if cell.words:
            ink = PAPER if cell.weight == 0 else INK
            base = y + height / 2 + SMALL * 0.36
            yield label(x + width / 2, base, cell.words, anchor="middle", size=SMALL, fill=ink, bold=cell.weight == 0)


def _fill(cell: GridCell) -> str:
    match cell.weight:
        case None:
            return PAPER
        case 0:
            return MISSING
        case weight:
            return _STEPS[weight - 1]

"""Tables → what Typst must know of each cell: its words broken to its width, its tone, whether its row may be torn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import east_asian_width

from markupsafe import Markup

from eplan.render.blocks import Cell, Row, Table, plain
from eplan.render.typst_source import RUN_LIMIT, literal, runs

TEXT_WIDTH = 442.0
"""Points from margin to margin."""
_PADDING = 11.0
_SIZES = {"": 9.5, "facts": 9.5, "dense": 8.5}
_LATIN = 0.58
"""Width of a Latin letter in ems, on the safe side."""
_LONG = 12
"""Lines; a row with a longer cell may go over the foot of a page."""


@dataclass(frozen=True)
class Written:
    """A cell as source: content, and the options of its function where it has any."""

    words: Markup
    options: Markup


def weights(table: Table) -> tuple[float, ...]:
    """The columns' relative widths, all above zero."""
    return tuple(max(column.width, 0.1) for column in table.columns)


def cells(table: Table, row: Row, anchors: frozenset[str]) -> Iterator[Written]:
    """The cells of a row in order."""
    is_torn = any(_lines(cell, width, table) > _LONG for cell, width in _measured(table, row))
    place = 0
    for cell, width in _measured(table, row):
        column = table.columns[min(place, len(table.columns) - 1)]
        options = dict(_options(cell, row, place, column.is_head))
        if is_torn:
            options["breakable"] = "true"
        limit = min(RUN_LIMIT, max(4, int(width / _SIZES[table.style] / _LATIN)))
        written = ", ".join(f"{name}: {value}" for name, value in options.items())
        yield Written(Markup(runs(cell.text, anchors, limit)), Markup(written))  # noqa: S704 - literals
        place += cell.span


def _measured(table: Table, row: Row) -> Iterator[tuple[Cell, float]]:
    """Cells with the width that they have, in points."""
    widths, place = weights(table), 0
    for cell in row.cells:
        share = sum(widths[place : place + cell.span]) / sum(widths)
        yield cell, max(TEXT_WIDTH * share - _PADDING, _PADDING)
        place += cell.span


def _options(cell: Cell, row: Row, place: int, is_head: bool) -> Iterator[tuple[str, str]]:
    tone = cell.tone or ("muted" if row.tone == "muted" else "")
    if tone:
        yield "tone", literal(tone)
    if row.tone and row.tone != "muted" and place == 0:
        yield "row", literal(row.tone)
    if cell.share is not None:
        yield "share", literal(min(max(cell.share, 0.0), 1.0))
    if is_head:
        yield "names", "true"
    if cell.span > 1:
        yield "colspan", literal(cell.span)


def _lines(cell: Cell, width: float, table: Table) -> float:
    half_ems = width / _SIZES[table.style] * 2
    return sum(1 + sum(_WIDTHS.get(east_asian_width(letter), 1) for letter in line) / half_ems
               for line in plain(cell.text).split("\n"))  # fmt: skip


_WIDTHS: Mapping[str, int] = {"W": 2, "F": 2, "A": 2}

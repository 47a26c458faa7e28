"""Tables → what Typst must know of them: column widths, and of each cell its words, tone and whether it may be torn."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from eplan.render.blocks import Cell, Row, Table, plain
from eplan.render.column_widths import LATIN, column_widths, extent
from eplan.render.typst_source import RUN_LIMIT, literal, runs

_PAGE = 442.0
"""Points from margin to margin."""
_SIZES = {"": 9.5, "facts": 9.5, "dense": 8.5}
_PADDING = 1.15
"""Ems, left and right of a cell's words together."""
_TORN = 12
"""Lines; a row with a longer cell may go over the foot of a page."""


@dataclass(frozen=True)
class Written:
    """A cell as source: content, and the options of its function where it has any."""

    words: Markup
    options: Markup


@dataclass(frozen=True)
class Layout:
    """A table with the widths of its columns, in ems."""

    table: Table
    widths: tuple[float, ...]


def layout(table: Table) -> Layout:
    return Layout(table, column_widths(table, _PAGE / _SIZES[table.style], _PADDING))


def cells(layout: Layout, row: Row, anchors: frozenset[str]) -> Iterator[Written]:
    """The cells of a row in order."""
    measured = tuple(_measured(layout, row))
    is_torn = any(extent(plain(cell.text)).height(width) > _TORN for cell, _, width in measured)
    for cell, place, width in measured:
        options = dict(_options(cell, row, place, layout.table.columns[place].is_head))
        if is_torn:
            options["breakable"] = "true"
        limit = min(RUN_LIMIT, max(4, int(width / LATIN)))
        written = ", ".join(f"{name}: {value}" for name, value in options.items())
        yield Written(Markup(runs(cell.text, anchors, limit)), Markup(written))  # noqa: S704 - literals


def _measured(layout: Layout, row: Row) -> Iterator[tuple[Cell, int, float]]:
    """Cells with their first column, and the width that their words have."""
    place = 0
    for cell in row.cells:
        yield cell, min(place, len(layout.widths) - 1), sum(layout.widths[place : place + cell.span]) - _PADDING
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

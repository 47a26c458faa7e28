"""Tables → calls of the functions that lay them out in Typst: column widths, heads, and cells with their tones."""

from collections.abc import Iterator

from eplan.render.blocks import Cell, Row, Table
from eplan.render.column_widths import LATIN, column_widths, extent, printed
from eplan.render.typst_source import RUN_LIMIT, literal, runs, words

_PAGE = 442.0
"""Points from margin to margin."""
_SIZES = {"": 9.5, "facts": 9.5, "dense": 8.5}
_PADDING = 1.15
"""Ems, left and right of a cell's words together."""
_TORN = 12
"""Lines; a row with a longer cell may go over the foot of a page."""
_KEPT = 18.0
"""Lines; a table that is not higher stands on one page."""
_SPACE = 0.6
"""Lines above and below the words of a row together."""

_UNLINKED = "#show link: it => it.body;"


def table_source(table: Table, anchors: frozenset[str], *, has_linked_heads: bool = True) -> str:
    """The call of `data-table`; PDF/UA-1 forbids links in head rows, since they are repeated."""
    widths = column_widths(table, _PAGE / _SIZES[table.style], _PADDING)
    has_head = table.style != "facts" and any(column.title for column in table.columns)
    head = "".join(f"[{words(column.title)}], " for column in table.columns) if has_head else ""
    first = (
        literal(table.style or "plain"),
        literal([round(width, 2) for width in widths]),
        literal([column.align for column in table.columns]),
        literal(_lines(table, widths) <= _KEPT),
        f"({head})",
    )
    lead = "" if has_linked_heads else _UNLINKED
    rows = (line for row in table.rows for line in _row(table, row, widths, anchors, lead))
    return f"#data-table({', '.join(first)},\n{''.join(rows)})"


def _lines(table: Table, widths: tuple[float, ...]) -> float:
    """About how high the table is, its head included."""
    heights = (max(_heights(row, widths), default=1.0) for row in table.rows)
    return sum((height + _SPACE for height in heights), 1 + _SPACE)


def _heights(row: Row, widths: tuple[float, ...]) -> Iterator[float]:
    return (extent(printed(cell.text)).height(width) for cell, _, width in _measured(row, widths))


def _row(table: Table, row: Row, widths: tuple[float, ...], anchors: frozenset[str], lead: str) -> Iterator[str]:
    """The cells of a row, a line each; `lead` opens the words of a head row."""
    if row.is_head:
        body = lead + " ".join(runs(cell.text, anchors) for cell in row.cells)
        bar = "bar: true, " if row.is_changed else ""
        yield f"head-row({len(widths)}, {literal(row.tone)}, {bar}[{body}]),\n"
        return
    is_torn = max(_heights(row, widths), default=0.0) > _TORN
    for cell, place, width in _measured(row, widths):
        options = [*_options(cell, row, place, table.columns[place].is_head), *(["breakable: true"] if is_torn else [])]
        body = runs(cell.text, anchors, min(RUN_LIMIT, max(4, int(width / LATIN))))
        yield f"cell({', '.join(options)})[{body}],\n" if options else f"[{body}],\n"


def _measured(row: Row, widths: tuple[float, ...]) -> Iterator[tuple[Cell, int, float]]:
    """Cells with their first column, and the width that their words have."""
    place = 0
    for cell in row.cells:
        yield cell, min(place, len(widths) - 1), sum(widths[place : place + cell.span]) - _PADDING
        place += cell.span


def _options(cell: Cell, row: Row, place: int, is_head: bool) -> Iterator[str]:
    tone = cell.tone or ("muted" if row.tone == "muted" else "")
    if tone:
        yield f"tone: {literal(tone)}"
    if row.tone and row.tone != "muted" and place == 0:
        yield f"row: {literal(row.tone)}"
    if cell.share is not None:
        yield f"share: {literal(min(max(cell.share, 0.0), 1.0))}"
    if is_head:
        yield "names: true"
    if row.is_changed and cell is row.cells[-1]:
        yield "bar: true"
    if cell.span > 1:
        yield f"colspan: {literal(cell.span)}"

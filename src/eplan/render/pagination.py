"""About how many pages blocks fill, so that a book can be parted into volumes before it is laid out; its contents."""

from collections.abc import Iterable
from math import ceil

from eplan.render.blocks import Block, Figure, Heading, Items, Notice, Paragraph, Table, outline, plain
from eplan.render.column_widths import extent

_PAGE = 47.0
"""Lines of a table that fill a page of the book."""
_LINE, _ROW, _HEADING, _FIGURE = 1.5, 0.7, 2.4, 16.0
"""Lines of a table: what a line of running text, the padding of a row, a heading, a drawing count."""
_CONTENTS = 240
"""Lines of contents at most."""
_WIDTH, _PARAGRAPH, _PADDING = 46.5, 36.0, 1.15
"""Ems from margin to margin in a table and in running text, and a cell's padding."""


def about_pages(blocks: Iterable[Block]) -> int:
    """Pages that blocks fill, a tenth more or less; an even number, since what follows starts on the right."""
    return 2 * ceil(sum(map(_lines, blocks)) / _PAGE / 2)


def _lines(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING
        case Paragraph() | Notice():
            return _LINE * extent(plain(block.text)).height(_PARAGRAPH)
        case Items():
            return sum(_lines(inner) for item in block.items for inner in item)
        case Table():
            return _table(block)
        case Figure():
            return _FIGURE
        case _:
            return 0.0


def _table(table: Table) -> float:
    total = sum(column.width for column in table.columns)
    widths = [_WIDTH * column.width / total - _PADDING for column in table.columns]
    heights = (
        max((extent(plain(cell.text)).height(width) for cell, width in zip(row.cells, widths, strict=False)), default=1)
        for row in table.rows
    )
    return 2 + sum(height + _ROW for height in heights)


def fitting_depth(blocks: tuple[Block, ...], depth: int) -> int:
    """How deep a printed table of contents goes; a longer one would be leafed through like the book itself."""
    fitting = (level for level in range(depth, 1, -1) if sum(1 for _ in outline(blocks, level)) <= _CONTENTS)
    return next(fitting, min(depth, 2))

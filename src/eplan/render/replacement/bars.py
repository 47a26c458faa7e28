"""Old and new blocks → the new ones, with bars beside those that are not what they were."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from eplan.render.blocks import Block, Changed, Contents, Heading, PageBreak, PartPage, Row, Table


def with_bars(old: Iterable[Block], new: Iterable[Block]) -> Iterator[Block]:
    """The new blocks; of a table that was there before, single rows have bars. Numbers of headings do not count."""
    before, after = tuple(old), tuple(new)
    matcher = SequenceMatcher(None, [_said(block) for block in before], [_said(block) for block in after], False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield from after[j1:j2]
        else:
            tables = [block for block in before[i1:i2] if isinstance(block, Table)]
            yield from (_barred(block, tables) for block in after[j1:j2])


def _said(block: Block) -> Block:
    """What counts in a comparison."""
    return replace(block, anchor="", number="", foot="") if isinstance(block, Heading) else block


def _barred(block: Block, tables: list[Table]) -> Block:
    match block:
        case Heading():
            return replace(block, is_changed=True)
        case PageBreak() | PartPage() | Contents():
            return block
        case Table():
            earlier = next((table for table in tables if table.columns == block.columns), None)
            if earlier is not None:
                tables.remove(earlier)
                return replace(block, rows=tuple(_rows(earlier.rows, block.rows)))
    return Changed((block,))


def _rows(before: Sequence[Row], after: Sequence[Row]) -> Iterator[Row]:
    matcher = SequenceMatcher(None, list(map(_shown, before)), list(map(_shown, after)), False)
    for kind, _, _, j1, j2 in matcher.get_opcodes():
        yield from after[j1:j2] if kind == "equal" else (replace(row, is_changed=True) for row in after[j1:j2])


def _shown(row: Row) -> Row:
    """A row without marks of examples, which may stand once above the table instead."""
    cells = tuple(replace(cell, text=tuple(run for run in cell.text if run.style != "example")) for cell in row.cells)
    return replace(row, cells=cells)

"""The sheet 数字与出处: every figure of the report with the records that it was counted from."""

from collections.abc import Iterator
from dataclasses import replace

from eplan.messages import Translator
from eplan.render.blocks import Heading, KeyFigures, Paper, Table, Trace, traces
from eplan.render.workbook.chapters import entry_of
from eplan.render.workbook.sheets import Book, Entry, Field, Listing, table_sheet

LETTERS_A_ROW = 1000


def sources(paper: Paper, book: Book, translate: Translator) -> None:
    """One row a figure; more where there are many records."""
    fields = (
        Field(translate("Chapter"), 26),
        Field(translate("Figure"), 40),
        Field(translate("Value"), 12),
        Field(translate("Number of records"), 10),
        Field(translate("Records"), 90),
    )
    rows = (row for chapter, trace in _traces(paper) for row in _rows(chapter, trace, book, translate.joiner))
    table_sheet(book, Listing(translate("Figures and sources"), fields, tuple(rows)))


def _traces(paper: Paper) -> Iterator[tuple[str, Trace]]:
    chapter = ""
    for block in paper.blocks:
        match block:
            case Heading():
                chapter = f"{block.number} {block.text}".strip()
            case Table() | KeyFigures():
                yield from ((chapter, trace) for trace in traces(block))


def _rows(chapter: str, trace: Trace, book: Book, joiner: str) -> Iterator[tuple[Entry, ...]]:
    value = replace(entry_of(trace.value.removesuffix(book.mark)), example=trace.value.endswith(book.mark))
    number = Entry(len(trace.sources))
    for part in _parts(trace.sources, joiner):
        yield Entry(chapter), Entry(trace.label), value, number, Entry(part)


def _parts(names: tuple[str, ...], joiner: str) -> Iterator[str]:
    """The names joined, in pieces that a row can show."""
    piece = ""
    for name in names:
        if piece and len(piece) + len(joiner) + len(name) > LETTERS_A_ROW:
            yield piece
            piece = ""
        piece = f"{piece}{joiner}{name}" if piece else name
    yield piece

"""A sheet for every chapter of the report that holds tables; their numbers and dates become real ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from xlsxwriter.worksheet import Worksheet

from eplan.models.quantities import read_day
from eplan.render.blocks import Cell, Column, Heading, KeyFigures, Paper, Row, Run, Table, plain
from eplan.render.workbook.sheets import Book, Entry

_NUMBER = re.compile(r"[+-]?\d{1,3}(,\d{3})*(\.\d+)?|[+-]?\d+(\.\d+)?")
_PERCENT = re.compile(r"\d+(\.\d+)?%")
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
LETTERS, MOST = 130.0, 60.0
"""So many letters stand side by side on A4 across, and in the widest column."""


@dataclass(frozen=True)
class Part:
    """A table under its heading."""

    heading: str
    table: Table


@dataclass(frozen=True)
class Chapter:
    """A chapter and its tables."""

    name: str
    parts: tuple[Part, ...]


def chapters(paper: Paper, book: Book) -> None:
    """Chapter by chapter; those without tables are left out."""
    for chapter in _chapters(paper):
        if chapter.parts:
            _sheet(chapter, book)


def _chapters(paper: Paper) -> Iterator[Chapter]:
    chapter, heading = Chapter("", ()), ""
    for block in paper.blocks:
        match block:
            case Heading(level=1):
                yield chapter
                chapter, heading = Chapter(f"{block.number} {block.text}".strip(), ()), ""
            case Heading():
                heading = f"{block.number} {block.text}".strip()
            case Table():
                chapter = replace(chapter, parts=(*chapter.parts, Part(heading, block)))
            case KeyFigures():
                chapter = replace(chapter, parts=(*chapter.parts, Part(heading, _as_table(block))))
    yield chapter


def _as_table(block: KeyFigures) -> Table:
    columns = tuple(Column(item.label, align="end") for item in block.items)
    cells = (Cell((Run(item.value), Run(item.note, "example")), item.tone) for item in block.items)
    return Table(columns, (Row(tuple(cells)),))


def _sheet(chapter: Chapter, book: Book) -> None:
    sheet, widths = book.sheet(chapter.name), _widths(chapter, book.mark)
    book.note(sheet, 0, chapter.name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    row = 1
    for part in chapter.parts:
        if part.heading:
            book.note(sheet, row, part.heading)
            row += 1
        last = _table(part.table, book, sheet, row, widths)
        if len(chapter.parts) == 1:
            sheet.freeze_panes(row + 1, 0)
            sheet.repeat_rows(row)
            if not any(line.is_head for line in part.table.rows):
                sheet.autofilter(row, 0, last, len(part.table.columns) - 1)
        row = last + 2


def _table(table: Table, book: Book, sheet: Worksheet, first: int, widths: list[float]) -> int:
    """Head and rows from a row on; the last row of it."""
    book.head(sheet, first, (column.title for column in table.columns))
    for number, entries in enumerate(_entries(table), start=first + 1):
        book.row(sheet, number, entries, widths)
    return first + len(table.rows)


def _entries(table: Table) -> Iterator[tuple[Entry, ...]]:
    for line in table.rows:
        yield tuple(_entry(column, cell) for column, cell in zip(table.columns, line.cells, strict=False))


def _widths(chapter: Chapter, mark: str) -> list[float]:
    """The widest that any table of the chapter wants for each column."""
    wanted = [_wanted(part.table, mark) for part in chapter.parts]
    return [max(column) for column in zip_longest(*wanted, fillvalue=0.0)]


def _wanted(table: Table, mark: str) -> list[float]:
    """A share of the page by the column's weight; numbers and days are never narrower than they are."""
    total = sum(column.width for column in table.columns)
    widths = [min(max(LETTERS * column.width / total, 8.0), MOST) for column in table.columns]
    for entries in _entries(table):
        for index, entry in enumerate(entries):
            if not entry.is_text:
                widths[index] = max(widths[index], entry.letters(mark) + 3)
    return widths


def _entry(column: Column, cell: Cell) -> Entry:
    words = plain(tuple(run for run in cell.text if run.style != "example"))
    entry = entry_of(words) if column.align == "end" else _dated(words)
    bold = any(run.style == "strong" for run in cell.text)
    example = any(run.text and run.style == "example" for run in cell.text)
    return replace(entry, tone=cell.tone, example=example, bold=bold or cell.span > 1, at_end=column.align == "end")


def entry_of(words: str) -> Entry:
    """A figure as it is printed → a number, with the look that it was printed in."""
    if _PERCENT.fullmatch(words):
        return Entry(round(float(words[:-1]) / 100, 6), pattern="0.0%")
    if _NUMBER.fullmatch(words):
        number = float(words.replace(",", ""))
        return Entry(number, pattern="+0.##;-0.##;0" if words[0] in "+-" else "")
    return Entry(words)


def _dated(words: str) -> Entry:
    """A cell that is a day and nothing else is a day; so is a month."""
    if _DAY.fullmatch(words):
        try:
            return Entry(read_day(words))
        except ValueError:
            return Entry(words)
    return Entry(words)

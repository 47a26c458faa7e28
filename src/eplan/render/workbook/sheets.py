"""Sheets of an Excel file: values stay what they are, heads stay in sight, pages are A4 across, nothing is computed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import ceil
from typing import Any, Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from eplan.models.quantities import MonthEnd
from eplan.render.hidden import visible

A4, LONGEST_NAME, LONGEST_TEXT, LONGEST_HEAD = 9, 31, 32_000, 200
LINE, HIGHEST_ROW = 14.0, 409.0
"""Points: a line of text in a cell, and the highest row that Excel has."""
EARLIEST = date(1900, 3, 1)
"""Before that day Excel counts days differently; such a date is written as text."""
Tone = Literal["", "good", "late", "open", "bad", "muted"]
_INKS = {"good": "#1b6443", "late": "#7a5200", "open": "#2f5577", "bad": "#a3161a", "muted": "#5a6069"}
_UNFIT = re.compile(r"[\[\]:*?/\\]+")
Value = str | float | date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a cell: a number is a number, a date a date, and all else is text."""

    value: Value
    tone: str = ""
    example: bool = False
    pattern: str = ""
    bold: bool = False
    at_end: bool = False

    @property
    def is_text(self) -> bool:
        return isinstance(self.value, str) or (isinstance(self.value, date) and self.value < EARLIEST)

    def letters(self, mark: str) -> float:
        """How many letters wide the cell is when nothing in it is broken; Chinese counts double."""
        shown = f"{self.value:,.2f}".rstrip("0").rstrip(".") if isinstance(self.value, float) else str(self.value or "")
        return letters_of(shown) + (letters_of(mark) if self.example else 0)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its title, its width in letters, and the words to choose from, where it is a choice."""

    title: str
    width: float
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Records of one kind, a row each: what a sheet of Excel shows and a CSV file holds."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Entry, ...], ...]


@dataclass
class Book:
    """A file that sheets are added to; `title` stands above every printed page, `mark` behind made-up numbers."""

    file: Workbook
    title: str
    mark: str
    formats: dict[tuple[object, ...], Format] = field(default_factory=dict)

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, ready to print: A4 across, as wide as the page, numbered."""
        sheet = self.file.add_worksheet(self._free_name(name))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.set_header(f"&L{_coded(self.title)}&R&A")
        sheet.set_footer("&C— &P / &N —")
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return sheet

    def _free_name(self, name: str) -> str:
        """A name that Excel takes: short, without its special marks, and not there yet."""
        taken = {sheet.get_name().casefold() for sheet in self.file.worksheets()}
        base = _UNFIT.sub(" ", visible(name)).strip(" '")[:LONGEST_NAME] or "—"
        names = (base, *(f"{base[: LONGEST_NAME - 5]} ({number})" for number in range(2, 1000)))
        return next(name for name in names if name.casefold() not in taken)

    def row(self, sheet: Worksheet, number: int, entries: Sequence[Entry], widths: Sequence[float]) -> None:
        """A row of cells, high enough for the longest text."""
        for column, entry in enumerate(entries):
            self._write(sheet, number, column, entry)
        lines = (_lines(entry, width) for entry, width in zip(entries, widths, strict=False))
        sheet.set_row(number, min(LINE * max(lines, default=1) + 3, HIGHEST_ROW))

    def _write(self, sheet: Worksheet, row: int, column: int, entry: Entry) -> None:
        match entry.value:
            case None | "":
                sheet.write_blank(row, column, None, self._format(entry))
            case date() as day if day >= EARLIEST:
                sheet.write_datetime(row, column, day, self._format(entry))
            case int() | float() as number:
                sheet.write_number(row, column, number, self._format(entry))
            case other:
                words = visible(str(other)) + (self.mark if entry.example else "")
                sheet.write_string(row, column, words[:LONGEST_TEXT], self._format(entry))

    def head(self, sheet: Worksheet, row: int, titles: Iterable[str]) -> None:
        """A row of column heads."""
        for column, title in enumerate(titles):
            sheet.write_string(row, column, visible(title), self.head_format)
        sheet.set_row(row, 2 * LINE + 3)

    def note(self, sheet: Worksheet, row: int, words: str) -> None:
        """A heading above a table."""
        sheet.write_string(row, 0, visible(words)[:LONGEST_TEXT], self.title_format)

    @cached_property
    def head_format(self) -> Format:
        return self._made(bold=True, bg_color="#e8e4da", border=1, text_wrap=True, valign="vcenter", align="center")

    @cached_property
    def title_format(self) -> Format:
        return self._made(bold=True, font_size=12)

    def _format(self, entry: Entry) -> Format:
        pattern = _pattern(entry)
        if pattern and entry.example:
            pattern = ";".join(f'{part}"{self.mark}"' for part in pattern.split(";"))
        key = (pattern, entry.tone, entry.bold, _align(entry))
        if key not in self.formats:
            self.formats[key] = self._made(
                border=1, text_wrap=True, valign="top", bold=entry.bold or entry.tone == "bad",
                **({"num_format": pattern} if pattern else {}),
                **({"align": align} if (align := _align(entry)) else {}),
                **({"font_color": _INKS[entry.tone]} if entry.tone in _INKS else {}),
            )  # fmt: skip
        return self.formats[key]

    def _made(self, **properties: Any) -> Format:
        return self.file.add_format({"font_name": "宋体", "font_size": 10, **properties})


def _pattern(entry: Entry) -> str:
    """How a number or date is shown; a date given as a month only shows the month."""
    match entry.value:
        case MonthEnd():
            return "yyyy-mm"
        case date():
            return "yyyy-mm-dd"
        case int() | float():
            return entry.pattern or ("#,##0" if entry.value == int(entry.value) else "#,##0.##")
        case _:
            return ""


def _align(entry: Entry) -> str:
    if isinstance(entry.value, date):
        return "center"
    return "right" if entry.at_end else ""


def letters_of(words: str) -> float:
    """How many letters of Latin text are as wide as this one."""
    return sum(2 if ord(letter) > 0x2000 else 1 for letter in words)


def _lines(entry: Entry, width: float) -> int:
    """How many lines a text needs in a column of a width."""
    if not isinstance(entry.value, str):
        return 1
    room = max(width - 1.5, 2)
    return sum(max(1, ceil(letters_of(line) / room)) for line in entry.value[:LONGEST_TEXT].split("\n"))


def _coded(words: str) -> str:
    """Words in a page head, where & begins a command."""
    return visible(words).replace("&", "&&")[:LONGEST_HEAD]


def table_sheet(book: Book, listing: Listing) -> None:
    """A sheet that is one table: filters, a head that stays and is printed on every page, choices where there are."""
    fields, last = listing.fields, len(listing.rows)
    sheet, widths = book.sheet(listing.name), [column.width for column in fields]
    book.head(sheet, 0, (column.title for column in fields))
    for number, row in enumerate(listing.rows, start=1):
        book.row(sheet, number, row, widths)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, last, len(fields) - 1)
    for column, item in enumerate(fields):
        sheet.set_column(column, column, item.width)
        if item.choices and last:
            sheet.data_validation(1, column, last, column, {"validate": "list", "source": list(item.choices)})

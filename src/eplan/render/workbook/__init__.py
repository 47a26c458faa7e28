"""Report → one Excel file: the task ledger, the report's tables, the supply catalogue, and every figure's records."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import xlsxwriter

from eplan import __version__
from eplan.messages import Translator
from eplan.render.blocks import Paper
from eplan.render.views.report import Report
from eplan.render.workbook.catalogue import catalogue
from eplan.render.workbook.chapters import chapters
from eplan.render.workbook.ledger import ledger
from eplan.render.workbook.sheets import Book, Listing, table_sheet
from eplan.render.workbook.sources import sources


def _options() -> dict[str, Any]:
    """New ones for every file: the library changes what it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "宋体", "font_size": 10},
    }


def workbook(report: Report, paper: Paper, translate: Translator) -> bytes:
    """The file; the same report makes the same bytes."""
    raw = BytesIO()
    with xlsxwriter.Workbook(raw, _options()) as file:
        _describe(file, paper.title, report.day)
        book = Book(file, paper.running_title, translate("〔example〕"))
        table_sheet(book, ledger(report.lines, report.funds.lines, translate))
        chapters(paper, book)
        table_sheet(book, catalogue(report.catalogue, translate))
        sources(paper, book, translate)
    return _marked(raw)


def sheet_of(listing: Listing, title: str, day: date, translate: Translator) -> bytes:
    """A file with one listing; `title` stands above every printed page."""
    raw = BytesIO()
    with xlsxwriter.Workbook(raw, _options()) as file:
        _describe(file, title, day)
        table_sheet(Book(file, title, translate("〔example〕")), listing)
    return _marked(raw)


def _describe(file: xlsxwriter.Workbook, title: str, day: date) -> None:
    file.set_properties(
        {
            "title": title,
            "author": "eplan",
            "comments": f"generator: eplan {__version__}",
            "created": datetime.combine(day, time()),
        }
    )


def _marked(raw: BytesIO) -> bytes:
    """The file with a comment at its end that says who wrote it."""
    with ZipFile(raw, "a") as package:
        package.comment = f"generator: eplan {__version__}".encode()
    return raw.getvalue()

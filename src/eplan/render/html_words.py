"""The small and many pieces of HTML, written in Python because there are tens of thousands: runs, cells, rows."""

import re
from collections.abc import Iterator
from html import escape as html_escape

from markupsafe import Markup

from eplan.render.blocks import Cell, Column, Row, Run, Table, Text, checked_link
from eplan.render.hidden import visible

_NUMBER = re.compile(r"\b(?:\d+(?:-\d+)+|[0-9A-Z]{5}-[0-9A-Z]{5})\b", re.ASCII)
"""A telephone number, a date or a code: it is not broken at the end of a line."""
TAGS = {"strong": "strong", "emphasis": "em", "code": "code", "muted": "span", "example": "span"}


def escaped(text: str) -> Markup:
    """Text as HTML; nothing else turns words into HTML."""
    return Markup(html_escape(text))  # noqa: S704 - this is where escaping happens


def words(runs: Text) -> Markup:
    """Runs of text as elements; their line breaks are kept."""
    return Markup("".join(map(_run, runs)))  # noqa: S704 - escaped run by run


def _run(run: Run) -> str:
    shown = _NUMBER.sub(r'<span class="whole">\g<0></span>', html_escape(visible(run.text))).replace("\n", "<br>")
    if run.style:
        shown = f'<{TAGS[run.style]} class="{run.style}">{shown}</{TAGS[run.style]}>'
    link = checked_link(run.link) if run.link else ""
    return f'<a href="{html_escape(link)}">{shown}</a>' if link else shown


def rows(table: Table) -> Markup:
    """The body of a table. Roles are written out because telephones lay rows out as blocks."""
    return Markup("\n".join(_row(table, row) for row in table.rows))  # noqa: S704 - escaped cell by cell


def _row(table: Table, row: Row) -> str:
    named = ("head" if row.is_head else "", row.tone and f"tone-{row.tone}", "changed" if row.is_changed else "")
    classes = " ".join(filter(None, named))
    opening = f'<tr role="row" class="{classes}">' if classes else '<tr role="row">'
    return opening + "".join(_cells(table, row)) + "</tr>"


def _cells(table: Table, row: Row) -> Iterator[str]:
    place = 0
    for cell in row.cells:
        column = table.columns[min(place, len(table.columns) - 1)]
        place += cell.span
        tag, attributes = _element(column, row)
        yield f"<{tag} {attributes}{_said(cell, column, table)}>{_bar(cell)}{words(cell.text)}</{tag}>"


def _element(column: Column, row: Row) -> tuple[str, str]:
    if row.is_head:
        return "th", 'scope="colgroup" role="columnheader"'
    return ("th", 'scope="row" role="rowheader"') if column.is_head else ("td", 'role="cell"')


def _said(cell: Cell, column: Column, table: Table) -> str:
    """Alignment and tone, the head of the column for telephones, the records behind a figure."""
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    classes = " ".join(
        filter(None, (column.align if column.align != "start" else "", cell.tone and f"tone-{cell.tone}"))
    )
    look = f' class="{classes}"' if classes else ""
    label = f' data-label="{html_escape(visible(column.title))}"' if column.title and not table.style else ""
    records = f' data-records="{html_escape(visible(" ".join(cell.sources)))}"' if cell.sources else ""
    return span + look + label + records


def _bar(cell: Cell) -> str:
    if cell.share is None:
        return ""
    return f'<span class="bar" aria-hidden="true"><span style="width:{percent(cell.share)}%"></span></span>'


def percent(share: float) -> str:
    """A share between 0 and 1 as a percentage."""
    return f"{100 * min(max(share, 0.0), 1.0):.4g}"

"""A listing as CSV that Excel opens: UTF-8 with its mark, lines ended as Windows does, no cell that is a formula."""

import csv
from datetime import date
from io import StringIO

from eplan.render.hidden import visible
from eplan.render.workbook.sheets import Listing, Value

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
"""A text that begins so would be computed when the file is opened."""


def csv_of(listing: Listing) -> bytes:
    """The file. Days are 2012-12-31, months 2012-12; a text that looks like a formula begins with an apostrophe."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([_shown(field.title) for field in listing.fields])
    writer.writerows([_shown(entry.value) for entry in row] for row in listing.rows)
    return written.getvalue().encode("utf-8-sig")


def _shown(value: Value) -> str:
    match value:
        case None:
            return ""
        case date():
            return str(value)
        case int() | float():
            return f"{value:.15g}"
        case words:
            shown = visible(words)
            return f"'{shown}" if shown.startswith(_FORMULA) else shown

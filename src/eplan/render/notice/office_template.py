"""The office's own Word template, filled by docxtpl: Jinja in a sandbox; what is put in are only words."""

from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from markupsafe import Markup, escape

from eplan.render.blocks import plain
from eplan.render.notice.letter import Letter, sections
from eplan.render.notice.own import WORD_TEMPLATE
from eplan.render.templating import broken, environment
from eplan.render.word import clean, sealed


def filled(template: bytes, letter: Letter) -> bytes:
    """The letter in the template; whatever goes wrong in there is the template's mistake, told in one line."""
    try:
        document = DocxTemplate(BytesIO(template))
        document.render(names(letter), environment(_escaped, {}), autoescape=True)
        return sealed(document.docx)
    except Exception as error:  # a template is somebody's program: it can fail in any way
        raise broken(WORD_TEMPLATE, error) from error


def names(letter: Letter) -> dict[str, Any]:
    """What a template may use: text, and lists of text; docs/letters.md explains each name."""
    return {
        "bulletin": letter.is_bulletin,
        "unit": "" if letter.is_bulletin else letter.name[-1],
        "organ": letter.organ,
        "number": letter.number,
        "title": letter.title,
        "addressee": plain(letter.addressee),
        "sections": [{"heading": heading, "paragraphs": list(words)} for heading, words in sections(letter)],
        "annexes": [
            {
                "label": annex.label,
                "title": annex.title,
                "columns": [column.title for column in annex.table.columns],
                "rows": [[plain(cell.text) for cell in row.cells] for row in annex.table.rows],
            }
            for annex in letter.annexes
        ],
        "annex_lead": letter.annex_lead,
        "signed": letter.signed,
        "contact": plain(letter.contact),
        "remarks": [plain(remark) for remark in letter.remarks],
        "copies": letter.copies,
        "printed": letter.printed,
        "day": letter.day.isoformat(),
    }


def _escaped(words: str) -> Markup:
    """Words for XML; the underscore is written by its number, since docxtpl gives `{_{` a meaning after the filling."""
    return Markup(str(escape(clean(words))).replace("_", "&#95;"))  # noqa: S704 - escaped for XML

"""A letter → Word: the office's own template where the folder has one, else the layout of GB/T 9704-2012."""

from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from eplan import __version__
from eplan.messages import Translator
from eplan.render.blocks import Heading, Table, Text, text
from eplan.render.column_widths import column_widths
from eplan.render.notice.letter import Annex, Letter, mark_size, signature
from eplan.render.notice.own import Own
from eplan.render.notice.word_style import CENTER, CHARACTER, LEFT, LINE, RIGHT, both_sides, dress, put_in_order
from eplan.render.word import clean, sealed

_NS = nsdecls("w")
_ALIGN = {"start": LEFT, "center": CENTER, "end": RIGHT}
_STYLES = {"emphasis": "Letter Kai", "example": "Letter Example"}
_WIDTH = 156
"""Millimetres from margin to margin."""
_CELL = 9.0
_FRAME = 'w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"'

_RULE = (
    f'<w:pict {_NS} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:rect style="width:442.2pt;height:.7pt" o:hralign="center" o:hrstd="t" o:hrnoshade="t" o:hr="t"'
    ' fillcolor="black" stroked="f"/></w:pict>'
)


def word(letter: Letter, _translate: Translator, own: Own) -> bytes:
    """The letter as .docx; two runs give the same bytes."""
    if own.word is not None:
        from eplan.render.notice.office_template import filled  # noqa: PLC0415 - docxtpl, for those who use it

        return filled(own.word, letter)
    document = Document()
    dress(document)
    both_sides(document)
    _describe(document, letter)
    _head(document, letter)
    _body(document, letter)
    _signature(document, letter)
    for annex in letter.annexes:
        _annex(document, annex)
    _imprint(document, letter)
    _page_numbers(document)
    return sealed(document)


def _describe(document: WordDocument, letter: Letter) -> None:
    about, day = document.core_properties, letter.day
    about.title, about.author, about.comments = clean(letter.title), "eplan", f"generator: eplan {__version__}"
    about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the district's own day
    about.language, about.last_modified_by, about.revision = letter.language, "eplan", 1


def _head(document: WordDocument, letter: Letter) -> None:
    """The office in red, the number over the red rule, the title."""
    size, share = mark_size(letter.organ)
    mark = _put(document, text(letter.organ), "Letter Mark").runs[0]
    mark.font.size = Pt(size)
    put_in_order(mark._r.get_or_add_rPr(), parse_xml(f'<w:w {_NS} w:val="{round(share * 100)}"/>'))
    _bordered(_put(document, text(letter.number), "Letter Number"), bottom=(11, 11, "D7000F"))
    for place, line in enumerate(letter.title_lines):
        title = _put(document, text(line), "Title")
        title.paragraph_format.space_before = Pt(0 if place else 2 * LINE)
        title.paragraph_format.space_after = Pt(LINE if place == len(letter.title_lines) - 1 else 0)


def _body(document: WordDocument, letter: Letter) -> None:
    _put(document, letter.addressee, "Letter Flush")
    for line in letter.body:
        if isinstance(line, Heading):
            _put(document, text(line.text), "Heading 1")
        else:
            last = _put(document, line.text, "Letter Text")
    last.paragraph_format.keep_with_next = True
    for place, title in enumerate(letter.annex_lines):
        note = _put(document, text(title if place else letter.annex_lead + title), "Letter Flush")
        note.paragraph_format.left_indent = Pt((5 if place else 2) * CHARACTER)
        note.paragraph_format.space_before = Pt(0 if place else LINE)
        note.paragraph_format.keep_with_next = True


def _signature(document: WordDocument, letter: Letter) -> None:
    places = signature(letter)
    for words, edge, before in ((letter.organ, places.organ, LINE), (letter.signed, places.day, 0)):
        line = _put(document, text(words), "Letter Signed")
        line.paragraph_format.right_indent = Pt(edge * CHARACTER)
        line.paragraph_format.space_before = Pt(before)
        line.paragraph_format.keep_with_next = bool(before)
    _put(document, letter.contact, "Letter Text")
    for remark in letter.remarks:
        _put(document, remark, "Letter Note")


def _annex(document: WordDocument, annex: Annex) -> None:
    label = _put(document, text(annex.label), "Letter Annex")
    label.paragraph_format.page_break_before = True
    title = _put(document, text(annex.title), "Title")
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(LINE / 2), Pt(LINE / 2)
    title.paragraph_format.keep_with_next = True
    _table(document, annex.table)


def _table(document: WordDocument, table: Table) -> None:
    widths = column_widths(table, _WIDTH / 25.4 * 72 / _CELL, 1.5)
    grid = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Pt(width * _CELL)
    head = tuple(text(column.title) for column in table.columns)
    for cells in (head, *(tuple(cell.text for cell in line.cells) for line in table.rows)):
        line = grid.add_row()
        for place, words in enumerate(cells):
            line.cells[place].width = Pt(widths[place] * _CELL)
            paragraph = line.cells[place].paragraphs[0]
            paragraph.style, paragraph.alignment = "Letter Cell", _ALIGN[table.columns[place].align]
            _write(paragraph, words, mark_points=7)
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {_NS}/>"))


def _imprint(document: WordDocument, letter: Letter) -> None:
    """版记 in a frame at the foot of the page on which it falls: rules of 0.35 mm around it, 0.25 mm inside.

    The paragraphs have the same borders, else LibreOffice would not hold them together; so the rule inside is drawn.
    """
    if letter.copies:
        _in_frame(_put(document, text(letter.copies), "Letter Imprint"))
        rule = _put(document, (), "Letter Rule")
        rule.add_run()._r.append(parse_xml(_RULE))
        _framed(rule)
    _in_frame(_put(document, text(f"{letter.organ}\t{letter.printed}"), "Letter Imprint"))


def _in_frame(line: WordParagraph) -> None:
    form = line.paragraph_format
    form.left_indent, form.first_line_indent, form.right_indent = Pt(4 * 14), Pt(-3 * 14), Pt(14)
    form.tab_stops.add_tab_stop(Mm(_WIDTH) - Pt(14), WD_TAB_ALIGNMENT.RIGHT)
    _framed(line)


def _framed(line: WordParagraph) -> None:
    _bordered(line, top=(8, 1, "000000"), bottom=(8, 1, "000000"))
    frame = f'<w:framePr {_NS} w:w="{round(_WIDTH / 25.4 * 1440)}" {_FRAME}/>'
    put_in_order(line._p.get_or_add_pPr(), parse_xml(frame))


def _page_numbers(document: WordDocument) -> None:
    section = document.sections[0]
    for footer, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.alignment = "Letter Page", align
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        paragraph.add_run("— ")
        paragraph._p.append(parse_xml(f'<w:fldSimple {_NS} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
        paragraph.add_run(" —")


def _put(document: WordDocument, words: Text, style: str) -> WordParagraph:
    return _write(document.add_paragraph(style=style), words)


def _write(paragraph: WordParagraph, words: Text, mark_points: float = 0) -> WordParagraph:
    for run in words:
        written = paragraph.add_run(clean(run.text), _STYLES.get(run.style))
        if mark_points and run.style == "example":
            written.font.size = Pt(mark_points)
    return paragraph


def _bordered(paragraph: WordParagraph, **sides: tuple[int, int, str]) -> None:
    """Rules over or under a paragraph: eighths of a point thick, points away, colour."""
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side, (size, space, colour) in sides.items()
    )
    put_in_order(paragraph._p.get_or_add_pPr(), parse_xml(f"<w:pBdr {_NS}>{rules}</w:pBdr>"))

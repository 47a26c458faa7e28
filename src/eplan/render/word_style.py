"""The styles of our Word documents: the fonts that offices have, margins, header and footer."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

SONG, HEI, KAI = "宋体", "黑体", "楷体"
_NS = nsdecls("w")


def _fonts(family: str, extra: str = "") -> str:
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{family}"/>{extra}'


FONTS = {
    "": "",
    "strong": _fonts(HEI, "<w:b/>"),
    "emphasis": _fonts(KAI),
    "code": '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>',
    "muted": '<w:color w:val="5C636E"/>',
    "example": _fonts(KAI, '<w:color w:val="8A5A00"/><w:sz w:val="16"/>'),
}
TONES = {
    "good": ("#e7f1ea", ""),
    "late": ("#faf0dc", ""),
    "bad": ("#f7e3e3", "▲"),
    "red": ("#f4c7c3", ""),
    "orange": ("#fbdcb8", ""),
    "yellow": ("#fdf3c0", ""),
    "blue": ("#d3e3f5", ""),
}
"""Fills, and a mark where grey printing would lose what matters."""
_PARAGRAPHS = {
    # name: (font, points, before, after, first-line indent in points, bold)
    "Body Text": (SONG, 10.5, 0, 4, 21, False),
    "Lead": (SONG, 11, 0, 6, 0, False),
    "Note": (KAI, 10, 0, 4, 0, False),
    "Quote": (KAI, 10.5, 2, 4, 0, False),
    "Code": (SONG, 9, 0, 4, 0, False),
    "Item": (SONG, 10.5, 0, 2, 0, False),
    "Cell": (SONG, 9, 1, 1, 0, False),
    "HeadCell": (HEI, 9, 1, 1, 0, False),
    "Notice": (HEI, 10, 6, 6, 0, False),
    "Caption": (HEI, 9.5, 6, 3, 0, False),
    "FigureCaption": (HEI, 9.5, 3, 8, 0, False),
    "Figure": (SONG, 9, 4, 4, 0, False),
    "AfterTable": (SONG, 4, 0, 4, 0, False),
    "CoverLine": (KAI, 12, 0, 6, 0, False),
    "Title": (HEI, 26, 120, 12, 0, True),
    "Subtitle": (KAI, 14, 0, 60, 0, False),
    "ContentsTitle": (HEI, 16, 0, 10, 0, True),
    "Entry1": (HEI, 10.5, 3, 1, 0, False),
    "Entry2": (SONG, 10.5, 0, 1, 0, False),
    "Entry3": (SONG, 9.5, 0, 1, 0, False),
    "Part": (HEI, 24, 160, 12, 0, True),
    "Heading 1": (HEI, 16, 18, 8, 0, True),
    "Heading 2": (HEI, 13, 12, 6, 0, True),
    "Heading 3": (HEI, 11, 8, 4, 0, True),
    "Heading 4": (HEI, 10.5, 6, 3, 0, False),
}
_ENTRY_INDENT = {"Entry2": 14, "Entry3": 28, "Item": 14}


def dress(document: WordDocument, running_title: str) -> None:
    """Page, styles, header with the running title."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.4)
    for name, form in _PARAGRAPHS.items():
        _shape(_style(document, name), name, form)
    document.styles.element.append(parse_xml(_LINES))
    header = section.header.paragraphs[0]
    header.text, header.alignment = running_title, WD_ALIGN_PARAGRAPH.RIGHT


def put_foot(section: Section, line: str) -> None:
    """The foot of a section's pages: its line, and the page number."""
    paragraph = section.footer.paragraphs[0]
    _page_number(paragraph._p)
    if line:
        below = section.footer.add_paragraph()
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
        words = below.add_run(line)
        words.font.size = Pt(7.5)
        words.font.color.rgb = RGBColor(0x5C, 0x63, 0x6E)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    if name in document.styles:
        found = document.styles[name]
    else:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(found, ParagraphStyle)  # noqa: S101 - narrows the type for the checker
    return found


def _shape(style: ParagraphStyle, name: str, form: tuple[str, float, float, float, float, bool]) -> None:
    family, size, before, after, indent, bold = form
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor(0x22, 0x26, 0x2E)
    style.font.name = "Times New Roman"
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), family)
    space = style.paragraph_format
    space.space_before, space.space_after, space.first_line_indent = Pt(before), Pt(after), Pt(indent)
    space.left_indent = Pt(_ENTRY_INDENT.get(name, 0))
    space.line_spacing = 1.0 if name in ("Cell", "HeadCell", "AfterTable") else 1.25
    if name == "Body Text":
        space.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if name.startswith("Entry"):
        space.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    space.keep_with_next = name.startswith(("Heading", "HeadCell", "Caption", "ContentsTitle"))


def _page_number(paragraph: object) -> None:
    words = (
        f'<w:r {_NS}><w:t xml:space="preserve">— </w:t></w:r>',
        f'<w:fldSimple {_NS} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        f'<w:r {_NS}><w:t xml:space="preserve"> —</w:t></w:r>',
    )
    paragraph.append(parse_xml(f'<w:pPr {_NS}><w:jc w:val="center"/></w:pPr>'))  # type: ignore[attr-defined]  # lxml
    for part in words:
        paragraph.append(parse_xml(part))  # type: ignore[attr-defined]  # lxml


_LINES = (
    f'<w:style {_NS} w:type="table" w:customStyle="1" w:styleId="Lines"><w:name w:val="Lines"/>'
    "<w:tblPr><w:tblBorders>"
    '<w:top w:val="single" w:sz="8" w:color="22262E"/><w:bottom w:val="single" w:sz="8" w:color="22262E"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="C9CDD3"/><w:insideV w:val="single" w:sz="2" w:color="E3E5E9"/>'
    '</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)

"""The styles of a letter in Word by GB/T 9704-2012: 22 lines of 28 characters, the faces by name."""

from typing import Any, NamedTuple

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

SIZE = 16
"""三号 as Word has it."""
CHARACTER, LINE = 15.75, 28.95
"""Points: 156 mm / 28 and 225 mm / 22; 16-point characters are set a little closer to make 28 of them a line."""
XIAOBIAO, FANG, HEI, KAI, SONG = "方正小标宋简体", "仿宋", "黑体", "楷体", "宋体"
LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
RED = RGBColor(0xD7, 0x00, 0x0F)
_NS = nsdecls("w")


class Form(NamedTuple):
    """Face, size and space before in points, first-line indent in characters, alignment."""

    face: str
    size: float = SIZE
    before: float = 0
    indent: float = 0
    align: WD_ALIGN_PARAGRAPH = JUSTIFY


_FORMS = {
    "Letter Text": Form(FANG, indent=2),
    "Letter Flush": Form(FANG),
    "Letter Mark": Form(XIAOBIAO, 36, before=99, align=CENTER),
    "Letter Number": Form(FANG, before=2 * LINE, align=CENTER),
    "Title": Form(XIAOBIAO, 22, align=CENTER),
    "Heading 1": Form(HEI, indent=2),
    "Letter Signed": Form(FANG, align=RIGHT),
    "Letter Annex": Form(HEI),
    "Letter Imprint": Form(FANG, 14),
    "Letter Rule": Form(FANG, 1),
    "Letter Note": Form(FANG, 10.5, indent=2),
    "Letter Cell": Form(SONG, 9, align=LEFT),
    "Letter Page": Form(SONG, 14),
}
_ORDER = tuple(
    qn(f"w:{name}")
    for name in (
        "framePr",
        "pBdr",
        "shd",
        "tabs",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "ind",
        "jc",
        "lang",
        "rPr",
    )
)
"""Those properties of paragraphs and of runs that matter here, as the schema of Word orders them."""
_OWN_SPACING = ("Letter Mark", "Title", "Letter Imprint", "Letter Rule", "Letter Note", "Letter Cell", "Letter Page")


def dress(document: WordDocument) -> None:
    """Page, grid, styles."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(22)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    _shape(_style(document, "Normal"), "Normal", Form(FANG))
    for name, form in _FORMS.items():
        _shape(_style(document, name), name, form)
    _character_style(document, "Letter Kai", KAI)
    marked = _character_style(document, "Letter Example", KAI)
    marked.font.size, marked.font.color.rgb = Pt(12), RGBColor(0x50, 0x50, 0x50)


def both_sides(document: WordDocument) -> None:
    """Margins and page numbers that change sides on even pages."""
    document.settings.odd_and_even_pages_header_footer = True
    zoom = document.settings.element.find(qn("w:zoom"))
    mirrored = parse_xml(f"<w:mirrorMargins {_NS}/>")
    if zoom is None:
        document.settings.element.insert(0, mirrored)
    else:
        zoom.addnext(mirrored)


def put_in_order(properties: Any, element: Any) -> None:
    """Word wants properties in the order of its schema: what follows `element` there follows it here."""
    later = _ORDER[_ORDER.index(element.tag) + 1 :]
    successor = next((child for child in properties if child.tag in later), None)
    if successor is None:
        properties.append(element)
    else:
        successor.addprevious(element)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    if name in document.styles:
        found = document.styles[name]
    else:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(found, ParagraphStyle)  # noqa: S101 - narrows the type for the checker
    return found


def _shape(style: ParagraphStyle, name: str, form: Form) -> None:
    _set_face(style, form.face)
    style.font.size, style.font.bold, style.font.italic = Pt(form.size), False, False
    style.font.color.rgb = RED if name == "Letter Mark" else RGBColor(0, 0, 0)
    chinese = parse_xml(f'<w:lang {_NS} w:val="en-US" w:eastAsia="zh-CN"/>')
    put_in_order(style.element.get_or_add_rPr(), chinese)
    if form.size == SIZE:
        put_in_order(
            style.element.get_or_add_rPr(), parse_xml(f'<w:spacing {_NS} w:val="{round((CHARACTER - SIZE) * 20)}"/>')
        )
    space = style.paragraph_format
    space.space_before, space.space_after, space.alignment = Pt(form.before), Pt(0), form.align
    space.first_line_indent = Pt(form.indent * CHARACTER)
    space.keep_with_next = name in ("Heading 1", "Letter Annex")
    space.keep_together = False
    space.widow_control = False
    if name in _OWN_SPACING:
        space.line_spacing = 1.2
    else:
        space.line_spacing_rule, space.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(LINE)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.get_or_add_pPr().remove(border)


def _set_face(style: ParagraphStyle | CharacterStyle, face: str) -> None:
    style.font.name = "Times New Roman"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), face)


def _character_style(document: WordDocument, name: str, face: str) -> CharacterStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)  # noqa: S101 - narrows the type for the checker
    _set_face(style, face)
    return style

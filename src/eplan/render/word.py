"""Blocks → Word (.docx): heading styles, contents with their pages, repeated table heads, the same bytes twice."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from eplan import __version__
from eplan.messages import Translator
from eplan.render.blocks import (
    Block,
    Changed,
    Contents,
    Figure,
    Heading,
    Items,
    KeyFigures,
    Notice,
    PageBreak,
    Paper,
    Paragraph,
    PartPage,
    Row,
    Run,
    Table,
    Text,
    checked_link,
    outline,
    text,
)
from eplan.render.column_widths import column_widths
from eplan.render.hidden import visible
from eplan.render.marker import marker
from eplan.render.pictures import png
from eplan.render.word_style import FONTS, TONES, dress, put_foot

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = date(1980, 1, 1)
"""A zip file knows nothing earlier."""
_WIDTH = 9070
"""The width of the text on A4, in twentieths of a point."""
_EM, _PADDING = 180, 1.0
"""The size of the words in a cell, in the same; ems left and right of them together."""
_LABEL = 2600
_LONGEST_NAME = 38
_JUSTIFY = {"start": "left", "end": "right", "center": "center"}


def word(paper: Paper, translate: Translator, _own: Mapping[str, str] | None = None) -> bytes:
    """The document as .docx. Its date is the day of the check; two runs give the same bytes."""
    document = Document()
    dress(document, clean(paper.running_title or paper.title))
    put_foot(document.sections[0], clean(paper.foot_line))
    _describe(document, paper)
    writer = _Writer(document, translate, paper)
    writer.cover()
    writer.all(paper.blocks)
    return sealed(document, marker(paper.code, paper.scope))


def _describe(document: WordDocument, paper: Paper) -> None:
    day = paper.day or _EPOCH
    about = document.core_properties
    about.title, about.author, about.comments = clean(paper.title), "eplan", f"generator: eplan {__version__}"
    about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the district's own day
    about.keywords = f"code: {paper.code}" if paper.code else ""
    about.language, about.last_modified_by, about.revision = paper.language, "eplan", 1


def sealed(document: WordDocument, mark: str = marker()) -> bytes:
    """The container packed again with fixed times, so that the same document is the same file."""
    raw, whole = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as source, ZipFile(whole, "w") as target:
        target.comment = f"generator: {mark}".encode()
        for name in sorted(source.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return whole.getvalue()


def clean(words: str) -> str:
    return _UNFIT.sub("�", visible(words))


class _Writer:
    """Writes blocks at the end of a Word document."""

    def __init__(self, document: WordDocument, translate: Translator, paper: Paper) -> None:
        self.document, self.translate, self.paper = document, translate, paper
        self._end = document.element.body[-1]  # the section's properties; python-docx would look for them each time
        self._last_break = self._end.getprevious()
        self._bookmarks, self._foot, self._bar = 0, paper.foot_line, False

    def cover(self) -> None:
        """Title, facts and notices, on a page of their own but for a leaf."""
        for line in self.paper.cover_lines:
            self._put(_paragraph(text(line), "CoverLine"))
        self._put(_paragraph(text(self.paper.title), "Title"))
        self._put(_paragraph(text(self.paper.subtitle), "Subtitle"))
        rest = _WIDTH - _LABEL
        rows = "".join(
            _row((_cell(text(name, "muted"), _LABEL), _cell(text(value), rest))) for name, value in self.paper.facts
        )
        if rows:
            self._put(_table(rows, (_LABEL, rest)))
        self.all(self.paper.notices)
        if self.paper.template != "leaf":
            self._break_page()

    def all(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._one(block)

    def _one(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._words(block.text, _STYLES[block.style])
            case Items():
                self._items(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case _:
                self._other(block)

    def _other(self, block: Block) -> None:
        match block:
            case Changed():
                self._bar = True
                self.all(block.blocks)
                self._bar = False
            case Notice():
                self._words(block.text, "Notice")
            case KeyFigures():
                cells = [_cell(text(item.value, "strong") + text(f" {item.label}")) for item in block.items]
                self._put(_table(_row(cells), [_WIDTH // max(len(cells), 1)] * len(cells)))
            case PartPage():
                self._page(self.paper.foot_line)
                self._heading(Heading(1, block.title, block.anchor, block.number), "Part")
                self.all(block.blocks)
            case PageBreak():
                self._break_page()
            case Contents():
                self._contents(block)

    def _heading(self, block: Heading, style: str = "") -> None:
        if block.starts_page:
            self._page(block.foot or self.paper.foot_line)
        self._bookmarks += 1
        runs = text(f"{block.number}　{block.text}" if block.number else block.text)
        if block.mark:
            runs = (*runs, Run(block.mark, "example"))
        mark = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name={quoteattr(_bookmark(block.anchor))}/>'
        inside = f'{mark}{_runs(runs)}<w:bookmarkEnd w:id="{self._bookmarks}"/>'
        bar = _BAR if block.is_changed else ""
        self._put(_raw_paragraph(inside, style or f"Heading{min(block.level, 4)}", bar))

    def _page(self, foot: str) -> None:
        """A new page; where another line stands at its foot, a new section, which needs no page break before it."""
        if foot == self._foot:
            self._break_page()
            return
        self._foot = foot
        if self._end.getprevious() is self._last_break and self._last_break is not None:
            self._last_break.getparent().remove(self._last_break)
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.footer.is_linked_to_previous = False
        put_foot(section, clean(foot))
        self._last_break = self._end.getprevious()

    def _items(self, block: Items) -> None:
        for number, item in enumerate(block.items, start=block.start):
            lead = f"{number}. " if block.ordered else "• "
            for index, inner in enumerate(item):
                if isinstance(inner, Paragraph):
                    self._words((*text(lead if index == 0 else ""), *inner.text), "Item")
                else:
                    self._one(inner)

    def _table(self, block: Table) -> None:
        if block.caption:
            self._words(text(block.caption, "strong"), "Caption")
        widths = [int(width * _EM) for width in column_widths(block, _WIDTH / _EM, _PADDING)]
        aligns = [_JUSTIFY[column.align] for column in block.columns]
        rows = []
        if any(column.title for column in block.columns):
            heads = [
                _cell(text(column.title, "strong"), width, align, "#eceff3", style="HeadCell")
                for column, width, align in zip(block.columns, widths, aligns, strict=True)
            ]
            rows.append(_row(heads, is_head=True))
        rows += [_row(_cells(line, widths, aligns, self._bar)) for line in block.rows]
        self._put(_table("".join(rows), widths))
        self._put(_paragraph((), "AfterTable"))

    def _figure(self, block: Figure) -> None:
        paragraph = self.document.add_paragraph(style="Figure")
        picture = paragraph.add_run().add_picture(BytesIO(png(block.svg)), width=Cm(16))
        paragraph.paragraph_format.keep_with_next = bool(block.caption)
        properties = picture._inline.docPr
        properties.set("descr", clean(block.alternative))
        if block.caption:
            self._words(text(block.caption), "FigureCaption")

    def _contents(self, block: Contents) -> None:
        self._break_page()
        entries = tuple(outline(self.paper.blocks, block.depth))
        if not entries:
            return
        self._put(_paragraph(text(block.title, "strong"), "ContentsTitle"))
        for entry in entries:
            words = f"{entry.number}　{entry.title}" if entry.number else entry.title
            shown = f"{_runs(text(words))}<w:r><w:tab/></w:r>{_page_field(entry.anchor)}"
            link = f"<w:hyperlink w:anchor={quoteattr(_bookmark(entry.anchor))}>{shown}</w:hyperlink>"
            self._put(_raw_paragraph(link, f"Entry{min(entry.level, 3)}"))
        self._break_page()

    def _break_page(self) -> None:
        """A new page, unless one has just begun."""
        if self._end.getprevious() is not self._last_break:
            self._put(_PAGE_BREAK)
            self._last_break = self._end.getprevious()

    def _words(self, runs: Text, style: str) -> None:
        self._put(_paragraph(runs, style, _BAR if self._bar else ""))

    def _put(self, xml: str) -> None:
        self._end.addprevious(parse_xml(xml))


_NS = nsdecls("w")
_PAGE_BREAK = f'<w:p {_NS}><w:r><w:br w:type="page"/></w:r></w:p>'
_LINE = 'w:val="single" w:sz="18" w:color="000000"'
_BAR = f'<w:pBdr><w:right {_LINE} w:space="10"/></w:pBdr>'
_CELL_BAR = f"<w:tcBorders><w:right {_LINE}/></w:tcBorders>"
"""The bar beside what was changed."""
_STYLES = {"": "BodyText", "lead": "Lead", "note": "Note", "quote": "Quote", "code": "Code"}


def _bookmark(anchor: str) -> str:
    """A name that Word takes: letters, digits and underscores, at most forty, and no other place has the same."""
    name = re.sub(r"\W", "_", anchor)
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    return f"a_{name}" if len(name) <= _LONGEST_NAME else f"a_{name[: _LONGEST_NAME - 9]}_{digest}"


def _paragraph(runs: Text, style: str, properties: str = "") -> str:
    return _raw_paragraph(_runs(runs), style, properties)


def _raw_paragraph(inside: str, style: str, properties: str = "") -> str:
    return f'<w:p {_NS}><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def _runs(runs: Text) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    lines = clean(run.text).split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    written = f"<w:r><w:rPr>{FONTS[run.style]}</w:rPr>{words}</w:r>"
    link = checked_link(run.link)
    if not link.startswith("#"):
        return written
    place = quoteattr(_bookmark(link[1:]))
    return f"<w:hyperlink w:anchor={place}>{written}</w:hyperlink>{_page_of(link[1:]) if run.page else ''}"


def _page_of(anchor: str) -> str:
    return _run(Run("（", "muted")) + _page_field(anchor) + _run(Run("）", "muted"))


def _page_field(anchor: str) -> str:
    """A field that Word fills with the number of the page; until then a dash stands for it."""
    field = quoteattr(f"PAGEREF {_bookmark(anchor)} \\h")
    return f'<w:fldSimple w:instr={field} w:dirty="true">{_run(Run("—", "muted"))}</w:fldSimple>'


def _cells(line: Row, widths: list[int], aligns: list[str], has_bar: bool) -> list[str]:
    found, column = [], 0
    shade = TONES.get(line.tone, ("#f3f4f6", ""))[0] if line.is_head else ""
    bar = _CELL_BAR if has_bar or line.is_changed else ""
    for item in line.cells:
        width = sum(widths[column : column + item.span])
        align = aligns[min(column, len(aligns) - 1)]
        fill, mark = TONES.get(item.tone, ("", ""))
        runs = (*text(mark), *item.text)
        last = bar if item is line.cells[-1] else ""
        spanned = f'<w:gridSpan w:val="{item.span}"/>' if item.span > 1 else ""
        style = "HeadCell" if line.is_head else "Cell"
        found.append(_cell(runs, width, align, shade or fill, spanned + last, style))
        column += item.span
    return found


def _cell(
    runs: Text, width: int = 0, align: str = "left", fill: str = "", properties: str = "", style: str = "Cell"
) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.lstrip("#")}"/>' if fill else ""
    sized = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="{align}"/></w:pPr>{_runs(runs)}</w:p>'
    return f"<w:tc><w:tcPr>{sized}{properties}{shade}</w:tcPr>{body}</w:tc>"


def _row(cells: Iterable[str], is_head: bool = False) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _table(rows: str, widths: Iterable[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {_NS}><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="{_WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )

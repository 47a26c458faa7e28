"""The block model: what a printed document is made of. Every format writes these and nothing else.

Text in blocks is final: in the reader's language, sorted, formatted. A writer decides how it looks, never what it says.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Tone = Literal["", "good", "late", "open", "bad", "muted", "red", "orange", "yellow", "blue"]
"""What a cell or note means; writers show it by colour *and* so that it survives grey printing."""
Align = Literal["start", "end", "center"]
Style = Literal["", "strong", "emphasis", "code", "muted", "example"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. `link` is an anchor of the same document (`#…`), a file beside it (`./…`) or a web address.

    `page` asks for the number of the page that the link leads to, behind the words; only what has pages can give it.
    """

    text: str
    style: Style = ""
    link: str = ""
    page: bool = False


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` such as 3.2 is given by whoever builds the document, never by the writer.

    `mark` follows the words (〔示例〕, 草案). `running` is the running head from this page on; with
    it comes `foot`, the line at the foot of these pages; nothing stands for the document's own.
    """

    level: int
    text: str
    anchor: str
    number: str = ""
    starts_page: bool = False
    mark: str = ""
    running: str = ""
    foot: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    style: Literal["", "lead", "note", "quote", "code"] = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item holds blocks."""

    items: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a weight relative to the other columns; the cells of an `is_head` column name their rows."""

    title: str
    width: float = 1.0
    align: Align = "start"
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """`sources` are the ids of the records that a figure was counted from; `share` (0 to 1) is drawn as a bar."""

    text: Text
    tone: Tone = ""
    sources: tuple[str, ...] = ()
    span: int = 1
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    tone: Tone = ""
    is_head: bool = False
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `facts` are pairs of label and value without a head; `dense` tables are full of numbers."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    style: Literal["", "facts", "dense"] = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG made by us, with the same content in words."""

    svg: str
    alternative: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that is to be seen first, with what it counts."""

    label: str
    value: str
    note: str = ""
    tone: Tone = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A handful of key figures side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A box that must not be overlooked: errors in the folder, a draft, an example."""

    text: Text
    tone: Tone = "open"


@dataclass(frozen=True, slots=True)
class PartPage:
    """The opening page of a part of a book."""

    title: str
    anchor: str
    number: str = ""
    blocks: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, made by the writer from the headings down to `depth`."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Changed:
    """Blocks that are not what they were: a bar stands beside them. Headings and rows of tables say so themselves."""

    blocks: "tuple[Block, ...]"


Block = Changed | Heading | Paragraph | Items | Table | Figure | KeyFigures | Notice | PartPage | PageBreak | Contents


@dataclass(frozen=True)
class Paper:
    """A whole document: cover, then blocks. `facts` (label and value) and `notices` stand on the cover.

    `day` is the day of the check, which a file carries as its date; `foot_line` stands at the foot of every page.
    `eplan verify` reads `code` back out of the file, and `scope`: which part of the folder was asked for.
    A `leaf` has no cover: title and facts stand above the text.
    """

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    template: Literal["report", "book", "leaf"] = "report"
    running_title: str = ""
    cover_lines: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    foot_line: str = ""
    day: date | None = None
    code: str = ""
    scope: tuple[tuple[str, str], ...] = ()


def text(words: str, style: Style = "") -> Text:
    """One run of text."""
    return (Run(words, style),) if words else ()


def cell(words: object, tone: Tone = "", sources: tuple[str, ...] = ()) -> Cell:
    """A cell with plain text."""
    return Cell(text(str(words)), tone, sources)


def row(*cells: object, tone: Tone = "") -> Row:
    """A row of cells; whatever is not a Cell becomes one."""
    return Row(tuple(item if isinstance(item, Cell) else cell(item) for item in cells), tone)


def facts(*pairs: tuple[str, object]) -> Table:
    """A table of labels and values; pairs without a value are left out."""
    rows = tuple(row(label, value) for label, value in pairs if value not in ("", None))
    return Table((Column("", 1, is_head=True), Column("", 4)), rows, style="facts")


def anchor(*parts: str) -> str:
    """An anchor made of words: letters and digits of any script, all else a dash."""
    return "-".join(_NO_ANCHOR.sub("-", part).strip("-") for part in parts)


def checked_link(link: str) -> str:
    """The link where it may be followed: inside the document, beside it (./), http(s) or mailto; else nothing."""
    if link.startswith("#"):
        return "#" + anchor(link[1:])
    return link if link.lower().startswith(("./", "http://", "https://", "mailto:")) else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    level: int
    title: str
    anchor: str
    number: str = ""
    mark: str = ""


def outline(blocks: "Iterable[Block]", depth: int) -> Iterator[Entry]:
    """The headings down to a level, in order; the opening page of a part counts as level 1.

    An entry's own level counts the headings that it stands under, so no level is jumped.
    """
    above: list[int] = []
    for level, entry in _headings(blocks):
        if level <= depth:
            above = [*(other for other in above if other < level), level]
            yield replace(entry, level=len(above))


def _headings(blocks: "Iterable[Block]") -> "Iterator[tuple[int, Entry]]":
    for block in blocks:
        match block:
            case PartPage():
                yield 1, Entry(1, block.title, block.anchor, block.number)
            case Heading(level=level):
                yield level, Entry(level, block.text, block.anchor, block.number, block.mark)


def foot_of(block: "Block") -> str:
    """The line at the foot of the pages that begin with this block, where it has one of its own."""
    return block.foot if isinstance(block, Heading) else ""


def plain(text: Text) -> str:
    """The words of a text alone."""
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure of a table with the records that it was counted from."""

    label: str
    value: str
    sources: tuple[str, ...]


def traces(block: Table | KeyFigures) -> Iterator[Trace]:
    """Every figure that names its records; a cell is called by its row and column."""
    if isinstance(block, KeyFigures):
        yield from (Trace(item.label, item.value, item.sources) for item in block.items if item.sources)
        return
    for line in block.rows:
        for name, item in zip(_names(block, line), line.cells, strict=False):
            if item.sources:
                yield Trace(name, plain(item.text), item.sources)


def _names(table: Table, line: Row) -> Iterator[str]:
    """What the cells of a row are called: first cell of the row, title of the column."""
    own = plain(line.cells[0].text) if line.cells else ""
    place = 0
    for item in line.cells:
        title = table.columns[place].title if place < len(table.columns) else ""
        yield " · ".join(dict.fromkeys(filter(None, (own if place else "", title))))
        place += item.span


_NO_ANCHOR = re.compile(r"[^\w]+")

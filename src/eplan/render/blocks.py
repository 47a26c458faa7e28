"""The block model: what a printed document is made of. Every format writes these and nothing else.

Text in blocks is final: in the reader's language, sorted, formatted. A writer decides how it looks, never what it says.
"""

from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["", "good", "late", "open", "bad", "muted", "red", "orange", "yellow", "blue"]
"""What a cell or note means; writers show it by colour *and* so that it survives grey printing."""
Align = Literal["start", "end", "center"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. `link` is an anchor of the same document (`#…`) or a web address that was checked."""

    text: str
    style: Literal["", "strong", "emphasis", "code", "muted", "example"] = ""
    link: str = ""


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` such as 3.2 is given by whoever builds the document, never by the writer."""

    level: int
    text: str
    anchor: str
    number: str = ""
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    style: Literal["", "lead", "note", "quote", "code"] = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item holds blocks."""

    items: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a weight relative to the other columns."""

    title: str
    width: float = 1.0
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Cell:
    """`sources` are the ids of the records that a figure was counted from."""

    text: Text
    tone: Tone = ""
    sources: tuple[str, ...] = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    tone: Tone = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
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
    """A new page; `to_right` begins on a right-hand page."""

    to_right: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, made by the writer from the headings down to `depth`."""

    title: str
    depth: int = 2


Block = Heading | Paragraph | Items | Table | Figure | Notice | PartPage | PageBreak | Contents


@dataclass(frozen=True)
class Paper:
    """A whole document: cover, then blocks. `facts` stand on the cover as label and value."""

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    template: Literal["report", "book"] = "report"
    running_title: str = ""
    cover_lines: tuple[str, ...] = field(default=())


def text(words: str, style: Literal["", "strong", "emphasis", "code", "muted", "example"] = "") -> Text:
    """One run of text."""
    return (Run(words, style),) if words else ()


def cell(words: object, tone: Tone = "", sources: tuple[str, ...] = ()) -> Cell:
    """A cell with plain text."""
    return Cell(text(str(words)), tone, sources)


def row(*cells: object, tone: Tone = "") -> Row:
    """A row of cells; whatever is not a Cell becomes one."""
    return Row(tuple(item if isinstance(item, Cell) else cell(item) for item in cells), tone)

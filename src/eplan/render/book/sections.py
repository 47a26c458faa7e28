"""Chapters and sections of a plan before they have numbers, and the numbering: 1, 1.1, 1.1.1."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eplan.messages import Translator, say
from eplan.render.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Items,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    anchor,
    plain,
    text,
)
from eplan.render.commonmark import commonmark, joined

LEVEL = 3
"""Heading level of chapters; parts of the book have 1, plans 2."""


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it. `units` are those that have a duty here, for the index."""

    title: str
    blocks: tuple[Block, ...] = ()
    units: tuple[str, ...] = ()
    sections: "tuple[Section, ...]" = ()

    @property
    def says_something(self) -> bool:
        return bool(self.blocks) or any(section.says_something for section in self.sections)


@dataclass(frozen=True)
class Numbered:
    """A section with its number in one plan."""

    number: str
    anchor: str
    level: int
    section: Section


def chapter(translate: Translator, title: str, *sections: Section) -> Section:
    """A chapter of sections."""
    return Section(translate(title), sections=sections)


def section(translate: Translator, title: str, *blocks: Block | None, units: Iterable[str] = ()) -> Section:
    """A section; without blocks it is not printed."""
    return Section(translate(title), tuple(block for block in blocks if block), tuple(units))


def numbered(plan: str, sections: Iterable[Section], prefix: tuple[int, ...] = ()) -> Iterator[Numbered]:
    """All sections that say something, numbered, in reading order."""
    for place, found in enumerate((item for item in sections if item.says_something), start=1):
        number = (*prefix, place)
        yield Numbered(".".join(map(str, number)), place_in(plan, *number), LEVEL + len(prefix), found)
        yield from numbered(plan, found.sections, number)


def place_in(plan: str, *place: object) -> str:
    """The anchor of a plan, or of a place in it."""
    return "__".join(filter(None, (anchor("plan", plan), anchor(*map(str, place)))))


def headed(found: Iterable[Numbered]) -> Iterator[Block]:
    """Headings and blocks."""
    for item in found:
        yield Heading(item.level, item.section.title, item.anchor, item.number)
        yield from item.section.blocks


def columns(translate: Translator, *titles: str, widths: tuple[float, ...] = ()) -> tuple[Column, ...]:
    """Column heads; the first names the rows."""
    wide = (*widths, *(1.0,) * (len(titles) - len(widths)))
    return tuple(
        Column(translate(title), width, is_head=place == 0)
        for place, (title, width) in enumerate(zip(titles, wide, strict=True))
    )


def table(heads: tuple[Column, ...], rows: Iterable[tuple[object, ...]], caption: str = "") -> Table | None:
    """A table without its empty columns; without rows there is none."""
    written = [
        tuple(item if isinstance(item, Cell) else Cell(text(joined(str(item)))) for item in line) for line in rows
    ]
    kept = [place for place in range(len(heads)) if any(plain(line[place].text) for line in written)]
    lines = tuple(Row(tuple(line[place] for place in kept)) for line in written)
    return Table(tuple(heads[place] for place in kept), lines, caption) if lines else None


def prose(words: str | None) -> tuple[Block, ...]:
    """A text of the plan (CommonMark)."""
    return commonmark(words) if words else ()


def sentence(words: str) -> Paragraph | None:
    """A sentence of ours, or of the plan where it is not CommonMark."""
    return Paragraph(text(joined(words))) if words else None


def listed(words: Iterable[str]) -> Items | None:
    """A list of sentences."""
    items = tuple((Paragraph(text(joined(item))),) for item in words)
    return Items(items) if items else None


def lines(*parts: str | Text) -> Text:
    """Lines of one cell; empty ones are left out."""
    texts = [text(part) if isinstance(part, str) else part for part in parts]
    filled = [item for item in texts if plain(item)]
    return tuple(run for place, item in enumerate(filled) for run in ((Run("\n"),) if place else ()) + item)


def labelled(label: str, words: str | None, translate: Translator) -> Text:
    """Words with a quiet label before them."""
    return (Run(translate(say("{label}: ", label=label)), "muted"), Run(joined(words))) if words else ()


def example(translate: Translator) -> Run:
    """The mark of what is made up."""
    return Run(translate("〔example〕"), "example")

"""An official letter: its elements by GB/T 9704-2012, in the reader's language and final."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from eplan.render.blocks import Block, Heading, Items, Paper, Paragraph, Table, Text, plain, text
from eplan.render.column_widths import extent

CHARACTER = 15.75
"""Points: 三号 so that 28 characters fill the 156 mm of a line (28 × 15.75 pt = 155.6 mm)."""
LINE = 28
_MARK = 36.0
_NARROWEST = 0.6

Line = Heading | Paragraph


@dataclass(frozen=True)
class Annex:
    """A table that follows the letter: what stands over it, its title."""

    label: str
    title: str
    table: Table


@dataclass(frozen=True)
class Letter:
    """A letter of the office. What only the registry knows is room for a hand: parts of `number`, `signed`, `printed`.

    `name` are the parts of its file name; `day` is the day that it was judged on, which the file carries as its date.
    """

    is_bulletin: bool
    name: tuple[str, ...]
    language: str
    day: date
    organ: str
    number: str
    title_lines: tuple[str, ...]
    addressee: Text
    body: tuple[Line, ...]
    annex_lead: str
    annexes: tuple[Annex, ...]
    signed: str
    contact: Text
    remarks: tuple[Text, ...]
    copies: str
    printed: str

    @property
    def title(self) -> str:
        return self.gap.join(self.title_lines)

    @property
    def gap(self) -> str:
        """What stands between the lines of the title where they run on."""
        return "" if self.language.startswith("zh") else " "

    @property
    def annex_lines(self) -> tuple[str, ...]:
        """The titles of the annexes with their numbers; nothing stands after them."""
        return tuple(f"{count}. {annex.title}" for count, annex in enumerate(self.annexes, 1))


@dataclass(frozen=True)
class Signature:
    """Where the office and the day stand, in characters from the right edge; the shorter is centred on the longer."""

    organ: float
    day: float


def signature(letter: Letter) -> Signature:
    """GB/T 9704-2012 §7.3.5.1: the day four characters from the edge; two where the office needs the room."""
    organ, day = (min(breadth(words), LINE - 4.0) for words in (letter.organ, letter.signed))
    edge = 4.0 if organ <= day else 2.0
    return Signature(edge + max(0.0, day - organ) / 2, edge + max(0.0, organ - day) / 2)


def mark_size(organ: str) -> tuple[float, float]:
    """Size in points and share of their width that the red letters of the office keep, to fit on one line."""
    room = LINE * CHARACTER
    share = min(1.0, room / (breadth(organ) * _MARK or 1))
    return (_MARK, share) if share >= _NARROWEST else (max(_MARK * share / _NARROWEST, 6.0), _NARROWEST)


def breadth(words: str) -> float:
    """How many characters wide words are."""
    return max(extent(words).lines, default=0.0)


def paper(letter: Letter) -> Paper:
    """The letter as a plain document, for Markdown."""
    return Paper(
        title=letter.title,
        subtitle=letter.number,
        language=letter.language,
        blocks=tuple(_blocks(letter)),
        running_title=letter.title,
        cover_lines=(letter.organ,),
        day=letter.day,
    )


def _blocks(letter: Letter) -> Iterator[Block]:
    yield Paragraph(letter.addressee)
    for line in letter.body:
        yield line if isinstance(line, Heading) else Paragraph(_upright(line.text))
    if letter.annexes:
        yield Paragraph(text(letter.annex_lead))
        yield Items(tuple((Paragraph(text(annex.title)),) for annex in letter.annexes), ordered=True)
    yield Paragraph(text(letter.organ))
    yield Paragraph(text(letter.signed))
    yield from map(Paragraph, (letter.contact, *letter.remarks))
    for place, annex in enumerate(letter.annexes, 1):
        yield Heading(1, annex.title, f"annex-{place}", annex.label)
        yield annex.table
    if letter.copies:
        yield Paragraph(text(letter.copies))
    yield Paragraph(text(f"{letter.organ}　{letter.printed}"))


def _upright(words: Text) -> Text:
    """Words without the change of face that only paper shows."""
    return tuple(replace(run, style="") if run.style == "emphasis" else run for run in words)


def sections(letter: Letter) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The body as headings with their paragraphs, in plain words; what opens the letter has no heading."""
    heading, held = "", list[str]()
    for line in letter.body:
        if isinstance(line, Heading):
            yield heading, tuple(held)
            heading, held = line.text, []
        else:
            held.append(plain(line.text))
    yield heading, tuple(held)

"""Cards → PDF: A6, front and back; or four on A4 with cut marks, the backs laid so that they meet the fronts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from eplan import __version__
from eplan.messages import Translator, say
from eplan.render.blocks import Text, plain, text
from eplan.render.book.wording import day_words
from eplan.render.cards import holder
from eplan.render.cards.back import back
from eplan.render.cards.front import front
from eplan.render.cards.parts import Hand, Line, Part
from eplan.render.cards.views import Card, Deck
from eplan.render.foot import foot_line
from eplan.render.handbook.edition import edition_notices
from eplan.render.marker import marker, sealed
from eplan.render.pdf import code, compiled, escape, marked
from eplan.render.templating import environment, rendered
from eplan.render.typst_source import literal, printable, runs, words

TEMPLATE = "typst/cards.typ.j2"
RUN_LIMIT = 12
"""Latin letters side by side that the narrow column of time limits takes."""
_PIECE, _LINE = 540, 28
"""Characters of an entry that are certain to fit one face, a longer one goes on in further pieces; and of a line."""
_PARTS = re.compile(r"[^。；，、;,.\s]{0,40}[。；，、;,.\s]?")


def pdf(deck: Deck, translate: Translator, own: Mapping[str, str] | None = None, *, on_sheets: bool = False) -> bytes:
    """The cards; its date is the day of the check."""
    written = compiled(source(deck, translate, own, on_sheets=on_sheets), deck.edition.day, own or {})
    return sealed(marked(written, marker(deck.edition.code)))


def source(deck: Deck, translate: Translator, own: Mapping[str, str] | None = None, *, on_sheets: bool = False) -> str:
    """The cards as Typst source, complete in itself."""
    page = environment(escape, own or {})
    page.filters.update(
        code=Markup,
        literal=code(literal),
        printable=printable,
        runs=code(partial(runs, anchors=frozenset())),
        narrow=code(partial(words, limit=RUN_LIMIT)),
    )
    hand = Hand(translate, deck.edition.district)
    pool = Pool()
    notices = tuple(plain(notice.text) for notice in edition_notices(deck.edition, False, translate))
    return rendered(
        page,
        TEMPLATE,
        own or {},
        title=translate("Pocket cards"),
        language=translate.language,
        version=__version__,
        day=deck.edition.day,
        on_sheets=on_sheets,
        continued=translate("(continued)"),
        foot=_foot(deck, translate),
        cards=tuple(_card(card, notices, hand, pool) for card in deck.cards),
        titles=tuple(pool.titles),
        lines=tuple(pool.lines),
    )


@dataclass(frozen=True)
class Pool:
    """Titles and entries with their places; what stands on many cards is written, measured and set once."""

    titles: dict[str, int] = field(default_factory=dict)
    lines: dict[Line, int] = field(default_factory=dict)

    def entries(self, parts: tuple[Part, ...]) -> Iterator[dict[str, object]]:
        """Entries with the title of their part, by their places; the first of a part is marked."""
        for part in parts:
            title = self.titles.setdefault(part.title, len(self.titles))
            pieces = (piece for line in part.lines for piece in _cut(line))
            for place, piece in enumerate(pieces):
                line = self.lines.setdefault(piece, len(self.lines))
                yield {"title": title, "beside": part.beside, "first": place == 0, "line": line}


def _foot(deck: Deck, translate: Translator) -> str:
    """As of which day, from which revision, with which code, made by what."""
    edition = deck.edition
    as_of = translate(say("as of {day}", day=day_words(edition.day)))
    known = foot_line(edition.code, edition.revision, translate)
    return " · ".join((translate("For official use"), as_of, known, f"eplan {__version__}"))


def _card(card: Card, notices: tuple[str, ...], hand: Hand, pool: Pool) -> dict[str, object]:
    return {
        "post": card.contact.post,
        "holder": holder(card),
        "mark": hand.translate("〔example〕") if card.has_examples else "",
        "front": tuple(pool.entries(front(card, hand))),
        "back": tuple(pool.entries(back(card, notices, hand))),
    }


def _cut(line: Line) -> Iterator[Line]:
    """A long entry in pieces that fit one face each; limit and number stand with the first."""
    if _size(line.body) + _size(line.more) <= _PIECE:
        yield line
        return
    body, *others = tuple(_pieces_of(line.body)) or ((),)
    yield Line(body, (), line.lead, line.under, line.end)
    yield from (Line(piece) for piece in others)
    yield from (Line((), piece) for piece in _pieces_of(line.more))


def _size(words: Text) -> int:
    """Characters; the end of a line may waste nearly a whole one."""
    return sum(len(run.text) + _LINE * run.text.count("\n") for run in words)


def _pieces_of(words: Text) -> Iterator[Text]:
    """The same words in pieces, cut behind a mark or a space where there is one."""
    piece: Text = ()
    for run in words:
        for part in _PARTS.findall(run.text):
            if piece and _size(piece) + _size(text(part)) > _PIECE:
                yield piece
                piece = ()
            piece += text(part, run.style)
    if piece:
        yield piece

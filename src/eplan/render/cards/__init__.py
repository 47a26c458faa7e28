"""Pocket cards laid out as blocks, for screens, Markdown and Word; for print `pdf` lays the same parts on A6."""

from collections.abc import Iterable, Iterator

from eplan.messages import Translator, say
from eplan.render.blocks import Block, Cell, Column, Contents, Heading, Paper, Paragraph, Row, Table, plain, text
from eplan.render.book.sections import lines
from eplan.render.book.wording import day_words
from eplan.render.cards.back import back
from eplan.render.cards.front import front
from eplan.render.cards.parts import Hand, Line, Part
from eplan.render.cards.views import Card, Deck
from eplan.render.foot import foot_line
from eplan.render.handbook.edition import edition_facts, edition_notices


def paper(deck: Deck, translate: Translator) -> Paper:
    """The cards one after the other."""
    title = translate("Pocket cards")
    as_of = say("{title}, as of {day}", title=title, day=day_words(deck.edition.day))
    return Paper(
        title=title,
        subtitle=deck.edition.district,
        language=translate.language,
        facts=((translate("Cards"), str(len(deck.cards))), *edition_facts(deck.edition, translate)),
        blocks=(Contents(translate("Contents"), 1), *_cards(deck, translate)),
        running_title=translate(as_of),
        cover_lines=(translate("For official use"),),
        notices=tuple(edition_notices(deck.edition, any(card.has_examples for card in deck.cards), translate)),
        foot_line=foot_line(deck.edition.code, deck.edition.revision, translate),
        day=deck.edition.day,
        code=deck.edition.code,
    )


def _cards(deck: Deck, translate: Translator) -> Iterator[Block]:
    hand = Hand(translate, deck.edition.district)
    for place, card in enumerate(deck.cards, start=1):
        name = f"card-{place}"
        mark = translate("〔example〕") if card.has_examples else ""
        yield Heading(1, card.contact.post, name, starts_page=True, mark=mark, running=card.contact.post)
        yield Paragraph(text(holder(card)), "note")
        yield from _parts(f"{name}-front", front(card, hand))
        yield from _parts(f"{name}-back", back(card, (), hand))


def holder(card: Card) -> str:
    """The unit of the post and who holds it."""
    return " · ".join(filter(None, (card.unit.full_name or card.unit.name, card.contact.name)))


def _parts(name: str, parts: Iterable[Part]) -> Iterator[Block]:
    for place, part in enumerate(parts, start=1):
        yield Heading(2, part.title, f"{name}-{place}")
        yield _table(part)


def _table(part: Part) -> Table:
    """Entries as rows; the columns for limits and numbers only where there are such."""
    columns = ((Column("", 1, is_head=True), _leads), (Column("", 5), _words), (Column("", 1.6), _ends))
    written = [[cell(line) for _, cell in columns] for line in part.lines]
    kept = [place for place in range(len(columns)) if any(plain(cells[place].text) for cells in written)]
    rows = tuple(Row(tuple(cells[place] for place in kept)) for cells in written)
    return Table(tuple(columns[place][0] for place in kept), rows)


def _leads(line: Line) -> Cell:
    return Cell(lines(text(line.lead, "strong"), text(line.under, "muted")))


def _words(line: Line) -> Cell:
    return Cell(lines(line.body, line.more))


def _ends(line: Line) -> Cell:
    return Cell(text(line.end, "strong"))

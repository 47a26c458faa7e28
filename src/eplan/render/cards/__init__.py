"""Pocket cards laid out as blocks: a front and a back for each unit and post."""

from collections.abc import Iterable, Iterator

from eplan.messages import Message, Translator, say
from eplan.render.blocks import Block, Cell, Column, Heading, Paper, Paragraph, Row, Run, Table, row, text
from eplan.render.book.sections import example
from eplan.render.book.wording import day_words
from eplan.render.cards.lines import FIRST_MINUTES, Line, action_lines, marks_of, plan_mark, role_lines
from eplan.render.cards.views import Card, Deck
from eplan.render.handbook.edition import edition_facts, edition_notices
from eplan.render.handbook.wording import hop_cells


def paper(deck: Deck, translate: Translator) -> Paper:
    """The cards, one after the other; a title page says as of when."""
    return Paper(
        title=translate("Pocket cards"),
        subtitle=deck.unit.name if deck.unit else deck.edition.district,
        language=translate.language,
        facts=((translate("Cards"), str(len(deck.cards))), *edition_facts(deck.edition, translate)),
        blocks=tuple(
            block for place, card in enumerate(deck.cards, 1) for block in _card(place, card, deck, translate)
        ),
        cover_lines=(translate("For official use"),),
        notices=tuple(edition_notices(deck.edition, any(card.has_examples for card in deck.cards), translate)),
        foot_line=translate(say("as of {day}", day=day_words(deck.edition.day))),
        day=deck.edition.day,
    )


def _card(place: int, card: Card, deck: Deck, translate: Translator) -> Iterator[Block]:
    name, anchor = card.actor.name, f"card-{place}"
    mark = translate("〔example〕") if card.has_examples else ""
    yield Heading(1, name, anchor, starts_page=True, mark=mark)
    yield Paragraph(tuple(_holder(card, deck, translate)), "note")
    yield from _front(anchor, card, translate)
    back = translate(say("{name} (back)", name=name))
    yield Heading(2, back, f"{anchor}-back", starts_page=True)
    yield from _back(anchor, card, translate)


def _holder(card: Card, deck: Deck, translate: Translator) -> Iterator[Run]:
    """Whose card it is, and as of when."""
    contact = card.contact
    holder = (contact.name or "", contact.phone or "") if contact else ()
    unit = card.unit.full_name or card.unit.name
    day = translate(say("as of {day}", day=day_words(deck.edition.day)))
    yield Run(" · ".join(filter(None, (unit, *holder, day))))


def _front(anchor: str, card: Card, translate: Translator) -> Iterator[Block]:
    """Plans, the first minutes, whom to tell."""
    onset = sorted(action_lines(card, ("onset",), translate), key=lambda line: line.minutes)
    first = [line for line in onset if line.minutes <= FIRST_MINUTES]
    later = [line for line in onset if line.minutes > FIRST_MINUTES]
    yield from _section(say("First 10 minutes"), f"{anchor}-first", _tasks(first))
    yield from _section(say("Report to"), f"{anchor}-report", _reports(card, translate))
    yield from _section(say("Then, at the onset"), f"{anchor}-onset", _tasks(later))
    yield Heading(3, translate("Plans"), f"{anchor}-plans")
    yield Paragraph(tuple(_plans(card, translate)))


def _plans(card: Card, translate: Translator) -> Iterator[Run]:
    for place, plan in enumerate(card.plans):
        mark = f"{plan_mark(place)} " if len(card.plans) > 1 else ""
        yield Run(("\n" if place else "") + mark + plan.view.plan.title)
        if plan.view.plan.example and not card.has_examples:
            yield example(translate)


def _back(anchor: str, card: Card, translate: Translator) -> Iterator[Block]:
    """Roles, duties during and after the event by level, duties before it, telephones."""
    roles = tuple(row(words, marks) for words, marks in role_lines(card, translate))
    yield from _section(say("Roles"), f"{anchor}-roles", roles, translate)
    for phases, title, name in (
        (("during",), say("During the event"), "during"),
        (("after",), say("After the event"), "after"),
        (("before",), say("Before the event"), "before"),
    ):
        lines = sorted(action_lines(card, phases, translate), key=lambda line: line.levels)
        yield from _section(title, f"{anchor}-{name}", _tasks(lines), translate)
    phones = tuple(row(name, number) for name, number in card.phones)
    yield from _section(say("Telephones"), f"{anchor}-phones", phones, translate)

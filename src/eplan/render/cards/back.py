"""The back of a card: the reporting chain, what a report says, the telephones, what is wrong with the folder."""

from collections.abc import Iterable, Iterator

from eplan.messages import say
from eplan.models.vocabulary import label
from eplan.render.blocks import Run, text
from eplan.render.book.sections import example, lines
from eplan.render.book.wording import span_words
from eplan.render.cards.parts import Hand, Line, Part, filled
from eplan.render.cards.phones import Phone
from eplan.render.cards.views import Card
from eplan.render.handbook.views import HopLine
from eplan.render.handbook.wording import role_words

_NAMED = 3


def back(card: Card, notices: Iterable[str], hand: Hand) -> tuple[Part, ...]:
    """The parts of the back in reading order."""
    translate, own, beside = hand.translate, card.own, card.beside
    by_unit = tuple(line for line in beside.reported if line not in own.reported)
    to_unit = tuple(line for line in beside.told if line not in own.told)
    unit_reports = translate(say("{unit}: whom the unit reports to", unit=card.unit.name))
    unit_is_told = translate(say("{unit}: who reports to the unit", unit=card.unit.name))
    return filled(
        Part(translate("Whom I report to"), _hops(own.reported, hand)),
        Part(unit_reports, _hops(by_unit, hand), beside=True),
        Part(translate("What a report says"), tuple(_contents(card, hand))),
        Part(translate("Whom I call"), tuple(_phone(phone, hand) for phone in card.phones)),
        Part(translate("Who reports to me"), _hops(own.told, hand, told=True)),
        Part(unit_is_told, _hops(to_unit, hand, told=True), beside=True),
        Part(translate("Mind"), tuple(Line(text(words)) for words in notices)),
    )


def _hops(found: Iterable[HopLine], hand: Hand, *, told: bool = False) -> tuple[Line, ...]:
    """The steps of the chain; where the holder is told, from whom."""
    return tuple(_hop(line, ("← ", line.sender) if told else ("→ ", line.receiver), hand) for line in found)


def _hop(line: HopLine, whom: tuple[str, str], hand: Hand) -> Line:
    """The limit, to whom or from whom, by what means, in which plans."""
    within = hand.translate(span_words(line.within)) if line.within else "—"
    means = hand.translate(label(line.by)) if line.by else ""
    known = " · ".join(filter(None, (means, _titles([view.plan.title for view in line.plans], hand))))
    return Line((Run(whom[0]), Run(whom[1], "strong")), text(known, "muted"), within)


def _titles(titles: list[str], hand: Hand) -> str:
    """A few titles; of many the first, and how many there are."""
    named = tuple(map(hand.short, titles))
    if len(named) <= _NAMED:
        return hand.translate.joiner.join(named)
    return hand.translate(say("{titles} and others: {count} plans", titles=named[: _NAMED - 1], count=len(named)))


def _contents(card: Card, hand: Hand) -> Iterator[Line]:
    """What several plans say alike stands once, without their titles where all say it."""
    found: dict[str, tuple[Line, list[str]]] = {}
    for plan in (*card.own.plans, *card.beside.plans):
        for role in plan.roles:
            if role.kind == "report":
                label, value = hand.translate(role.label), role_words(role, hand.translate)
                line = Line(text(label, "strong"), value)
                found.setdefault(repr(line), (line, []))[1].append(plan.view.plan.title)
    for line, titles in found.values():
        named = text(_titles(titles, hand), "muted") if len(found) > 1 else ()
        yield Line(line.body, lines(line.more, named))


def _phone(phone: Phone, hand: Hand) -> Line:
    marks = (example(hand.translate),) if phone.example else ()
    why = Run(f"  {hand.translate(phone.why)}", "muted")
    return Line((Run(phone.name), *marks, why), end=phone.number or hand.translate("no number on file"))

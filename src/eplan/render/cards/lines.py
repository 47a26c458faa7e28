"""The lines of a card: what several plans ask alike stands once, with the numbers of the plans."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eplan.messages import Message, Translator
from eplan.models.vocabulary import label
from eplan.render.book.wording import ROMAN, when_words
from eplan.render.cards.views import Card
from eplan.render.commonmark import joined
from eplan.render.handbook.duties import Duty

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
FIRST_MINUTES = 10


@dataclass(frozen=True)
class Line:
    """What is done, when, at which levels, in which plans; `minutes` is the time limit."""

    what: str
    when: str
    levels: str
    plans: str
    minutes: float


def plan_mark(place: int) -> str:
    """The number of a plan on its card, in a circle as far as there are such."""
    return CIRCLED[place] if place < len(CIRCLED) else f"({place + 1})"


def marks_of(card: Card, ids: Iterable[str]) -> str:
    """The numbers of plans; a card with one plan needs none."""
    places = {plan.view.id: place for place, plan in enumerate(card.plans)}
    return "".join(plan_mark(places[name]) for name in ids if name in places) if len(places) > 1 else ""


def action_lines(card: Card, phases: tuple[str, ...], translate: Translator) -> tuple[Line, ...]:
    """The actions of some phases."""
    found: dict[tuple[str, str, str, float], list[str]] = {}
    for plan in card.plans:
        for duty in plan.duties:
            if duty.action.phase in phases:
                key = (
                    joined(duty.action.what or "—"),
                    _when(duty, translate),
                    _levels(duty, translate),
                    _minutes(duty),
                )
                found.setdefault(key, []).append(plan.view.id)
    return tuple(
        Line(what, when, levels, marks_of(card, dict.fromkeys(ids)), minutes)
        for (what, when, levels, minutes), ids in found.items()
    )


def role_lines(card: Card, translate: Translator) -> Iterator[tuple[str, str]]:
    """Roles in one or several words, with the numbers of their plans."""
    found: dict[str, list[str]] = {}
    for plan in card.plans:
        for role in plan.roles:
            found.setdefault(translate(role.label), []).append(plan.view.id)
    yield from ((role, marks_of(card, dict.fromkeys(ids))) for role, ids in found.items())


def _when(duty: Duty, translate: Translator) -> str:
    when = when_words(duty.action.when) if duty.action.when else ""
    return translate(when) if isinstance(when, Message) else joined(when)


def _levels(duty: Duty, translate: Translator) -> str:
    """Ⅰ Ⅱ, red, or nothing where it is always done."""
    colours = (translate(label(colour)) for colour in duty.action.warning)
    return " ".join((*(ROMAN[level] for level in duty.action.response), *colours))


def _minutes(duty: Duty) -> float:
    when = duty.action.when
    return when.within.minutes if when and when.within else float("inf")

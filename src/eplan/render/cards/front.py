"""The front of a card: what calls its holder, the clock, decisions, standing duties; then his unit's first hours."""

from collections.abc import Iterator

from eplan.messages import Message, say
from eplan.render.blocks import Run, Text, text
from eplan.render.book.response import how_text
from eplan.render.book.sections import example, labelled, lines
from eplan.render.book.wording import levels_words
from eplan.render.cards.asked import Asked
from eplan.render.cards.clock import FIRST_HOURS, in_order, occasion
from eplan.render.cards.parts import Hand, Line, Part, filled
from eplan.render.cards.views import Card
from eplan.render.cards.wording import limit_words, occasion_words, occasions_words
from eplan.render.commonmark import joined
from eplan.render.handbook.duties import Duty, PlanDuties
from eplan.render.handbook.roles import Role
from eplan.render.handbook.wording import action_words, role_words

OCCASION_TITLES = {
    "onset": say("at the onset"),
    "during": say("during the event"),
    "warning": say("on a warning"),
    "after": say("after the event"),
    "standing": say("standing preparation"),
}

_UNDER = 40
"""Characters that fit under a time limit; a longer moment stands beside it."""


def front(card: Card, hand: Hand) -> tuple[Part, ...]:
    """The parts of the front in reading order."""
    translate, unit = hand.translate, card.unit.name
    nothing = Line(text(translate("No plan names this post. What follows is asked of its unit.")))
    hours = say("{unit}: what the unit decides", unit=unit)
    return filled(
        Part(translate("What I am called for"), tuple(_calls(card.own, hand)) or (nothing,)),
        *_clock(card.own, hand),
        Part(translate("What I decide"), tuple(_decisions(card.own, hand))),
        Part(translate("Standing duties"), tuple(_standing(card.own, hand))),
        *_clock(card.beside, hand, unit),
        Part(translate(hours), tuple(_decisions(card.beside, hand)), beside=True),
    )


def _calls(own: Asked, hand: Hand) -> Iterator[Line]:
    for plan in own.plans:
        marks = (example(hand.translate),) if plan.view.plan.example else ()
        yield Line((Run(hand.short(plan.view.plan.title), "strong"), *marks), text(_summary(plan, hand)))


def _summary(plan: PlanDuties, hand: Hand) -> str:
    """Seats, levels that he decides and commands, levels at which he acts: in one line."""
    translate = hand.translate
    seats = (translate(role.value) for role in plan.roles if role.kind == "seat")
    levels: dict[str, list[int]] = {}
    for role in plan.roles:
        if role.level:
            levels.setdefault(role.label.text, []).append(role.level)
    decided = (
        translate(Message(words, {"level": levels_words(tuple(found), translate)})) for words, found in levels.items()
    )
    acting = occasions_words([duty.action for duty in plan.duties], translate)
    acts = translate(say("acts: {occasions}", occasions=acting)) if acting else ""
    reports = translate("reports") if plan.reported else ""
    return translate("; ").join(filter(None, (*seats, *decided, acts, reports)))


def _clock(asked: Asked, hand: Hand, unit: str = "") -> Iterator[Part]:
    """Plan by plan and occasion by occasion; `unit` is named where it is asked and not the post."""
    for plan in asked.plans:
        found: dict[str, list[Line]] = {}
        for duty in in_order(plan.duties):
            found.setdefault(occasion(duty.action), []).append(_duty(duty, asked.name, hand, brief=bool(unit)))
        for name, entries in found.items():
            yield Part(_clock_title(plan, name, hand, unit), tuple(entries), beside=bool(unit))


def _clock_title(plan: PlanDuties, name: str, hand: Hand, unit: str) -> str:
    title = say("{plan}: {occasion}", plan=hand.short(plan.view.plan.title), occasion=OCCASION_TITLES[name])
    hours = say("{unit}, first {hours} h · {title}", unit=unit, hours=FIRST_HOURS, title=title)
    return hand.translate(hours if unit else title)


def _duty(duty: Duty, actor: str, hand: Hand, *, brief: bool) -> Line:
    """What is done; where it is not brief also how, after what and with whom."""
    action, view, translate = duty.action, duty.view, hand.translate
    lead, under = limit_words(action, view, translate)
    acting = tuple(view.called(name) for name in duty.acting_as if view.called(name) != actor)
    as_words = translate(say("as {names}", names=acting)) if acting else ""
    beyond, under = (under, "") if len(under) > _UNDER else ("", under)
    small = text(" · ".join(filter(None, (beyond, occasion_words(action, translate), as_words))), "muted")
    what = joined(action.what or "—")
    if brief:
        return Line(text(what), small, lead, under)
    more = lines(small, how_text(action, translate), *_around(duty, hand))
    return Line(text(what, "strong"), more, lead, under)


def _around(duty: Duty, hand: Hand) -> tuple[Text, ...]:
    """What comes first, and who else acts."""
    action, view, translate = duty.action, duty.view, hand.translate
    first = tuple(action_words(name, view) for name in action.after if action.when is None or name != action.when.of)
    others = translate.joiner.join(map(view.called, duty.others))
    return (
        text(translate(say("after {actions}", actions=first)) if first else ""),
        labelled(translate("Together with"), others, translate),
    )


def _decisions(asked: Asked, hand: Hand) -> Iterator[Line]:
    for plan in asked.plans:
        yield from (_role(role, plan, hand) for role in plan.roles if role.level)


def _standing(own: Asked, hand: Hand) -> Iterator[Line]:
    for plan in own.plans:
        yield from (_role(role, plan, hand) for role in plan.roles if not role.level and not role.kind)


def _role(role: Role, plan: PlanDuties, hand: Hand) -> Line:
    title = text(hand.short(plan.view.plan.title), "muted")
    return Line(text(hand.translate(role.label), "strong"), lines(title, role_words(role, hand.translate)))

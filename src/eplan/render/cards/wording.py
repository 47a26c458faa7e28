"""How a card says things in few words: time limits apart from their moment, occasions together."""

from collections.abc import Sequence

from eplan.messages import Message, Translator, say
from eplan.models.plan_action import Action
from eplan.models.vocabulary import COLOURS
from eplan.render.book.plan_view import PlanView
from eplan.render.book.wording import colours_words, levels_words, rhythm_words, span_words
from eplan.render.commonmark import joined
from eplan.render.handbook.wording import action_words

_MOMENTS = {
    "occurrence": say("from the event"),
    "report": say("from the report"),
    "warning": say("from the warning"),
    "activation": say("from the start of the response"),
}


def limit_words(action: Action, view: PlanView, translate: Translator) -> tuple[str, str]:
    """The time limit or rhythm, and from when it counts; an event stands in the second place."""
    when = action.when
    if when is None:
        return "", ""
    if when.within:
        return translate(span_words(when.within)), translate(moment_words(when.of, view))
    if when.every:
        return translate(rhythm_words(when.every)), ""
    return "", joined(when.event or "")


def moment_words(of: str | None, view: PlanView) -> Message | str:
    """From when a limit counts."""
    if not of:
        return ""
    return _MOMENTS.get(of) or say("from {action} on", action=action_words(of, view))


def occasion_words(action: Action, translate: Translator) -> str:
    """The levels and colours at which it is done."""
    return occasions_words([action], translate)


def occasions_words(actions: Sequence[Action], translate: Translator) -> str:
    """The levels and colours at which at least one of the actions is done; preparation is done at none."""
    if any(not item.response and not item.warning and item.phase != "before" for item in actions):
        return translate("every level")
    levels = tuple(sorted({level for item in actions for level in item.response}))
    named = {colour for item in actions for colour in item.warning}
    colours = colours_words(tuple(colour for colour in COLOURS if colour in named), translate)
    warned = translate(say("{colours} warning", colours=colours)) if colours else ""
    return translate.joiner.join(filter(None, (levels_words(levels, translate) if levels else "", warned)))

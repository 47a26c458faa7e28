"""How duties are said: level, time limit, under which name, with whom."""

from eplan.messages import Message, Translator, say
from eplan.models.plan_action import Action
from eplan.models.vocabulary import label
from eplan.render.blocks import Run, Text, text
from eplan.render.book.sections import labelled, lines
from eplan.render.book.wording import colours_words, levels_words, span_words, when_words
from eplan.render.commonmark import joined
from eplan.render.handbook.duties import Duty, Role
from eplan.render.handbook.views import HopLine


def level_of(action: Action, translate: Translator) -> Text:
    """The levels and warning colours for which it is done; without any it is always done."""
    colours = colours_words(action.warning, translate)
    found = lines(
        translate(say("{colours} warning", colours=colours)) if colours else "",
        levels_words(action.response, translate),
    )
    return found or text(translate("always"))


def time_of(duty: Duty, translate: Translator) -> Text:
    """The time limit, what comes first, how long it takes."""
    action = duty.action
    when = when_words(action.when) if action.when else ""
    before = tuple(name for name in action.after if action.when is None or name != action.when.of)
    return lines(
        translate(when) if isinstance(when, Message) else joined(when),
        translate(say("after {actions}", actions=before)) if before else "",
        translate(say("takes {span}", span=span_words(action.takes))) if action.takes else "",
    )


def task_of(duty: Duty, unit: str, translate: Translator) -> Text:
    """What is done, with the name under which the unit does it and who else does it."""
    names = tuple(name for name in duty.acting_as if name != unit)
    return lines(
        text(joined(duty.action.what or "—"), "strong"),
        labelled(translate("As"), _called(names, duty, translate), translate),
        labelled(translate("Together with"), _called(duty.others, duty, translate), translate),
    )


def _called(names: tuple[str, ...], duty: Duty, translate: Translator) -> str:
    return translate.joiner.join(dict.fromkeys(map(duty.view.called, names)))


def role_value(role: Role, translate: Translator) -> str:
    return translate(role.value) if isinstance(role.value, Message) else joined(role.value)


def hop_cells(line: HopLine, translate: Translator) -> tuple[str, str, str, str]:
    """Who, to whom, how fast, by what means."""
    within = translate(say("within {span}", span=span_words(line.within))) if line.within else ""
    return line.sender, line.receiver, within, translate(label(line.by)) if line.by else ""


def plan_link(title: str, anchor: str) -> Run:
    return Run(title, link=f"#{anchor}")

"""How duties are said: level, time limit, under which name, with whom."""

from eplan.messages import Message, Translator, say
from eplan.models.plan_action import Action
from eplan.models.vocabulary import label
from eplan.render.blocks import Run, Text, text
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import labelled, lines
from eplan.render.book.wording import colours_words, levels_words, span_words, when_words
from eplan.render.commonmark import joined
from eplan.render.handbook.duties import Duty
from eplan.render.handbook.roles import Role
from eplan.render.handbook.views import HopLine


def level_of(action: Action, translate: Translator) -> Text:
    """The levels and warning colours for which it is done; without any it is preparation, or done at every level."""
    colours = colours_words(action.warning, translate)
    found = lines(
        translate(say("{colours} warning", colours=colours)) if colours else "",
        levels_words(action.response, translate),
    )
    return found or text(translate("standing preparation") if action.phase == "before" else translate("every level"))


def time_of(action: Action, view: PlanView, translate: Translator) -> Text:
    """The time limit, what comes first, how long it takes; other actions are called by what is done in them."""

    def called(name: str) -> Message:
        return action_words(name, view)

    when = when_words(action.when, called) if action.when else ""
    before = tuple(called(name) for name in action.after if action.when is None or name != action.when.of)
    return lines(
        translate(when) if isinstance(when, Message) else joined(when),
        translate(say("after {actions}", actions=before)) if before else "",
        translate(say("takes {span}", span=span_words(action.takes))) if action.takes else "",
    )


def action_words(name: str, view: PlanView) -> Message:
    """An action of the plan by what is done in it; its id where it does not say."""
    what = next((action.what for action in view.plan.actions if action.id == name), None)
    return say("“{action}”", action=joined(what) if what else name)


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


def role_words(role: Role, translate: Translator) -> Text:
    """What the role consists of, and the name in the plan through which the actor has it."""
    words = translate(role.value) if isinstance(role.value, Message) else joined(role.value)
    return lines(words, labelled(translate("As"), role.acting_as, translate))


def hop_cells(line: HopLine, translate: Translator) -> tuple[str, str, str, str]:
    """Who, to whom, how fast, by what means."""
    within = translate(say("within {span}", span=span_words(line.within))) if line.within else ""
    return line.sender, line.receiver, within, translate(label(line.by)) if line.by else ""


def plan_link(title: str, anchor: str) -> Run:
    return Run(title, link=f"#{anchor}")

"""Chapter Response: levels, how one is started, the actions phase by phase: who, what, how, when, with what."""

from collections.abc import Iterator

from eplan.messages import Message, Translator, say
from eplan.models.plan import Response, ResponseLevel
from eplan.models.plan_action import Action, Means
from eplan.models.vocabulary import PHASES
from eplan.render.blocks import Cell, Row, Table, Text, cell, text
from eplan.render.book.flowchart import flowchart
from eplan.render.book.levels import LevelText, level_table
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import Section, chapter, columns, labelled, lines, section, sentence
from eplan.render.book.wording import (
    colours_words,
    level_tone,
    level_words,
    levels_words,
    phase_title,
    span_words,
    when_words,
)
from eplan.render.commonmark import joined

NO_RESPONSE = Response()


def response(view: PlanView, translate: Translator) -> Section:
    """What is done, by whom, and at which level."""
    own = view.plan.response or NO_RESPONSE
    bound = view.units(*(name for level in own.levels for name in (level.decided_by, level.commander, level.ended_by)))
    phases = (_phase(phase, view, translate) for phase in PHASES)
    return chapter(
        translate,
        "Emergency response",
        section(translate, "Response levels", level_table(_levels(own, view, translate)), units=bound),
        section(translate, "Course of a response", flowchart(view, translate) if _wants_chart(view) else None),
        section(translate, "Starting a response", sentence(_activation(own, translate))),
        *phases,
    )


def _wants_chart(view: PlanView) -> bool:
    """Where there are levels to choose between, and the drawing is not among the plan's annexes."""
    levels = (view.plan.response or NO_RESPONSE).levels
    return len(levels) > 1 and all(annex.table != "flowchart" for annex in view.plan.annexes)


def _levels(own: Response, view: PlanView, translate: Translator) -> Iterator[LevelText]:
    for level in own.levels:
        title = translate(say("{level} response", level=level_words(level.level)))
        yield LevelText(level.name or title, level_tone(level.level), _level_facts(level, view, translate))


def _level_facts(level: ResponseLevel, view: PlanView, translate: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (translate("Started when"), level.trigger or ""),
        (translate("Started by"), view.called(level.decided_by)),
        (translate("Commander"), view.called(level.commander)),
        (translate("Escalates to"), view.called(level.escalates_to)),
        (translate("Ends when"), level.ends_when or ""),
        (translate("Ended by"), view.called(level.ended_by)),
    )


def _activation(own: Response, translate: Translator) -> str:
    if not own.activation:
        return ""
    return translate(say("The decision to start a response says: {fields}.", fields=own.activation))


def _phase(phase: str, view: PlanView, translate: Translator) -> Section:
    actions = [action for action in view.plan.actions if action.phase == phase]
    heads = columns(translate, "No.", "Who", "What and how", "When", "With what", widths=(0.62, 1.4, 5, 1.6, 2.4))
    rows = tuple(Row(tuple(map(answer, _action(action, view, translate)))) for action in actions)
    bound = view.units(*(name for action in actions for name in action.who))
    return Section(translate(phase_title(phase)), (Table(heads, rows),) if rows else (), bound)


def _action(action: Action, view: PlanView, translate: Translator) -> tuple[Text, ...]:
    return (
        text(action.id),
        lines(*(view.called(name) for name in action.who)),
        lines(text(joined(action.what or ""), "strong"), how_text(action, translate)),
        _when(action, translate),
        means_text(action.with_, view, translate),
    )


def answer(answer: Text) -> Cell:
    """An answer; one that is missing shows as missing."""
    return Cell(answer) if answer else cell("—", "muted")


def how_text(action: Action, translate: Translator) -> Text:
    return lines(
        joined(action.how or ""),
        labelled(translate("Route"), action.route, translate),
        labelled(translate("Vulnerable people"), action.vulnerable, translate),
    )


def _when(action: Action, translate: Translator) -> Text:
    """Levels and colours for which the action is done, the time, what comes first, how long it takes."""
    when = when_words(action.when) if action.when else ""
    colours = colours_words(action.warning, translate)
    before = tuple(name for name in action.after if action.when is None or name != action.when.of)
    return lines(
        translate(say("{colours} warning", colours=colours)) if colours else "",
        translate(say("{levels} response", levels=levels_words(action.response, translate))) if action.response else "",
        translate(when) if isinstance(when, Message) else joined(when),
        translate(say("after {actions}", actions=before)) if before else "",
        translate(say("takes {span}", span=span_words(action.takes))) if action.takes else "",
    )


def means_text(means: Means | None, view: PlanView, translate: Translator) -> Text:
    if means is None:
        return ()
    join = translate.joiner.join
    return lines(
        labelled(translate("Team"), join(view.called(name) for name in means.teams), translate),
        labelled(translate("Goods"), join(_goods(means, view, translate)), translate),
        labelled(translate("Places"), join(view.called(name) for name in means.shelters), translate),
    )


def _goods(means: Means, view: PlanView, translate: Translator) -> Iterator[str]:
    for name, quantity in means.supplies.items():
        yield translate(say("{what} {quantity}", what=view.item(name), quantity=quantity))

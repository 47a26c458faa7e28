"""The course of a response as a drawing: report, first response, levels, response, end, recovery."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.models.vocabulary import COLOUR_OF_LEVEL
from eplan.render.blocks import Figure
from eplan.render.book.plan_view import PlanView
from eplan.render.book.wording import level_words, phase_title, span_words
from eplan.render.charts.boxes import Box, boxes

COLOURS = {"red": "#b3181d", "orange": "#d07a1f", "yellow": "#e3c33c", "blue": "#1f5fa8"}


def flowchart(view: PlanView, translate: Translator) -> Figure | None:
    """The drawing, with the same content in words; None where the plan says nothing of a response."""
    steps = [step for step in _steps(view, translate) if step]
    if len(steps) < 2:
        return None
    title = translate("Course of a response")
    return Figure(boxes(title, steps, arrows=True), " → ".join(said(step, translate) for step in steps))


def said(step: tuple[Box, ...], translate: Translator) -> str:
    """A step in words."""
    return " / ".join(_said(box, translate) for box in step)


def _said(box: Box, translate: Translator) -> str:
    words = translate("; ").join(box.words.split("\n"))
    return translate(say("{label}: ", label=box.title)) + words if words else box.title


def _steps(view: PlanView, translate: Translator) -> Iterator[tuple[Box, ...]]:
    levels = view.plan.response.levels if view.plan.response else ()
    yield _report(view, translate)
    yield _actions("onset", view, translate)
    yield tuple(
        Box(
            level.name or translate(say("{level} response", level=level_words(level.level))),
            view.called(level.commander or level.decided_by),
            COLOURS[COLOUR_OF_LEVEL[level.level]],
        )
        for level in levels
    )
    yield _actions("during", view, translate)
    ends = translate.joiner.join(dict.fromkeys(view.called(level.ended_by) for level in levels if level.ended_by))
    yield (Box(translate("End of the response"), ends),) if ends else ()
    yield _actions("after", view, translate)


def _report(view: PlanView, translate: Translator) -> tuple[Box, ...]:
    chain = view.plan.reporting.chain if view.plan.reporting else ()
    hops = (
        f"{view.called(hop.from_)} → {view.called(hop.to)}"
        + (f" {translate(span_words(hop.within))}" if hop.within else "")
        for hop in chain
    )
    return (Box(translate("Reporting"), translate("; ").join(hops)),) if chain else ()


def _actions(phase: str, view: PlanView, translate: Translator) -> tuple[Box, ...]:
    whats = tuple(action.what for action in view.plan.actions if action.phase == phase and action.what)
    return (Box(translate(phase_title(phase)), translate("; ").join(whats)),) if whats else ()

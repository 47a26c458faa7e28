"""Duties by plan: the roles of the unit, then its actions phase by phase."""

from collections.abc import Iterator

from eplan.messages import Translator
from eplan.models.vocabulary import PHASES
from eplan.render.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table, cell, text
from eplan.render.book.response import answer, how_text, means_text
from eplan.render.book.sections import columns, lines, place_in
from eplan.render.book.wording import phase_title
from eplan.render.commonmark import joined
from eplan.render.handbook.duties import Call, Duty, PlanDuties
from eplan.render.handbook.roles import Role
from eplan.render.handbook.views import Handbook
from eplan.render.handbook.wording import level_of, role_words, task_of, time_of

ROLE_COLUMNS = (Column("", 1.1, is_head=True), Column("", 4))


def plan_pages(book: Handbook, translate: Translator) -> Iterator[Block]:
    """The plans one after the other."""
    for plan in book.plans:
        mark = translate("〔example〕") if plan.view.plan.example else ""
        yield Heading(2, plan.view.plan.title, place_in(plan.view.id), mark=mark)
        if plan.roles:
            yield _roles(plan.roles, translate)
        if plan.duties:
            yield _actions(plan, book.unit.name, translate)
        if plan.calls:
            yield _calls(plan, translate)
        if plan.mentions:
            yield Paragraph(text(translate("Also named in the text of the plan:")), "note")
            yield _roles(plan.mentions, translate)
        if not (plan.roles or plan.duties or plan.calls or plan.mentions):
            yield Paragraph(
                text(translate("In this plan the unit only reports or is reported to: see chapter 1.")), "note"
            )


def _roles(roles: tuple[Role, ...], translate: Translator) -> Table:
    rows = tuple(Row((cell(translate(role.label)), answer(role_words(role, translate)))) for role in roles)
    return Table(ROLE_COLUMNS, rows, style="facts")


def _calls(plan: PlanDuties, translate: Translator) -> Table:
    """Actions of others for which teams and shelters of the unit are needed."""
    heads = columns(translate, "Called on", "Level", "For what", "Who acts", "When", widths=(1.5, 1, 2.4, 2, 1.6))
    caption = translate("Actions of others that call on teams and shelters of this unit")
    return Table(heads, tuple(_call(call, translate) for call in plan.calls), caption)


def _call(call: Call, translate: Translator) -> Row:
    action, view = call.action, call.view
    answers = (
        text(translate.joiner.join(map(view.called, call.means))),
        level_of(action, translate),
        text(joined(action.what or "—")),
        text(translate.joiner.join(map(view.called, action.who))),
        time_of(action, view, translate),
    )
    return Row(tuple(map(answer, answers)))


def _actions(plan: PlanDuties, unit: str, translate: Translator) -> Table:
    heads = columns(translate, "No.", "Level", "What and how", "When", "With what", widths=(0.62, 1.25, 4.3, 2, 2.4))
    return Table(heads, tuple(_phases(plan, len(heads), unit, translate)))


def _phases(plan: PlanDuties, width: int, unit: str, translate: Translator) -> Iterator[Row]:
    for phase in PHASES:
        found = [duty for duty in plan.duties if duty.action.phase == phase]
        if found:
            yield Row((Cell(text(translate(phase_title(phase))), span=width),), is_head=True)
        yield from (_action(duty, unit, translate) for duty in found)


def _action(duty: Duty, unit: str, translate: Translator) -> Row:
    action, view = duty.action, duty.view
    answers = (
        text(action.id),
        level_of(action, translate),
        lines(task_of(duty, unit, translate), how_text(action, translate)),
        time_of(action, view, translate),
        means_text(action.with_, view, translate),
    )
    return Row(tuple(map(answer, answers)))

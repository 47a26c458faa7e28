"""Duties by plan: the roles of the unit, then its actions phase by phase."""

from collections.abc import Iterator

from eplan.messages import Translator
from eplan.models.vocabulary import PHASES
from eplan.render.blocks import Block, Cell, Column, Heading, Row, Table, cell, text
from eplan.render.book.response import answer, how_text, means_text
from eplan.render.book.sections import columns, place_in
from eplan.render.book.wording import phase_title
from eplan.render.handbook.duties import Duty, PlanDuties
from eplan.render.handbook.views import Handbook
from eplan.render.handbook.wording import level_of, role_value, task_of, time_of

ROLE_COLUMNS = (Column("", 1.1, is_head=True), Column("", 4))


def plan_pages(book: Handbook, translate: Translator) -> Iterator[Block]:
    """The plans one after the other."""
    for plan in book.plans:
        mark = translate("〔example〕") if plan.view.plan.example else ""
        yield Heading(2, plan.view.plan.title, place_in(plan.view.id), mark=mark)
        if plan.roles:
            yield _roles(plan, translate)
        if plan.duties:
            yield _actions(plan, book.unit.name, translate)


def _roles(plan: PlanDuties, translate: Translator) -> Table:
    rows = tuple(Row((cell(translate(role.label)), cell(role_value(role, translate)))) for role in plan.roles)
    return Table(ROLE_COLUMNS, rows, style="facts")


def _actions(plan: PlanDuties, unit: str, translate: Translator) -> Table:
    heads = columns(translate, "No.", "Level", "What", "How", "When", "With what", widths=(0.62, 1, 1.9, 3.4, 1.4, 1.9))
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
        task_of(duty, unit, translate),
        how_text(action, translate),
        time_of(duty, translate),
        means_text(action.with_, view, translate),
    )
    return Row(tuple(map(answer, answers)))

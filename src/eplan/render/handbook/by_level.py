"""Duties by response level over all plans: what is done at every level, at each level, and on each warning."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.messages import Message, Translator, say
from eplan.models.plan_action import Action
from eplan.models.vocabulary import COLOURS, label
from eplan.render.blocks import Block, Cell, Heading, Row, Run, Table, text
from eplan.render.book.response import answer, means_text
from eplan.render.book.sections import columns, example, place_in
from eplan.render.book.wording import level_words
from eplan.render.handbook.duties import PlanDuties
from eplan.render.handbook.views import Handbook
from eplan.render.handbook.wording import role_words, task_of, time_of

LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Occasion:
    """When something is done: at a response level, on a warning, at every level, or before anything happens."""

    title: Message
    anchor: str
    level: int = 0
    colour: str = ""
    is_standing: bool = False

    def takes(self, action: Action) -> bool:
        """What names neither levels nor colours is done in every event; before the event it is preparation."""
        if self.level:
            return self.level in action.response
        if self.colour:
            return self.colour in action.warning
        return not action.response and not action.warning and self.is_standing == (action.phase == "before")


def occasions() -> Iterator[Occasion]:
    """Levels from the gravest on, what every response asks, the colours of warnings, preparation."""
    for level in LEVELS:
        yield Occasion(say("{level} response", level=level_words(level)), f"level-{level}", level=level)
    yield Occasion(say("At every level"), "every-level")
    for colour in COLOURS:
        yield Occasion(say("{colour} warning", colour=label(colour)), f"warning-{colour}", colour=colour)
    yield Occasion(say("Standing preparation"), "standing", is_standing=True)


def by_level(book: Handbook, translate: Translator) -> Iterator[Block]:
    """One table an occasion; occasions that ask nothing are left out."""
    for occasion in occasions():
        rows = tuple(row for plan in book.plans for row in _plan(plan, occasion, book.unit.name, translate))
        if rows:
            yield Heading(2, translate(occasion.title), occasion.anchor)
            yield Table(columns(translate, "What", "When", "With what", widths=(3.4, 2.2, 2)), rows)


def _plan(plan: PlanDuties, occasion: Occasion, unit: str, translate: Translator) -> Iterator[Row]:
    """The rows of one plan under its title."""
    rows = (*_roles(plan, occasion, translate), *_actions(plan, occasion, unit, translate))
    if rows:
        title = Run(plan.view.plan.title, link=f"#{place_in(plan.view.id)}")
        marks = (example(translate),) if plan.view.plan.example else ()
        yield Row((Cell((title, *marks), span=3),), is_head=True)
        yield from rows


def _roles(plan: PlanDuties, occasion: Occasion, translate: Translator) -> Iterator[Row]:
    for role in plan.roles:
        if role.level and role.level == occasion.level:
            cells = (text(translate(role.label), "strong"), role_words(role, translate), ())
            yield Row(tuple(map(answer, cells)))


def _actions(plan: PlanDuties, occasion: Occasion, unit: str, translate: Translator) -> Iterator[Row]:
    for duty in plan.duties:
        if occasion.takes(duty.action):
            time = time_of(duty.action, duty.view, translate)
            means = means_text(duty.action.with_, duty.view, translate)
            yield Row(tuple(map(answer, (task_of(duty, unit, translate), time, means))))

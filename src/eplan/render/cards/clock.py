"""The order in which one acts after a call: by occasion, then by time limit, counted from the first action on."""

from collections.abc import Iterable
from typing import Literal, get_args

from eplan.models.plan_action import Action
from eplan.render.book.plan_view import PlanView
from eplan.render.handbook.duties import Duty

Occasion = Literal["onset", "during", "warning", "after", "standing"]
OCCASIONS: tuple[Occasion, ...] = get_args(Occasion)
NEVER = float("inf")
FIRST_HOURS = 2


def occasion(action: Action) -> Occasion:
    """When it is done, in the order of a call at night: what has no event behind it comes last."""
    if action.phase == "before":
        return "warning" if action.warning else "standing"
    return action.phase


def minutes(action: Action, view: PlanView) -> float:
    """The time limit in minutes; one that counts from another action is added to the limit of that action."""
    return _minutes(action, {item.id: item for item in view.plan.actions}, frozenset())


def _minutes(action: Action, actions: dict[str, Action], seen: frozenset[str]) -> float:
    if action.id in seen or not action.when or not action.when.within:
        return NEVER
    first = actions.get(action.when.of or "")
    before = _minutes(first, actions, seen | {action.id}) if first else 0
    return action.when.within.minutes + (before if before != NEVER else 0)


def in_order(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """By occasion and time limit; those without a limit, such as what is repeated, in the order of the plan."""
    return tuple(sorted(duties, key=_place))


def _place(duty: Duty) -> tuple[int, float]:
    return OCCASIONS.index(occasion(duty.action)), minutes(duty.action, duty.view)


def is_first(duty: Duty) -> bool:
    """Whether it belongs to the first hours of an event."""
    return occasion(duty.action) in ("onset", "during") and minutes(duty.action, duty.view) <= FIRST_HOURS * 60

"""What plans need of each item, and what the stores hold of it that is fit for use."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from eplan.document import Loc
from eplan.models.plan import Plan
from eplan.models.plan_action import Action
from eplan.models.quantities import Quantity
from eplan.models.resources import Lot, Supply
from eplan.models.vocabulary import COLOUR_OF_LEVEL
from eplan.repository import Repository

Stock = Callable[[str], Mapping[str, float]]
"""Item (id or name) → unit of measure → how much of it is fit for use."""


class Need(NamedTuple):
    """How much of an item a plan needs when it needs most, and where it says so."""

    item: str
    quantity: Quantity
    loc: Loc
    level: int | None = None


class Use(NamedTuple):
    """How much of an item one action takes; `place` is the action's place in the plan."""

    item: str
    quantity: Quantity
    action: Action
    place: int

    @property
    def loc(self) -> Loc:
        return ("actions", self.place, "with", "supplies", self.item)


def plan_needs(plan: Plan, is_consumed: Callable[[str], bool]) -> tuple[Need, ...]:
    """What a plan needs: what its `support` says; for any other item what its actions take at the hungriest level.

    What is consumed adds up over the actions of a level. A tool serves one action after the other: the largest use
    counts. Amounts in different units of measure are different needs.
    """
    stated = plan.support.supplies if plan.support else {}
    said = (Need(item, quantity, ("support", "supplies", item)) for item, quantity in stated.items())
    taken: dict[tuple[str, str], list[Use]] = {}
    for use in uses(plan):
        if use.item not in stated:
            taken.setdefault((use.item, use.quantity.unit), []).append(use)
    levels = _levels(plan) if taken else ()
    return (*said, *(_hungriest(item, found, levels, is_consumed(item)) for (item, _), found in taken.items()))


def uses(plan: Plan) -> Iterator[Use]:
    """What the actions of a plan take, one by one."""
    for index, action in enumerate(plan.actions):
        if action.with_:
            for item, quantity in action.with_.supplies.items():
                yield Use(item, quantity, action, index)


def wants(plan: Plan) -> Iterator[Need]:
    """Every place in which a plan asks for an item."""
    for item, quantity in plan.support.supplies.items() if plan.support else ():
        yield Need(item, quantity, ("support", "supplies", item))
    for use in uses(plan):
        yield Need(use.item, use.quantity, use.loc)


def _levels(plan: Plan) -> tuple[int | None, ...]:
    """The response levels, the highest first; one nameless level where a plan does not grade its response."""
    stated = {level.level for level in plan.response.levels} if plan.response else set()
    named = {level for action in plan.actions for level in action.response}
    return tuple(sorted(stated | named)) or (None,)


def _hungriest(item: str, uses: list[Use], levels: tuple[int | None, ...], consumed: bool) -> Need:
    at_levels = [[use for use in uses if happens(use.action, level)] for level in levels]
    amounts = [_together((use.quantity.amount for use in here), consumed) for here in at_levels]
    amount = max(amounts)
    hungriest = amounts.index(amount)
    largest = max(at_levels[hungriest] or uses, key=lambda use: use.quantity.amount)
    return Need(item, Quantity(amount, largest.quantity.unit), largest.loc, levels[hungriest])


def _together(amounts: Iterable[float], consumed: bool) -> float:
    return sum(amounts) if consumed else max(amounts, default=0.0)


def happens(action: Action, level: int | None) -> bool:
    """Whether an action is done at a response level, or at the warning that goes before it."""
    if level is None or not (action.response or action.warning):
        return True
    return level in action.response or COLOUR_OF_LEVEL[level] in action.warning


def consumed_items(repository: Repository) -> Callable[[str], bool]:
    """Tells of an id or name whether the item is used up by use."""

    @cache
    def is_consumed(name: str) -> bool:
        return any(supply.model.consumable for supply in repository.supplies_by_name.get(name, ()))

    return is_consumed


def stock(repository: Repository) -> Stock:
    """Tells of an id or name what all stores together hold, as far as it is fit for use on the day of the check.

    Nothing is told of an item that a broken file declares: nobody knows how much of it there is.
    """

    @cache
    def held(name: str) -> Mapping[str, float]:
        amounts: dict[str, float] = {}
        for supply in repository.supplies_by_name.get(name, ()) if name not in repository.declared else ():
            unit = supply.model.quantity.unit
            amounts[unit] = amounts.get(unit, 0.0) + fit_for_use(supply.model, repository.as_of)
        return amounts

    return held


def fit_in(held: Stock, item: str, unit: str) -> float | None:
    """What there is of an item in a unit of measure; None where no store counts it so, or some count it otherwise."""
    amounts = held(item)
    return amounts.get(unit) if len(amounts) == 1 else None


def fit_for_use(item: Supply, day: date) -> float:
    """How much of an item can be used on `day`: nothing of a lapsed agreement, no lots past their last day."""
    if is_lapsed(item, day):
        return 0.0
    if not item.lots:
        return item.quantity.amount
    unfit = sum(lot.quantity.amount for lot in expired_lots(item, day) if lot.quantity.unit == item.quantity.unit)
    return max(0.0, item.quantity.amount - unfit)


def is_below_minimum(item: Supply, day: date) -> bool:
    """Whether less is fit for use than must always be in stock; a lapsed agreement is another matter."""
    minimum = item.minimum
    if minimum is None or minimum.unit != item.quantity.unit or is_lapsed(item, day):
        return False
    return fit_for_use(item, day) < minimum.amount


def is_lapsed(item: Supply, day: date) -> bool:
    """Whether the item was held by an agreement that has run out."""
    return item.reserve == "agreement" and item.agreement_until is not None and item.agreement_until < day


def expired_lots(item: Supply, day: date) -> Iterator[Lot]:
    return (lot for lot in item.lots if lot.expires is not None and lot.expires < day)

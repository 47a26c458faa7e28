"""What plans need of each item, and what the stores hold of it that is fit for use."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from eplan.document import Loc
from eplan.models.plan import Plan
from eplan.models.plan_action import Action
from eplan.models.quantities import Quantity
from eplan.models.resources import Lot, Supply
from eplan.models.vocabulary import COLOUR_OF_LEVEL
from eplan.repository import Placed, Repository

Stock = Mapping[str, Mapping[str, float]]
"""Item (id or name) → unit of measure → how much of it is fit for use."""


@dataclass(frozen=True, slots=True)
class Need:
    """How much of an item a plan needs when it needs most, and where it says so."""

    item: str
    quantity: Quantity
    loc: Loc
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """How much of an item one action takes."""

    action: Action
    quantity: Quantity
    loc: Loc


def plan_needs(plan: Plan, is_consumed: Callable[[str], bool]) -> tuple[Need, ...]:
    """What a plan needs: what its `support` says; for any other item what its actions take at the hungriest level.

    What is consumed adds up over the actions of a level. A tool serves one action after the other: the largest use
    counts. Amounts in different units of measure are different needs.
    """
    stated = plan.support.supplies if plan.support else {}
    said = (Need(item, quantity, ("support", "supplies", item)) for item, quantity in stated.items())
    uses: dict[tuple[str, str], list[Use]] = {}
    for item, use in _uses(plan):
        if item not in stated:
            uses.setdefault((item, use.quantity.unit), []).append(use)
    levels = _levels(plan) if uses else ()
    return (*said, *(_hungriest(item, found, levels, is_consumed(item)) for (item, _), found in uses.items()))


def _uses(plan: Plan) -> Iterator[tuple[str, Use]]:
    for index, action in enumerate(plan.actions):
        if action.with_:
            for item, quantity in action.with_.supplies.items():
                yield item, Use(action, quantity, ("actions", index, "with", "supplies", item))


def wants(plan: Plan) -> Iterator[Need]:
    """Every place in which a plan asks for an item."""
    for item, quantity in plan.support.supplies.items() if plan.support else ():
        yield Need(item, quantity, ("support", "supplies", item))
    for item, use in _uses(plan):
        yield Need(item, use.quantity, use.loc)


def _levels(plan: Plan) -> tuple[int | None, ...]:
    """The response levels, the highest first; one nameless level where a plan does not grade its response."""
    stated = {level.level for level in plan.response.levels} if plan.response else set()
    named = {level for action in plan.actions for level in action.response}
    return tuple(sorted(stated | named)) or (None,)


def _hungriest(item: str, uses: list[Use], levels: tuple[int | None, ...], consumed: bool) -> Need:
    needs = [_at_level(item, uses, level, consumed) for level in levels]
    return max(needs, key=lambda need: need.quantity.amount)


def _at_level(item: str, uses: list[Use], level: int | None, consumed: bool) -> Need:
    here = [use for use in uses if happens(use.action, level)]
    largest = max(here or uses, key=lambda use: use.quantity.amount)
    amounts = [use.quantity.amount for use in here]
    amount = sum(amounts) if consumed else max(amounts, default=0.0)
    return Need(item, Quantity(amount, largest.quantity.unit), largest.loc, level)


def happens(action: Action, level: int | None) -> bool:
    """Whether an action is done at a response level, or at the warning that goes before it."""
    if level is None or not (action.response or action.warning):
        return True
    return level in action.response or COLOUR_OF_LEVEL[level] in action.warning


def consumed_items(supplies: Iterable[Placed[Supply]]) -> frozenset[str]:
    """Ids and names of items that are used up by use."""
    return frozenset(
        name for supply in supplies if supply.model.consumable for name in (supply.model.id, supply.model.name)
    )


def stock(repository: Repository) -> Stock:
    """What all stores hold, by id and by name, as far as it is fit for use on the day of the check.

    An item that a broken file declares is left out: nobody knows how much of it there is.
    """
    found: dict[str, Counter[str]] = {}
    for supply in repository.of(Supply):
        item = supply.model
        amount = fit_for_use(item, repository.as_of)
        for name in {item.id, item.name}:
            found.setdefault(name, Counter())[item.quantity.unit] += amount  # type: ignore[assignment]
    return {name: amounts for name, amounts in found.items() if name not in repository.declared}


def fit_for_use(item: Supply, day: date) -> float:
    """How much of an item can be used on `day`: nothing of a lapsed agreement, no lots past their last day."""
    if is_lapsed(item, day):
        return 0.0
    unfit = sum(lot.quantity.amount for lot in expired_lots(item, day) if lot.quantity.unit == item.quantity.unit)
    return max(0.0, item.quantity.amount - unfit)


def is_lapsed(item: Supply, day: date) -> bool:
    """Whether the item was held by an agreement that has run out."""
    return item.reserve == "agreement" and item.agreement_until is not None and item.agreement_until < day


def expired_lots(item: Supply, day: date) -> Iterator[Lot]:
    return (lot for lot in item.lots if lot.expires is not None and lot.expires < day)

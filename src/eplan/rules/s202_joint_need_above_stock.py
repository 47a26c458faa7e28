from collections.abc import Iterator
from typing import NamedTuple

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Quantity
from eplan.needs import Need, Stock, consumed_items, fit_in, plan_needs, stock
from eplan.repository import Repository
from eplan.rule import Found, rule
from eplan.together import Together, running_together


class Shortage(NamedTuple):
    """An item of which plans that run together need more than there is."""

    item: str
    unit: str
    need: float
    fit: float
    plans: tuple[str, ...]
    group: Together


@rule(
    "S202",
    severity=Severity.WARNING,
    bad={
        "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
hazards: [forest-fire]
owner: 区应急办
support: {supplies: {对讲机: 20部}}
can-run-with: [earthquake]  # <- S202
""",
        "data/plans/special/earthquake.yaml": """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区应急办
support: {supplies: {对讲机: 25部}}
""",
        "data/supplies/区应急办.yaml": "unit: 区应急办\nsupplies:\n  - {id: 对讲机, name: 对讲机, quantity: 30部}\n",
        "data/units.yaml": "units:\n  - {name: 区应急办, kind: office}\n",
    },
    good=sound_folder(),
)
def joint_need_above_stock(repository: Repository) -> Iterator[Found]:
    """Plans that can run at the same time do not together need more than the stores hold.

    Plans run together that say so of each other (`can-run-with`, which holds both ways and is passed on) and those
    that a scenario names. Their needs of an item are added up and held against the stock. An item that is short in
    several groups is one finding, the worst group first.

    ## Why

    An earthquake breaks the chlorine store, the slope and the road on the same morning. Each plan alone has enough
    breathing apparatus; together they count on the same sets.

    ## Source

    practice：应急资源调查, 多个预案同时启动的资源核算

    ## Not caught

    An item of which one of the plans alone needs more than there is (S201). Needs at different hours count as if they
    came at once. What neighbours lend.
    """
    for short in sorted(_shortages(repository), key=lambda short: (short.item, short.fit - short.need)):
        yield Found(
            short.group.place,
            say(
                "{plans} can run together and need {need} of {item}; the stores hold {fit} fit for use: "
                "provide {missing} more, or say who gets them first",
                plans=short.plans,
                need=Quantity(short.need, short.unit),
                item=short.item,
                fit=Quantity(short.fit, short.unit),
                missing=Quantity(short.need - short.fit, short.unit),
            ),
            cause=f"{short.item}:{short.unit}",
        )


def _shortages(repository: Repository) -> Iterator[Shortage]:
    groups = running_together(repository)
    if not groups:
        return
    held, is_consumed = stock(repository), consumed_items(repository)
    plans = {plan.id: plan for group in groups for plan in group.plans}
    needs = {name: plan_needs(plan.model, is_consumed) for name, plan in plans.items()}
    for group in groups:
        asked: dict[tuple[str, str], list[tuple[str, float]]] = {}
        for plan in group.plans:
            for need in needs[plan.id]:
                for name in _names(repository, need):
                    asked.setdefault((name, need.quantity.unit), []).append((plan.model.title, need.quantity.amount))
        yield from _above(asked, held, group)


def _names(repository: Repository, need: Need) -> set[str]:
    """What is taken from one store by its id is also taken from all that is stored under the name."""
    return {need.item, *(supply.model.name for supply in repository.supplies_by_name.get(need.item, ()))}


def _above(asked: dict[tuple[str, str], list[tuple[str, float]]], held: Stock, group: Together) -> Iterator[Shortage]:
    for (item, unit), parts in asked.items():
        fit = fit_in(held, item, unit)
        amounts = [amount for _, amount in parts]
        if fit is not None and sum(amounts) > fit >= max(amounts):
            yield Shortage(item, unit, sum(amounts), fit, tuple(dict.fromkeys(title for title, _ in parts)), group)

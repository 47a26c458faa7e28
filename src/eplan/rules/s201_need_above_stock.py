from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.models.quantities import Quantity
from eplan.needs import Need, consumed_items, fit_in, plan_needs, stock
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "S201",
    severity=Severity.WARNING,
    bad={
        "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
hazards: [forest-fire]
owner: 区应急办
actions:
  - id: a1
    phase: during
    what: 扑打明火
    with: {supplies: {风力灭火机: 30台}}
  - id: a2
    phase: during
    what: 开设隔离带
    with:
      supplies:
        风力灭火机: 50台  # <- S201
        铁锹: 60把
""",
        "data/supplies/区应急办.yaml": """\
unit: 区应急办
supplies:
  - {id: 风力灭火机, name: 风力灭火机, quantity: 40台}
  - {id: 铁锹, name: 铁锹, quantity: 200把}
""",
        "data/units.yaml": "units:\n  - {name: 区应急办, kind: office}\n",
    },
    good=sound_folder(),
)
def need_above_stock(repository: Repository) -> Iterator[Found]:
    """What a plan needs is in the stores.

    The need of an item is what the plan's `support` says. Where that is silent it is worked out from the actions of
    the hungriest response level: what is consumed adds up, of a tool the largest single use counts. The stock is that
    of all stores which hold the item, without expired lots and lapsed agreements. All plans that are short of one
    item are one finding.

    ## Why

    A plan that counts on 50 blowers where 40 lie is short on the day, and nobody knows it before.

    ## Source

    突发事件应对法 (2007) 第三十二条、(2024) 第四十五条：应急物资储备保障制度; that each plan is compared: practice

    ## Not caught

    An item that no store holds (R107) or that is counted in another unit of measure (S108). What teams carry with them
    is not stock. Tools that two actions need at the same hour count once.
    """
    held, is_consumed = stock(repository), consumed_items(repository)
    wanting: dict[tuple[str, str], list[tuple[Placed[Plan], Need]]] = {}
    for plan in repository.standing_plans:
        for need in plan_needs(plan.model, is_consumed):
            fit = fit_in(held, need.item, need.quantity.unit)
            if fit is not None and need.quantity.amount > fit:
                wanting.setdefault((need.item, need.quantity.unit), []).append((plan, need))
    for (item, unit), wants in wanting.items():
        message = _told(wants, Quantity(held(item)[unit], unit))
        yield from (Found(plan.at(*need.loc), message, cause=f"{item}:{unit}") for plan, need in wants)


def _told(wants: list[tuple[Placed[Plan], Need]], fit: Quantity) -> Message:
    """The sentence on one item: how many plans are short of it, and what the hungriest needs."""
    plan, most = max(wants, key=lambda want: want[1].quantity.amount)
    values = {
        "plan": plan.model.title,
        "need": most.quantity,
        "item": most.item,
        "fit": fit,
        "missing": Quantity(most.quantity.amount - fit.amount, fit.unit),
    }
    if len(wants) == 1:
        return say("{plan} needs {need} of {item}; the stores hold {fit} fit for use: provide {missing} more", **values)
    return say(
        "{count} plans need more {item} than the {fit} that the stores hold fit for use, most of all {plan} ({need}): "
        "provide {missing} more",
        count=len(wants),
        **values,
    )

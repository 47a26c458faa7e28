from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from eplan.document import Loc, Place
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.incidents import Scenario
from eplan.models.quantities import Quantity
from eplan.models.resources import Supply
from eplan.needs import wants
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "S108",
    severity=Severity.WARNING,
    bad={
        "data/plans/special/earthquake.yaml": """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区应急办
support:
  supplies:
    对讲机: 10台  # <- S108
    帐篷: 100顶
""",
        "data/supplies/区应急办.yaml": """\
unit: 区应急办
supplies:
  - id: 对讲机
    name: 对讲机
    quantity: 30部
  - id: 帐篷
    name: 帐篷
    quantity: 500顶
    minimum: 400个  # <- S108
""",
        "data/units.yaml": "units:\n  - {name: 区应急办, kind: office}\n",
    },
    good=sound_folder(),
)
def unit_of_measure_mismatch(repository: Repository) -> Iterator[Found]:
    """An item is counted in the same unit of measure everywhere: in stock, minimum, lots, plans and scenarios.

    What most stores write for an item is taken for right, between two that are as many what most plans write. The
    same wrong unit of the same item is one finding.

    ## Why

    20台 and 20部 cannot be compared: where the units differ, no shortage can be found.

    ## Source

    practice

    ## Not caught

    The equipment of teams, which is often counted without a unit; items that no store holds (R107).
    """
    usual = _usual_units(repository)
    for place, item, unit in chain(_in_stores(repository, usual), _in_plans(repository, usual)):
        yield Found(
            place,
            say(
                "{item} is counted in '{unit}' here, elsewhere in '{usual}': write '{usual}'",
                item=item,
                unit=unit,
                usual=usual(item),
            ),
            cause=f"{item}:{unit}",
        )


def _usual_units(repository: Repository) -> Callable[[str], str | None]:
    """Tells of an id or name what most stores count the item in, else most plans; None where no store holds it."""

    @cache
    def asked() -> Counter[tuple[str, str]]:
        every = (want for plan in repository.standing_plans for want in wants(plan.model))
        return Counter((want.item, want.quantity.unit) for want in every)

    @cache
    def usual(name: str) -> str | None:
        units = Counter(supply.model.quantity.unit for supply in repository.supplies_by_name.get(name, ()))
        if len(units) > 1:
            return max(units, key=lambda unit: (units[unit], asked()[name, unit]))
        return next(iter(units), None)

    return usual


Odd = tuple[Place, str, str]
"""Where an item is counted otherwise than usual, the item, the unit of measure."""


def _in_stores(repository: Repository, usual: Callable[[str], str | None]) -> Iterator[Odd]:
    for supply in repository.of(Supply):
        item, unit = supply.model.name, usual(supply.model.name)
        for loc, quantity in _stored(supply.model):
            if quantity.unit != unit:
                yield supply.at(*loc), item, quantity.unit


def _in_plans(repository: Repository, usual: Callable[[str], str | None]) -> Iterator[Odd]:
    """What plans and scenarios ask for."""
    for plan in repository.standing_plans:
        for want in wants(plan.model):
            if want.quantity.unit != usual(want.item) is not None:
                yield plan.at(*want.loc), want.item, want.quantity.unit
    for scenario in repository.of(Scenario):
        for item, quantity in scenario.model.needs.items():
            if quantity.unit != usual(item) is not None:
                yield scenario.at("needs", item), item, quantity.unit


def _stored(item: Supply) -> Iterator[tuple[Loc, Quantity]]:
    yield ("quantity",), item.quantity
    if item.minimum:
        yield ("minimum",), item.minimum
    for index, lot in enumerate(item.lots):
        yield ("lots", index, "quantity"), lot.quantity

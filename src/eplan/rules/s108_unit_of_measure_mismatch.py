from collections import Counter
from collections.abc import Iterator, Mapping

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
    bad=sound_folder(
        ("quantity: 40台, minimum: 20台", "quantity: 40台, minimum: 20个"),
        (
            'store: 局仓库, keeper: 值班员, phone: "0812-0000002", counted: 2012-12-10}\n  - {id: 对讲机',
            'store: 局仓库, keeper: 值班员, phone: "0812-0000002", counted: 2012-12-10}  # <- S108\n  - {id: 对讲机',
        ),
        (
            "    with: {supplies: {对讲机: 10部}}\n    measure: report",
            "    with: {supplies: {对讲机: 10台}}  # <- S108\n    measure: report",
        ),
    ),
    good=sound_folder(),
)
def unit_of_measure_mismatch(repository: Repository) -> Iterator[Found]:
    """An item is counted in the same unit of measure everywhere: in stock, minimum, lots, plans and scenarios.

    What most stores write for an item is taken for right. The same wrong unit of the same item is one finding.

    ## Why

    20台 and 20部 cannot be compared: where the units differ, no shortage can be found.

    ## Source

    practice

    ## Not caught

    The equipment of teams, which is often counted without a unit; items that no store holds (R107).
    """
    usual = _usual_units(repository)
    for place, item, unit in _odd_ones(repository, usual):
        yield Found(
            place,
            say(
                "{item} is counted in '{unit}' here, elsewhere in '{usual}': write '{usual}'",
                item=item,
                unit=unit,
                usual=usual[item],
            ),
            cause=f"{item}:{unit}",
        )


def _usual_units(repository: Repository) -> Mapping[str, str]:
    """What most stores write for an item, by id and by name."""
    counts: dict[str, Counter[str]] = {}
    for supply in repository.of(Supply):
        for name in {supply.model.id, supply.model.name}:
            counts.setdefault(name, Counter())[supply.model.quantity.unit] += 1
    return {name: max(units, key=lambda unit: units[unit]) for name, units in counts.items()}


def _odd_ones(repository: Repository, usual: Mapping[str, str]) -> Iterator[tuple[Place, str, str]]:
    """Where an item is counted otherwise than usual: the place, the item, the unit of measure."""
    for place, item, quantity in _amounts(repository):
        if quantity.unit != usual.get(item, quantity.unit):
            yield place, item, quantity.unit


def _amounts(repository: Repository) -> Iterator[tuple[Place, str, Quantity]]:
    for supply in repository.of(Supply):
        yield from ((supply.at(*loc), supply.model.name, quantity) for loc, quantity in _stored(supply.model))
    for plan in repository.plans:
        yield from ((plan.at(*want.loc), want.item, want.quantity) for want in wants(plan.model))
    for scenario in repository.of(Scenario):
        yield from ((scenario.at("needs", item), item, wanted) for item, wanted in scenario.model.needs.items())


def _stored(item: Supply) -> Iterator[tuple[Loc, Quantity]]:
    yield ("quantity",), item.quantity
    if item.minimum:
        yield ("minimum",), item.minimum
    for index, lot in enumerate(item.lots):
        yield ("lots", index, "quantity"), lot.quantity

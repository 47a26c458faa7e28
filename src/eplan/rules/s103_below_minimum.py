from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Quantity
from eplan.models.resources import Supply
from eplan.needs import fit_for_use, is_below_minimum
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "S103",
    severity=Severity.WARNING,
    bad={
        "data/supplies/区消防大队.yaml": """\
unit: 区消防大队
supplies:
  - id: 生命探测仪
    name: 生命探测仪
    quantity: 1台  # <- S103
    minimum: 2台
    store: 装备库
    keeper: 区消防大队值班员
    counted: 2012-12-10
""",
        "data/units.yaml": "units:\n  - {name: 区消防大队, kind: fire}\n",
    },
    good={
        "data/supplies/区消防大队.yaml": """\
unit: 区消防大队
supplies:
  - id: 生命探测仪
    name: 生命探测仪
    quantity: 2台
    minimum: 2台
    store: 装备库
    keeper: 区消防大队值班员
    counted: 2012-12-10
""",
        "data/units.yaml": "units:\n  - {name: 区消防大队, kind: fire}\n",
    },
)
def below_minimum(supply: Placed[Supply]) -> Iterator[Found]:
    """The stock of an item does not fall below its minimum.

    What has expired is not stock. Every item is its own finding.

    ## Why

    The minimum was set so that the first hours can be met from the store alone.

    ## Source

    practice

    ## Not caught

    A minimum in another unit of measure than the stock (S108); an item whose agreement has lapsed (S106).
    """
    item = supply.model
    if item.minimum and is_below_minimum(item, supply.on.as_of):
        fit = fit_for_use(item, supply.on.as_of)
        yield Found(
            supply.at("quantity"),
            say(
                "{item} has {fit} fit for use, below its minimum of {minimum}: restock {missing}",
                item=supply.id,
                fit=Quantity(fit, item.quantity.unit),
                minimum=item.minimum,
                missing=Quantity(item.minimum.amount - fit, item.quantity.unit),
            ),
        )

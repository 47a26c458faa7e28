from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.resources import Supply
from eplan.needs import is_lapsed
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "S106",
    severity=Severity.WARNING,
    bad={
        "data/supplies/区住建局.yaml": """\
unit: 区住建局
supplies:
  - id: 吊车
    name: 吊车
    quantity: 4台
    reserve: agreement
    store: 协议施工企业停放场
    keeper: 区住建局值班员
    agreement-until: 2012-09-30  # <- S106
  - id: 挖掘机  # <- S106
    name: 挖掘机
    quantity: 8台
    reserve: agreement
    store: 协议施工企业停放场
    keeper: 区住建局值班员
""",
        "data/units.yaml": "units:\n  - {name: 区住建局, kind: department}\n",
    },
    good={
        "data/supplies/区住建局.yaml": """\
unit: 区住建局
supplies:
  - id: 吊车
    name: 吊车
    quantity: 4台
    reserve: agreement
    store: 协议施工企业停放场
    keeper: 区住建局值班员
    agreement-until: 2013-09-30
""",
        "data/units.yaml": "units:\n  - {name: 区住建局, kind: department}\n",
    },
)
def agreement_lapsed(supply: Placed[Supply]) -> Iterator[Found]:
    """What is held by agreement is held by an agreement in force.

    An agreement that does not say how long it holds is an info. Goods of a lapsed agreement do not count as stock.

    ## Why

    The excavators stand in somebody else's yard. After the agreement has run out, nobody has to send them.

    ## Source

    突发事件应对法 (2007) 第三十二条、(2024) 第四十六条：与有关企业签订协议，保障应急物资的生产、供给; that each is renewed in time: practice

    ## Not caught

    Whether the supplier can deliver.
    """
    item = supply.model
    if is_lapsed(item, supply.on.as_of):
        yield Found(
            supply.at("agreement-until"),
            say(
                "the agreement for {quantity} of {item} ran out on {until}: renew it or find another supplier",
                quantity=item.quantity,
                item=supply.id,
                until=item.agreement_until,
            ),
        )
    elif item.reserve == "agreement" and item.agreement_until is None:
        yield Found(
            supply.at(),
            say(
                "{item} is held by agreement, but how long it holds is not said: write the last day "
                "(`agreement-until`)",
                item=supply.id,
            ),
            severity=Severity.INFO,
        )

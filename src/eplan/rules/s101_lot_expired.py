from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.resources import Supply
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "S101",
    severity=Severity.WARNING,
    bad={
        "data/supplies/区卫生局.yaml": """\
unit: 区卫生局
supplies:
  - id: 急救药品
    name: 急救药品
    quantity: 1000份
    minimum: 800份
    consumable: true
    store: 区卫生应急物资库
    keeper: 区卫生局值班员
    lots:
      - {quantity: 900份, made: 2012-03-10, expires: 2014-03-09}
      - {quantity: 100份, made: 2010-11-20, expires: 2012-11-19}  # <- S101
    counted: 2012-12-12
""",
        "data/units.yaml": "units:\n  - {name: 区卫生局, kind: department}\n",
    },
    good={
        "data/supplies/区卫生局.yaml": """\
unit: 区卫生局
supplies:
  - id: 急救药品
    name: 急救药品
    quantity: 1000份
    minimum: 800份
    consumable: true
    store: 区卫生应急物资库
    keeper: 区卫生局值班员
    lots:
      - {quantity: 900份, made: 2012-03-10, expires: 2014-03-09}
      - {quantity: 100份, made: 2012-11-20, expires: 2014-11-19}
    counted: 2012-12-12
""",
        "data/units.yaml": "units:\n  - {name: 区卫生局, kind: department}\n",
    },
)
def lot_expired(supply: Placed[Supply]) -> Iterator[Found]:
    """No lot in store is past its last day of use.

    Every expired lot is its own finding. Expired lots do not count when need is held against stock.

    ## Why

    Medicine that has expired is found in the hour in which it is needed, unless somebody reads the labels before.

    ## Source

    practice：到期报废、轮换；山东省突发事件应急保障条例 第四十三条 (there from 2021-01-01)

    ## Not caught

    Lots without `expires`: how old they may become is asked by S105.
    """
    today = supply.on.as_of
    for index, lot in enumerate(supply.model.lots):
        if lot.expires is not None and lot.expires < today:
            rows = tuple(row for row in supply.on.requiring("supply-rotation") if not row.hazards)
            yield Found(
                supply.at("lots", index, "expires"),
                say(
                    "{quantity} of {item} expired on {expires}: take them out and replace them",
                    quantity=lot.quantity,
                    item=supply.id,
                    expires=lot.expires,
                ),
                basis=rows,
                severity=heaviest(rows, Severity.WARNING),
            )

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Duration
from eplan.models.resources import Supply
from eplan.repository import Placed
from eplan.rule import Found, rule

_USUAL = Duration(90, "d")


@rule(
    "S102",
    severity=Severity.INFO,
    bad={
        "data/supplies/区卫生局.yaml": """\
unit: 区卫生局
supplies:
  - id: 消毒液
    name: 消毒液
    quantity: 60桶
    minimum: 40桶
    consumable: true
    store: 区卫生应急物资库
    keeper: 区卫生局值班员
    lots:
      - {quantity: 60桶, made: 2011-02-15, expires: 2013-02-14}  # <- S102
    counted: 2012-12-12
""",
        "data/units.yaml": "units:\n  - {name: 区卫生局, kind: department}\n",
    },
    good={
        "data/supplies/区卫生局.yaml": """\
unit: 区卫生局
supplies:
  - id: 消毒液
    name: 消毒液
    quantity: 60桶
    minimum: 40桶
    consumable: true
    store: 区卫生应急物资库
    keeper: 区卫生局值班员
    lots:
      - {quantity: 60桶, made: 2012-02-15, expires: 2014-02-14}
    counted: 2012-12-12
""",
        "data/units.yaml": "units:\n  - {name: 区卫生局, kind: department}\n",
    },
)
def lot_expiring(supply: Placed[Supply]) -> Iterator[Found]:
    """A lot that is about to expire is replaced in time.

    The lead time is 90 days, or the longest that a requirement on `expiry-lead` sets (also one in `eplan.yaml`).

    ## Why

    Buying takes a budget, an order and a delivery. Who starts on the last day has an empty shelf for months.

    ## Source

    practice

    ## Not caught

    Lots without a last day; those that have expired already (S101).
    """
    if not supply.model.lots:
        return
    today = supply.on.as_of
    leads = [row.at_most for row in supply.on.requiring("expiry-lead") if row.at_most]
    lead = max(leads, key=lambda span: span.minutes, default=_USUAL)
    for index, lot in enumerate(supply.model.lots):
        if lot.expires is not None and lot.expires >= today >= lead.before(lot.expires):
            yield Found(
                supply.at("lots", index, "expires"),
                say(
                    "{quantity} of {item} expire in {days} days (on {expires}): order the replacement now",
                    quantity=lot.quantity,
                    item=supply.id,
                    days=(lot.expires - today).days,
                    expires=lot.expires,
                ),
            )

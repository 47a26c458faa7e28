from collections.abc import Iterator
from datetime import date

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import Message, say
from eplan.models.law import Requirement
from eplan.models.quantities import Duration
from eplan.models.resources import Supply
from eplan.obligations import spoken
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "S105",
    severity=Severity.WARNING,
    bad={
        "data/supplies/湖光社区.yaml": """\
unit: 湖光社区
supplies:
  - id: 灭火器
    name: 灭火器
    spec: 4 千克干粉
    quantity: 40具
    store: 社区物资间
    keeper: 湖光社区值班员
    lots:
      - {quantity: 30具, made: 2011-04-18}
      - {quantity: 10具, made: 2002-06-30}  # <- S105
    counted: 2012-12-17
  - id: 安全帽
    name: 安全帽
    quantity: 20顶
    service-life: 30mo
    store: 社区物资间
    keeper: 湖光社区值班员
    lots:
      - {quantity: 20顶, made: 2009-10-08}  # <- S105
    counted: 2012-12-17
""",
        "data/units.yaml": "units:\n  - {name: 湖光社区, kind: community}\n",
    },
    good={
        "data/supplies/湖光社区.yaml": """\
unit: 湖光社区
supplies:
  - id: 灭火器
    name: 灭火器
    spec: 4 千克干粉
    quantity: 40具
    store: 社区物资间
    keeper: 湖光社区值班员
    lots:
      - {quantity: 30具, made: 2011-04-18}
      - {quantity: 10具, made: 2012-06-30}
    counted: 2012-12-17
""",
        "data/units.yaml": "units:\n  - {name: 湖光社区, kind: community}\n",
    },
)
def past_service_life(supply: Placed[Supply]) -> Iterator[Found]:
    """No lot in store is older than its service life.

    The service life counts from the date of manufacture. It is the item's own (`service-life`) or that of its class:
    water extinguishers 6 years, powder and clean-gas ones 10, carbon dioxide 12. The class is read from the item's
    name and specification. The shorter one counts.

    ## Why

    An extinguisher beyond its life fails, or bursts, when it is opened beside a fire.

    ## Source

    GB 50444-2008、GA 95：灭火器自出厂日期算起的报废期限 (secondary source); the item's own `service-life`

    ## Not caught

    Lots without a date of manufacture; lots whose own last day has passed (S101); classes of goods for which no
    instrument with a number is known, such as tents and quilts, unless the item says its service life.
    """
    if not supply.model.lots:
        return
    today = supply.on.as_of
    for index, lot in enumerate(supply.model.lots):
        if lot.made is None or (lot.expires is not None and lot.expires < today):
            continue
        lives = [(life, row) for life, row in _lives(supply) if lot.made < life.before(today)]
        if lives:
            life = min((span for span, _ in lives), key=lambda span: span.minutes)
            rows = tuple(row for _, row in lives if row)
            yield Found(
                supply.at("lots", index, "made"),
                _message(supply, str(lot.quantity), lot.made, life),
                basis=rows,
                severity=heaviest(rows, Severity.WARNING),
            )


def _message(supply: Placed[Supply], quantity: str, made: date, life: Duration) -> Message:
    return say(
        "{quantity} of {item} were made on {made} and are past their service life of {life}: scrap and replace them",
        quantity=quantity,
        item=supply.id,
        made=made,
        life=spoken(life),
    )


def _lives(supply: Placed[Supply]) -> Iterator[tuple[Duration, Requirement | None]]:
    """The service lives that hold for an item, each with the requirement that sets it."""
    if supply.model.service_life:
        yield supply.model.service_life, None
    for row in supply.on.requiring("service-life"):
        if row.at_most and any(_is_of_class(supply.model, name) for name in row.names):
            yield row.at_most, row


def _is_of_class(item: Supply, name: str) -> bool:
    """Whether an item is of a class such as 干粉灭火器: by its name, or by its name and specification."""
    if name in item.name:
        return True
    kind = name.removesuffix(item.name).removesuffix("型")
    return name.endswith(item.name) and kind in (item.spec or "")

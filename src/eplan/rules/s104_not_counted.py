from collections.abc import Iterator
from datetime import date
from functools import cache

from eplan.document import Place
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Duration
from eplan.models.resources import Supply, SupplyFile
from eplan.repository import Repository
from eplan.rhythm import Lateness, lateness
from eplan.rule import Found, rule

_USUAL = Duration(1, "y")


@rule(
    "S104",
    severity=Severity.INFO,
    bad={
        "data/supplies/区农水局.yaml": """\
unit: 区农水局
supplies:
  - id: 编织袋
    name: 编织袋
    quantity: 20000条
    store: 区防汛抗旱物资库
    keeper: 区农水局值班员
    counted: 2011-11-16  # <- S104
""",
        "data/units.yaml": "units:\n  - {name: 区农水局, kind: department}\n",
    },
    good={
        "data/supplies/区农水局.yaml": """\
unit: 区农水局
supplies:
  - id: 编织袋
    name: 编织袋
    quantity: 20000条
    store: 区防汛抗旱物资库
    keeper: 区农水局值班员
    counted: 2012-11-16
""",
        "data/units.yaml": "units:\n  - {name: 区农水局, kind: department}\n",
    },
)
def not_counted(repository: Repository) -> Iterator[Found]:
    """The stock of every item is counted once a year.

    A shorter interval holds where a requirement on `stock-count` sets one (also one in `eplan.yaml`). An item that is
    overdue is its own finding; items of one catalogue that say no count at all are one finding.

    ## Why

    The list says 20 pumps, the store has 14: the difference is found by counting, or by the flood.

    ## Source

    practice：账物相符，定期盘点

    ## Not caught

    What lies elsewhere by agreement or as production capacity. Monthly counts of flood stores: the catalogue does not
    say which store is one.
    """

    @cache
    def late_since(counted: date, *subjects: str) -> Lateness | None:
        """Many items are counted on the same day."""
        asked = repository.on.requiring("stock-count", *subjects)
        rows = (row for row in asked if row.every and not row.hazards)
        return lateness(rows, _USUAL, counted, repository.as_of)

    for catalogue in repository.of(SupplyFile):
        unit = repository.unit_by_name.get(catalogue.model.unit)
        subjects = (unit.model.kind,) if unit else ()
        for index, item in enumerate(catalogue.model.supplies):
            if item.reserve == "stock":
                late = late_since(item.counted, *subjects) if item.counted else None
                if late or item.counted is None:
                    yield _found(item, catalogue.at("supplies", index), late)


def _found(item: Supply, place: Place, late: Lateness | None) -> Found:
    if late is None:
        return Found(
            place,
            say("{item} does not say when it was last counted: count it and write the day (`counted`)", item=item.id),
            cause=f"uncounted:{place.document.path}",
        )
    return Found(
        Place(place.document, (*place.loc, "counted")),
        say(
            "{item} was last counted on {counted}: count it again (due {due})",
            item=item.id,
            counted=item.counted,
            due=late.due,
        ),
        basis=late.rows,
        severity=late.severity,
    )

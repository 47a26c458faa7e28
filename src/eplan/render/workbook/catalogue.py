"""The sheet 物资: the supply catalogues of all departments as one."""

from collections.abc import Iterator
from typing import get_args

from eplan.messages import Translator
from eplan.models.quantities import Quantity
from eplan.models.vocabulary import Reserve, label
from eplan.render.views.catalogue import SupplyLine
from eplan.render.workbook.sheets import Entry, Field, Listing


def catalogue(lines: tuple[SupplyLine, ...], translate: Translator) -> Listing:
    """The items of all stores."""
    reserves = tuple(translate(label(word)) for word in get_args(Reserve))
    yes_or_no = (translate("yes"), translate("no"))
    fields = (
        Field(translate("Item"), 14),
        Field(translate("Id"), 14),
        Field(translate("Code"), 9),
        Field(translate("Specification"), 14),
        Field(translate("Quantity"), 9),
        Field(translate("Unit of measure"), 6),
        Field(translate("Fit for use"), 9),
        Field(translate("Minimum"), 9),
        Field(translate("Reserve"), 9, reserves),
        Field(translate("Consumable"), 6, yes_or_no),
        Field(translate("Department"), 12),
        Field(translate("Store"), 18),
        Field(translate("Keeper"), 16),
        Field(translate("Telephone"), 13),
        Field(translate("Counted"), 10.5),
        Field(translate("First expiry"), 10.5),
        Field(translate("Agreement until"), 10.5),
        Field(translate("Remarks"), 12),
        Field(translate("Example"), 5, yes_or_no[:1]),
    )
    return Listing(translate("Supply catalogue"), fields, tuple(tuple(_row(line, translate)) for line in lines))


def _row(line: SupplyLine, translate: Translator) -> Iterator[Entry]:
    yield Entry(line.name)
    for words in (line.id, line.code, line.spec):
        yield Entry(words)
    yield Entry(line.quantity.amount)
    yield Entry(line.quantity.unit)
    yield Entry(line.fit)
    yield Entry(_minimum(line.minimum, line.quantity))
    yield Entry(translate(label(line.reserve)))
    yield Entry(translate("yes" if line.consumable else "no"))
    for words in (line.unit, line.store, line.keeper, line.phone):
        yield Entry(words)
    yield Entry(line.counted)
    yield Entry(line.expires)
    yield Entry(line.agreement_until)
    yield Entry(translate.joiner.join(translate(fault) for fault in line.faults), "bad")
    yield Entry(translate("yes") if line.example else None)


def _minimum(minimum: Quantity | None, quantity: Quantity) -> float | str | None:
    """A number, where it is counted in the same unit of measure."""
    if minimum is None or minimum.unit == quantity.unit:
        return minimum.amount if minimum else None
    return str(minimum)

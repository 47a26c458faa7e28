"""The supply catalogues of all departments as one."""

from dataclasses import dataclass
from datetime import date

from eplan.messages import Message, say
from eplan.models.quantities import Quantity
from eplan.models.resources import Supply, SupplyFile
from eplan.needs import fit_for_use
from eplan.render.views.readiness import blamed, place_of
from eplan.repository import Placed, Repository

FAULTS = (
    ("S101", say("expired lot")),
    ("S103", say("below minimum")),
    ("S104", say("not counted in time")),
    ("S105", say("too old")),
    ("S106", say("agreement lapsed or without a day")),
)


@dataclass(frozen=True)
class SupplyLine:
    """One item of one store. `faults` say why it cannot be counted on."""

    id: str
    name: str
    code: str
    spec: str
    quantity: Quantity
    fit: float
    minimum: Quantity | None
    consumable: bool
    reserve: str
    unit: str
    store: str
    keeper: str
    phone: str
    counted: date | None
    expires: date | None
    agreement_until: date | None
    faults: tuple[Message, ...]
    example: bool


def catalogue(repository: Repository) -> tuple[SupplyLine, ...]:
    """All items, by department and in the order of its catalogue."""
    owners = {file.document.path: repository.canonical(file.model.unit) for file in repository.of(SupplyFile)}
    faulty = {words: blamed(repository, (rule,)) for rule, words in FAULTS}
    return tuple(
        _line(
            item,
            owners.get(item.document.path, ""),
            tuple(words for words, places in faulty.items() if place_of(item) in places),
        )
        for item in repository.of(Supply)
    )


def _line(placed: Placed[Supply], owner: str, faults: tuple[Message, ...]) -> SupplyLine:
    item = placed.model
    return SupplyLine(
        id=item.id,
        name=item.name,
        code=item.code or "",
        spec=item.spec or "",
        quantity=item.quantity,
        fit=fit_for_use(item, placed.on.as_of),
        minimum=item.minimum,
        consumable=item.consumable,
        reserve=item.reserve,
        unit=owner,
        store=item.store or "",
        keeper=item.keeper or "",
        phone=item.phone or "",
        counted=item.counted,
        expires=min((lot.expires for lot in item.lots if lot.expires), default=None),
        agreement_until=item.agreement_until,
        faults=faults,
        example=item.example,
    )

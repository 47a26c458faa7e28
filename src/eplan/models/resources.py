"""Supplies, teams and shelters: what plans rely on."""

from eplan.models.base import Name, Part, Phone, Record, field
from eplan.models.quantities import Amount, Count, Day, Span
from eplan.models.refs import UnitRef, UnitsRef
from eplan.models.vocabulary import HazardKind, Reserve, ShelterKind, TeamKind


class Lot(Record):
    """A batch of an item."""

    quantity: Amount = field("Quantity", "How much.")
    made: Day | None = field("Made", "Date of manufacture.", None)
    expires: Day | None = field("Expires", "Last day of use.", None)


class Supply(Record):
    """An item of the supply catalogue."""

    id: Name = field("Id", "Unique in the folder.")
    name: Name = field("Name", "What it is called.")
    code: Name | None = field("Code", "Seven digits of GB/T 38565, in quotes.", None)
    spec: str | None = field("Specification", "Model or specification.", None)
    quantity: Amount = field("Quantity", "How much there is, with its unit.")
    minimum: Amount | None = field("Minimum", "Least stock.", None)
    consumable: bool = field("Consumable", "True where use consumes it.", False)
    reserve: Reserve = field("Reserve", "stock, agreement or capacity.", "stock")
    store: Name | None = field("Store", "Where it lies.", None)
    keeper: Name | None = field("Keeper", "Who keeps it, by post.", None)
    phone: Phone | None = field("Phone", "Keeper's number, in quotes.", None)
    lots: tuple[Lot, ...] = field("Lots", "Batches with their dates.", ())
    service_life: Span | None = field("Service life", "How long after manufacture it may be used.", None)
    counted: Day | None = field("Counted", "When it was last counted.", None)
    agreement_until: Day | None = field("Agreement until", "Last day of the supply agreement.", None)
    lat: float | None = field("Latitude", "Degrees north (WGS 84).", None, ge=-90, le=90)
    lon: float | None = field("Longitude", "Degrees east (WGS 84).", None, ge=-180, le=180)


class SupplyFile(Part):
    """The catalogue of one department."""

    unit: UnitRef = field("Unit", "The department whose catalogue it is.")
    reviewed: Day | None = field("Last review", "When the catalogue was last gone through.", None)
    supplies: tuple[Supply, ...] = field("Supplies", "The items.", ())


class Base(Part):
    """Where a team stands by."""

    lat: float = field("Latitude", "Degrees north (WGS 84).", ge=-90, le=90)
    lon: float = field("Longitude", "Degrees east (WGS 84).", ge=-180, le=180)
    address: str | None = field("Address", "Address.", None)


class Team(Record):
    """A rescue or support team."""

    id: Name = field("Id", "Unique in the folder.")
    name: Name = field("Name", "What it is called.")
    kind: TeamKind = field("Kind", "Kind of team.", "professional")
    unit: UnitRef = field("Unit", "The unit it belongs to.")
    leader: Name | None = field("Leader", "Who leads it, by post.", None)
    phone: Phone | None = field("Phone", "Number, in quotes.", None)
    members: int | None = field("Headcount", "Number of members.", None, ge=0)
    youngest_born: Day | None = field("Youngest born", "Birth date of the youngest member.", None)
    skills: tuple[Name, ...] = field("Skills", "What it can do.", ())
    equipment: dict[Name, Count] = field("Equipment", "Item to number.", {})
    standard: Name | None = field("Standard", "The standard that it is equipped by.", None)
    required: dict[Name, Count] = field("Required equipment", "Item to number that the standard asks for.", {})
    trained: tuple[Day, ...] = field("Trained", "Training dates.", ())
    insured_until: Day | None = field("Insured until", "Last day of the accident insurance.", None)
    ready_in: Span | None = field("Ready in", "How fast it can leave.", None)
    base: Base | None = field("Base", "Where it stands by.", None)


class TeamFile(Part):
    """Teams."""

    teams: tuple[Team, ...] = field("Teams", "The teams.", ())


class Shelter(Record):
    """A place of refuge."""

    id: Name = field("Id", "Unique in the folder.")
    name: Name = field("Name", "What it is called.")
    unit: UnitRef = field("Unit", "The unit that answers for it.")
    kind: ShelterKind = field("Kind", "emergency, short or long.", "emergency")
    indoor: bool = field("Indoor", "True where it is inside a building.", False)
    area_m2: float | None = field("Area in square metres", "Effective area.", None, ge=0)
    capacity: int | None = field("Capacity", "People it can take.", None, ge=0)
    serves: tuple[UnitsRef, ...] = field("Serves", "Units (communities, villages, schools) that it serves.", ())
    lat: float | None = field("Latitude", "Degrees north (WGS 84).", None, ge=-90, le=90)
    lon: float | None = field("Longitude", "Degrees east (WGS 84).", None, ge=-180, le=180)
    keeper: Name | None = field("Keeper", "Who keeps the key, by post.", None)
    phone: Phone | None = field("Phone", "Number, in quotes.", None)
    signs: bool = field("Signs", "True where signs are put up.", False)
    verified: Day | None = field("Verified", "When it was last inspected.", None)
    hazard_free: bool | None = field("Hazard-free", "Whether it was assessed to lie outside hazard areas.", None)
    unsafe_for: tuple[HazardKind, ...] = field("Unsafe for", "Kinds of hazard for which it must not be used.", ())


class ShelterFile(Part):
    """Shelters."""

    shelters: tuple[Shelter, ...] = field("Shelters", "The shelters.", ())

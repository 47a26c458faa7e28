"""What plans rely on, as lines of tables: contacts, supplies, teams, shelters, hazards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from eplan.models.hazards import Hazard
from eplan.models.plan import Plan
from eplan.models.quantities import Quantity
from eplan.models.resources import Shelter, Supply, SupplyFile, Team
from eplan.models.units import Unit
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class ContactLine:
    """A post of a unit and how to reach it; a unit without posts has one line with its duty phone."""

    post: str
    name: str
    phone: str
    example: bool


@dataclass(frozen=True)
class UnitLine:
    """A unit with its duty phone and contacts."""

    unit: str
    kind: str
    duty_phone: str
    contacts: tuple[ContactLine, ...]
    example: bool


def unit_lines(repository: Repository, units: Iterable[str] | None = None) -> tuple[UnitLine, ...]:
    """Units that can be reached, in the order of the folder."""
    wanted = None if units is None else set(units)
    found = (unit.model for unit in repository.units if wanted is None or unit.model.name in wanted)
    return tuple(_unit_line(unit) for unit in found if unit.duty_phone or unit.contacts)


def _unit_line(unit: Unit) -> UnitLine:
    contacts = tuple(
        ContactLine(contact.post, contact.name or "", contact.phone or "", contact.example) for contact in unit.contacts
    )
    return UnitLine(unit.name, unit.kind, unit.duty_phone or "", contacts, unit.example)


@dataclass(frozen=True)
class SupplyLine:
    """An item of a department's catalogue."""

    id: str
    name: str
    unit: str
    quantity: Quantity
    minimum: str
    spec: str
    reserve: str
    store: str
    keeper: str
    phone: str
    example: bool


def supply_lines(repository: Repository) -> tuple[SupplyLine, ...]:
    """All items, department by department."""
    owners = _owners(repository)
    return tuple(_supply_line(item, owners.get(item.document.path.as_posix(), "")) for item in repository.of(Supply))


def _owners(repository: Repository) -> Mapping[str, str]:
    """Which department's catalogue a file is."""
    files = repository.of(SupplyFile)
    return {file.document.path.as_posix(): repository.canonical(file.model.unit) for file in files}


def _supply_line(placed: Placed[Supply], unit: str) -> SupplyLine:
    item = placed.model
    return SupplyLine(
        id=item.id,
        name=item.name,
        unit=unit,
        quantity=item.quantity,
        minimum=str(item.minimum or ""),
        spec=item.spec or "",
        reserve=item.reserve,
        store=item.store or "",
        keeper=item.keeper or "",
        phone=item.phone or "",
        example=item.example,
    )


@dataclass(frozen=True)
class Need:
    """What a plan needs of an item, and who has how much of it."""

    item: str
    quantity: Quantity
    stocks: tuple[SupplyLine, ...]


def needs(plan: Plan, stocks: Mapping[str, tuple[SupplyLine, ...]]) -> tuple[Need, ...]:
    """The items of a plan, by its own list, else by its actions."""
    listed = dict(plan.support.supplies) if plan.support else {}
    return tuple(
        Need(_item_name(name, stocks), quantity, stocks.get(name, ()))
        for name, quantity in (listed or _used(plan, stocks)).items()
    )


def _item_name(name: str, stocks: Mapping[str, tuple[SupplyLine, ...]]) -> str:
    """Items are called by name; an id stands for the one item that has it."""
    return next((line.name for line in stocks.get(name, ()) if name == line.id), name)


def _used(plan: Plan, stocks: Mapping[str, tuple[SupplyLine, ...]]) -> dict[str, Quantity]:
    """The most that any one action uses of an item: the least that must be there."""
    found: dict[str, Quantity] = {}
    for action in plan.actions:
        for name, quantity in (action.with_.supplies if action.with_ else {}).items():
            if name not in found or found[name].amount < quantity.amount:
                found[name] = quantity
    return found


@dataclass(frozen=True)
class TeamLine:
    """A team."""

    id: str
    name: str
    unit: str
    kind: str
    members: int | None
    skills: tuple[str, ...]
    ready_in: object
    leader: str
    phone: str
    example: bool


def team_lines(repository: Repository) -> tuple[TeamLine, ...]:
    return tuple(_team_line(team.model, repository) for team in repository.of(Team))


def _team_line(team: Team, repository: Repository) -> TeamLine:
    return TeamLine(
        team.id,
        team.name,
        repository.canonical(team.unit),
        team.kind,
        team.members,
        team.skills,
        team.ready_in,
        team.leader or "",
        team.phone or "",
        team.example,
    )

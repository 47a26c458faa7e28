"""What plans rely on: units that can be reached, stocks, teams, shelters, hazards; of the folder, and of one plan."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from eplan.models.hazards import Hazard
from eplan.models.plan import Plan
from eplan.models.quantities import Quantity
from eplan.models.resources import Shelter, Supply, SupplyFile, Team
from eplan.models.units import Unit
from eplan.needs import fit_for_use, plan_needs
from eplan.repository import Placed, Repository

LOCAL_KINDS = ("township", "village", "unit")
"""Plans that are for one place only."""
DUTY = "值班"
"""Part of the names of posts that answer at any hour."""
Kept = TypeVar("Kept", Team, Shelter, Hazard)


@dataclass(frozen=True)
class Line:
    """Where a unit is reached: at its duty phone, which has no post, or through one of its posts."""

    post: str
    number: str
    example: bool

    @property
    def is_at_any_hour(self) -> bool:
        return not self.post or DUTY in self.post


def line_of(unit: Unit) -> Line | None:
    """The duty phone; where there is none the duty post, or the first post that has a number."""
    if unit.duty_phone:
        return Line("", unit.duty_phone, unit.example)
    reached = sorted((item for item in unit.contacts if item.phone), key=lambda item: DUTY not in item.post)
    return next((Line(item.post, item.phone or "", unit.example or item.example) for item in reached), None)


@dataclass(frozen=True)
class Stock:
    """An item of a department's catalogue, and how much of it is fit for use."""

    unit: str
    item: Supply
    usable: Quantity


@dataclass(frozen=True)
class Need:
    """What a plan needs of an item, and who has how much of it."""

    item: str
    quantity: Quantity
    stocks: tuple[Stock, ...]


@dataclass(frozen=True)
class Means:
    """Everything that plans rely on. Units are called by their own names."""

    units: tuple[Unit, ...]
    stocks: tuple[Stock, ...]
    teams: tuple[Team, ...]
    shelters: tuple[Shelter, ...]
    hazards: tuple[Hazard, ...]

    @cached_property
    def stocks_by_name(self) -> Mapping[str, tuple[Stock, ...]]:
        """Stocks by item name and by id."""
        found: dict[str, list[Stock]] = {}
        for stock in self.stocks:
            for name in {stock.item.name, stock.item.id}:
                found.setdefault(name, []).append(stock)
        return {name: tuple(stocks) for name, stocks in found.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What to call an id or alias: the name of the team, shelter or unit."""
        aliases = {alias: unit.name for unit in self.units for alias in (*unit.aliases, unit.full_name or unit.name)}
        teams = {team.id: team.name for team in self.teams}
        return aliases | teams | {shelter.id: shelter.name for shelter in self.shelters}

    @cached_property
    def consumed(self) -> frozenset[str]:
        """Ids and names of items that are used up by use."""
        return frozenset(
            name for stock in self.stocks if stock.item.consumable for name in (stock.item.id, stock.item.name)
        )

    @cached_property
    def items(self) -> Mapping[str, str]:
        """What to call an item of supply that is named by its id."""
        names = {stock.item.name for stock in self.stocks}
        return {stock.item.id: stock.item.name for stock in self.stocks if stock.item.id not in names}


def means_of_folder(repository: Repository) -> Means:
    """All that the folder holds, in its order."""
    return Means(
        tuple(unit.model for unit in repository.units),
        tuple(_stocks(repository)),
        _called(repository.of(Team), repository),
        _called(repository.of(Shelter), repository),
        _called(repository.of(Hazard), repository),
    )


def _called(records: Iterable[Placed[Kept]], repository: Repository) -> tuple[Kept, ...]:
    """The records with their unit called by its own name."""
    return tuple(item.model.model_copy(update={"unit": repository.canonical(item.model.unit)}) for item in records)


def _stocks(repository: Repository) -> Iterable[Stock]:
    owners = {file.document.path: repository.canonical(file.model.unit) for file in repository.of(SupplyFile)}
    for placed in repository.of(Supply):
        item = placed.model
        usable = Quantity(fit_for_use(item, repository.as_of), item.quantity.unit)
        yield Stock(owners.get(placed.document.path, ""), item, usable)


@dataclass(frozen=True)
class Surroundings:
    """Where a plan stands: its id, the units that it binds, and which units are below its owner or above."""

    plan: str
    units: frozenset[str]
    is_under: Callable[[str], bool]
    is_near: Callable[[str], bool]


def means_of_plan(plan: Plan, needed: Iterable[Need], around: Surroundings, folder: Means) -> Means:
    """The part of the folder's means that a plan names."""
    teams, shelters = _named(plan, "teams"), _named(plan, "shelters")
    return Means(
        tuple(unit for unit in folder.units if unit.name in around.units),
        tuple(stock for need in needed for stock in need.stocks),
        tuple(team for team in folder.teams if team.id in teams),
        tuple(shelter for shelter in folder.shelters if shelter.id in shelters),
        tuple(hazard for hazard in folder.hazards if _concerns(hazard, plan, around)),
    )


def _named(plan: Plan, kind: str) -> frozenset[str]:
    """Teams or shelters that the plan names, in its support or in an action."""
    parts = (plan.support, *(action.with_ for action in plan.actions))
    return frozenset(name for part in parts if part for name in getattr(part, kind))


def _concerns(hazard: Hazard, plan: Plan, around: Surroundings) -> bool:
    if isinstance(plan.risks, tuple):
        return hazard.id in plan.risks
    if hazard.plan == around.plan:
        return True
    return hazard.kind in plan.hazards and (plan.kind not in LOCAL_KINDS or around.is_under(hazard.unit))


def needs(plan: Plan, folder: Means, is_near: Callable[[str], bool]) -> tuple[Need, ...]:
    """The items of a plan with who has them; a plan for one place lists the stores near it, where there are any."""
    return tuple(
        Need(folder.items.get(need.item, need.item), need.quantity, _held(need.item, plan, folder, is_near))
        for need in plan_needs(plan, folder.consumed.__contains__)
    )


def _held(item: str, plan: Plan, folder: Means, is_near: Callable[[str], bool]) -> tuple[Stock, ...]:
    everywhere = folder.stocks_by_name.get(item, ())
    near = tuple(stock for stock in everywhere if is_near(stock.unit))
    return near if near and plan.kind in LOCAL_KINDS else everywhere


def used_means(folder: Means, parts: Iterable[Means]) -> Means:
    """What at least one plan names, in the order of the folder."""
    used = tuple(parts)
    kept = {
        name: {id(item) for means in used for item in getattr(means, name)}
        for name in ("units", "stocks", "teams", "shelters", "hazards")
    }
    return Means(
        tuple(item for item in folder.units if id(item) in kept["units"]),
        tuple(item for item in folder.stocks if id(item) in kept["stocks"]),
        tuple(item for item in folder.teams if id(item) in kept["teams"]),
        tuple(item for item in folder.shelters if id(item) in kept["shelters"]),
        tuple(item for item in folder.hazards if id(item) in kept["hazards"]),
    )

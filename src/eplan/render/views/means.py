"""Drills, training, supplies, teams, shelters and hazards in figures."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period
from eplan.models.hazards import Hazard, Rectification
from eplan.models.practice import Activity, Drill
from eplan.models.resources import Shelter, Supply, Team
from eplan.needs import is_below_minimum
from eplan.render.views.figures import Figure, count, total
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class PracticeFigures:
    """Drills and activities held in a period."""

    drills: Figure
    evaluated: Figure
    participants: Figure
    training: Figure
    education: Figure
    audience: Figure


def practice(repository: Repository, period: Period) -> PracticeFigures:
    """What was drilled and taught in the period, up to the day of the check."""
    held = [drill for drill in repository.of(Drill) if _within(drill.model.held, period, repository.as_of)]
    activities = [item for item in repository.of(Activity) if _within(item.model.date, period, repository.as_of)]
    training = [item for item in activities if item.model.kind == "training"]
    return PracticeFigures(
        count(held),
        count(drill for drill in held if drill.model.evaluation),
        total((drill, drill.model.participants or 0) for drill in held),
        count(training),
        count(item for item in activities if item.model.kind != "training"),
        total((item, item.model.count or 0) for item in activities),
    )


def _within(day: date | None, period: Period, as_of: date) -> bool:
    return day is not None and day in period and day <= as_of


@dataclass(frozen=True)
class SupplyFigures:
    """The catalogues on the day of the check."""

    items: Figure
    expired: Figure
    below_minimum: Figure


def supplies(repository: Repository) -> SupplyFigures:
    """Items, items with an expired lot, items below their minimum."""
    items = repository.of(Supply)
    return SupplyFigures(
        count(items),
        count(item for item in items if any(lot.expires and lot.expires < repository.as_of for lot in item.model.lots)),
        count(item for item in items if is_below_minimum(item.model, repository.as_of)),
    )


@dataclass(frozen=True)
class MeansFigures:
    """Teams and shelters."""

    teams: Figure
    members: Figure
    shelters: Figure
    capacity: Figure


def means(repository: Repository) -> MeansFigures:
    """Teams with their members, shelters with their capacity."""
    teams, shelters = repository.of(Team), repository.of(Shelter)
    return MeansFigures(
        count(teams),
        total((team, team.model.members or 0) for team in teams),
        count(shelters),
        total((shelter, shelter.model.capacity or 0) for shelter in shelters),
    )


@dataclass(frozen=True)
class HazardFigures:
    """The hazard register: hazards, and rectifications by state."""

    hazards: Figure
    open: Figure
    overdue: Figure
    closed: Figure


def hazards(repository: Repository, period: Period) -> HazardFigures:
    """Hazards registered by the day of the check; rectifications open, overdue, and closed in the period."""
    day = repository.as_of
    known = [item for item in repository.of(Hazard) if item.model.registered is None or item.model.registered <= day]
    return HazardFigures(
        count(known),
        _rectifications(known, lambda item: item.found <= day and not _closed(item, day)),
        _rectifications(known, lambda item: _is_overdue(item, day)),
        _rectifications(known, lambda item: _closed_in(item, period, day)),
    )


def closed_by_unit(repository: Repository, period: Period) -> dict[str, Figure]:
    """Rectifications closed in the period, by the unit that answers for the hazard."""
    found: dict[str, list[Placed[Hazard]]] = {}
    for item in repository.of(Hazard):
        found.setdefault(repository.canonical(item.model.unit), []).append(item)
    day = repository.as_of
    return {unit: _rectifications(items, lambda item: _closed_in(item, period, day)) for unit, items in found.items()}


def drills_by_unit(repository: Repository, period: Period) -> dict[str, Figure]:
    """Drills held in the period, by the unit that held them."""
    found: dict[str, list[Placed[Drill]]] = {}
    for drill in repository.of(Drill):
        if _within(drill.model.held, period, repository.as_of):
            found.setdefault(repository.canonical(drill.model.unit), []).append(drill)
    return {unit: count(drills) for unit, drills in found.items()}


def _closed_in(item: Rectification, period: Period, day: date) -> bool:
    return _within(item.closed, period, day)


def _closed(item: Rectification, day: date) -> bool:
    return item.closed is not None and item.closed <= day


def _is_overdue(item: Rectification, day: date) -> bool:
    return item.deadline is not None and item.deadline < day and not _closed(item, day)


def _rectifications(hazards: list[Placed[Hazard]], wanted: Callable[[Rectification], bool]) -> Figure:
    sources = [
        (hazard, f"{hazard.id}#{index}")
        for hazard in hazards
        for index, item in enumerate(hazard.model.rectifications, start=1)
        if wanted(item)
    ]
    return Figure(len(sources), tuple(name for _, name in sources), any(hazard.model.example for hazard, _ in sources))

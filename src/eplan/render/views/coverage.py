"""Who has which kinds of plan in force, and who lacks one that the law asks for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from eplan.coverage import plans_by_owner
from eplan.models.plan import Plan
from eplan.models.units import Unit
from eplan.models.vocabulary import PLAN_KINDS
from eplan.render.views.readiness import blamed, place_of
from eplan.repository import Placed, Repository

Plans = Mapping[str, tuple[Placed[Plan], ...]]
_OFFICES = (
    "government", "office", "department", "party", "mass-organisation", "military", "fire", "public-institution",
    "development-zone",
)  # fmt: skip
_OWN_KIND = {
    **dict.fromkeys(_OFFICES, "department"),
    **dict.fromkeys(("street", "township"), "township"),
    **dict.fromkeys(("community", "village"), "village"),
}


@dataclass(frozen=True)
class CoverageCell:
    """The plans in force of one kind, by id, and the units that lack one."""

    plans: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class CoverageRow:
    """A unit; or, where `kind` is a kind of unit, all units of that kind below the one that is named."""

    name: str
    kind: str
    units: int
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True)
class Coverage:
    """Units by kinds of plan; units that have none and of which none is asked are left out."""

    kinds: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


def coverage(repository: Repository) -> Coverage:
    """Plans in force by their owners, beside what rules C201 and C203 find missing."""
    missing = blamed(repository, ("C201", "C203"))
    owned = plans_by_owner(repository)
    lacking = frozenset(unit.model.name for unit in repository.units if place_of(unit) in missing)
    units = [unit.model for unit in repository.units if unit.model.name in owned or unit.model.name in lacking]
    wanted: set[str] = {plan.model.kind for plans in owned.values() for plan in plans}
    wanted |= {own_kind(unit) for unit in units if unit.name in lacking}
    kinds = tuple(kind for kind in PLAN_KINDS if kind in wanted)
    return Coverage(kinds, tuple(_row(*group, kinds, owned, lacking) for group in _grouped(units)))


def own_kind(unit: Unit) -> str:
    """The kind of plan that a unit keeps for itself."""
    return _OWN_KIND.get(unit.kind, "unit")


def _grouped(units: Iterable[Unit]) -> Iterator[tuple[str, str, list[Unit]]]:
    """Offices, streets and towns one by one; communities by their street; schools, works and the like by their kind."""
    found: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        found.setdefault(_group(unit), []).append(unit)
    for (name, kind), members in found.items():
        yield (name, kind, members) if len(members) > 1 else (members[0].name, "", members)


def _group(unit: Unit) -> tuple[str, str]:
    match own_kind(unit):
        case "village":
            return unit.parent or "", unit.kind
        case "unit":
            return "", unit.kind
        case _:
            return unit.name, ""


def _row(
    name: str, kind: str, units: list[Unit], kinds: tuple[str, ...], owned: Plans, lacking: frozenset[str]
) -> CoverageRow:
    cells = (
        CoverageCell(
            tuple(plan.id for unit in units for plan in owned.get(unit.name, ()) if plan.model.kind == column),
            tuple(unit.name for unit in units if unit.name in lacking and own_kind(unit) == column),
        )
        for column in kinds
    )
    return CoverageRow(name, kind, len(units), tuple(cells))

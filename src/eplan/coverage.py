"""Which plans there are, for whom and against what. A plan that is not in force counts as missing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from eplan.messages import Message
from eplan.models.hazards import Hazard
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.units import Unit
from eplan.models.vocabulary import HazardKind, label
from eplan.repository import Placed, Repository

DISTRICT_WIDE = ("overall", "special", "department", "support", "target-protection", "event", "joint")
"""Kinds of plan that hold in the whole district, not only for their owner."""
GOVERNED_BY: Mapping[str, tuple[HazardKind, ...]] = {
    "fire-facility": ("fire",),
    "fire-passage": ("fire",),
    "underground-space": ("fire", "construction-accident", "flood"),
    "security-facility": ("criminal", "terrorism", "mass-incident"),
}
"""What is found wrong is put right; what may come of it is planned for."""


def district_plans(repository: Repository) -> tuple[Placed[Plan], ...]:
    """Plans in force that hold in the whole district."""
    return tuple(plan for plan in repository.plans_in_force if plan.model.kind in DISTRICT_WIDE)


def plans_by_owner(repository: Repository) -> Mapping[str, tuple[Placed[Plan], ...]]:
    """Plans in force by the unit that keeps them."""
    found: dict[str, list[Placed[Plan]]] = {}
    for plan in repository.plans_in_force:
        found.setdefault(repository.canonical(plan.model.owner), []).append(plan)
    return {owner: tuple(plans) for owner, plans in found.items()}


def units_above(name: str, repository: Repository) -> Iterator[str]:
    """A unit and those that it belongs to."""
    seen: set[str] = set()
    unit = repository.unit_by_name.get(name)
    while unit is not None and unit.model.name not in seen:
        seen.add(unit.model.name)
        yield unit.model.name
        unit = repository.unit_by_name.get(unit.model.parent or "")


def may_have_plan(name: str, repository: Repository) -> bool:
    """Whether a broken file may be a plan of this unit, or one that names an unknown owner may mean it."""
    is_hidden = repository.may_hide("plans", *(f"owner: {known}" for known in repository.known_as(name)))
    return is_hidden or name in repository.probable_owners


def unplanned_hazards(repository: Repository) -> Iterator[Placed[Hazard]]:
    """Hazards of the register that no plan in force covers: no district plan, and none of those who live with it.

    A hazard that names a plan that nobody knows is left out: that is R104.
    """
    district = hazards_of(district_plans(repository))
    owned = plans_by_owner(repository)
    in_force = {plan.id for plan in repository.plans_in_force}
    for hazard in repository.of(Hazard):
        model = hazard.model
        registered = model.registered is None or model.registered <= repository.as_of
        is_misnamed = model.plan is not None and model.plan not in repository.plan_by_id
        if not registered or model.no_plan_needed or model.plan in in_force or is_misnamed:
            continue
        local = [plan for unit in units_above(model.unit, repository) for plan in owned.get(unit, ())]
        if not _is_general(local) and not planned_for(model.kind, district | hazards_of(local)):
            yield hazard


def _is_general(plans: Iterable[Placed[Plan]]) -> bool:
    """Whether a street, community or unit has a plan that names no hazards: it is for all of them."""
    return any(not plan.model.hazards and plan.model.kind not in DISTRICT_WIDE for plan in plans)


def may_be_planned(hazard: Hazard, repository: Repository) -> bool:
    """Whether a broken file may be a plan for a hazard, or one of those who live with it."""
    names_it = repository.may_hide("plans", hazard.kind, *GOVERNED_BY.get(hazard.kind, ()))
    return names_it or any(may_have_plan(unit, repository) for unit in units_above(hazard.unit, repository))


def hazards_of(plans: Iterable[Placed[Plan]]) -> frozenset[str]:
    """The kinds of hazard that plans are for."""
    return frozenset(hazard for plan in plans for hazard in plan.model.hazards)


def planned_for(kind: str, covered: Iterable[str]) -> bool:
    """Whether one of the kinds covered is this one, or what may come of it."""
    return not {kind, *GOVERNED_BY.get(kind, ())}.isdisjoint(covered)


def fills(plan: Plan, row: Requirement) -> bool:
    """Whether a plan is one that a requirement asks for: by a hazard, or, where either names none, by its title."""
    if row.hazards and plan.hazards:
        return not set(row.hazards).isdisjoint(plan.hazards)
    return any(name in plan.title for name in row.names)


def is_open(slot: "Slot", repository: Repository) -> bool:
    """Whether no plan in force fills a slot, none may stand in a broken file, and no reason is given."""
    reasons = repository.on.config.no_plan_needed
    if any(reasons.get(row.id, "").strip() for row in slot.rows):
        return False
    hazards = {hazard for row in slot.rows for hazard in row.hazards}
    names = {name for row in slot.rows for name in row.names}
    plans = district_plans(repository)
    filled = any(fills(plan.model, row) for plan in plans for row in slot.rows)
    return not filled and not repository.may_hide("plans", *hazards) and not repository.may_be_titled(*names)


class Slot(NamedTuple):
    """A plan that must be there, with every requirement that asks for it."""

    rows: tuple[Requirement, ...]

    @property
    def name(self) -> str | Message:
        """What the plan is called: the first of the words that its title may hold, else the hazard."""
        first = self.rows[0]
        return first.names[0] if first.names else label(first.hazards[0])


def slots(rows: Iterable[Requirement]) -> Iterator[Slot]:
    """Requirements that the same plan fills are one slot."""
    found: dict[tuple[object, object], list[Requirement]] = {}
    for row in rows:
        found.setdefault((row.hazards, row.names), []).append(row)
    yield from (Slot(tuple(group)) for group in found.values())


def kinds_of(units: Iterable[Placed[Unit]]) -> Mapping[str, tuple[Placed[Unit], ...]]:
    """Units by their kind, the kinds in the order in which they first stand."""
    found: dict[str, list[Placed[Unit]]] = {}
    for unit in units:
        found.setdefault(unit.model.kind, []).append(unit)
    return {kind: tuple(members) for kind, members in found.items()}

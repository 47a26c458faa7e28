"""Which plans there are, for whom and against what. A plan that is not in force counts as missing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from eplan.messages import Message
from eplan.models.hazards import Hazard
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.units import Unit
from eplan.models.vocabulary import HazardKind, label
from eplan.repository import Placed, Repository, speaks_of

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


def keepers(repository: Repository) -> frozenset[str]:
    """Units that keep a plan in force, or one in a broken file."""
    unread = repository.unread_of("plans")
    hidden = (unit.id for unit in repository.units if any(speaks_of(text, unit.id, "owner") for text in unread))
    return frozenset((*plans_by_owner(repository), *hidden))


def units_above(name: str, repository: Repository) -> Iterator[str]:
    """A unit and those that it belongs to."""
    seen: set[str] = set()
    unit = repository.unit_by_name.get(name)
    while unit is not None and unit.model.name not in seen:
        seen.add(unit.model.name)
        yield unit.model.name
        unit = repository.unit_by_name.get(unit.model.parent or "")


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


def may_be_filled(rows: Iterable[Requirement], repository: Repository) -> bool:
    """Whether a plan for the whole district in a broken file may be the one that requirements ask for."""
    texts = [text for text in repository.unread_of("plans") if any(speaks_of(text, k, "kind") for k in DISTRICT_WIDE)]
    hazards = [hazard for row in rows for hazard in row.hazards]
    names = [name for row in rows for name in row.names]
    return any(
        any(speaks_of(text, hazard) for hazard in hazards) or any(speaks_of(text, name, "title") for name in names)
        for text in texts
    )


def unplanned_hazards(repository: Repository) -> Iterator[Placed[Hazard]]:
    """Hazards of the register without a plan in force: neither the one they name nor one for their kind and place.

    A hazard that names a plan that does not exist is left out: that is R104.
    """
    district = hazards_of(district_plans(repository))
    owned = plans_by_owner(repository)
    in_force = {plan.id for plan in repository.plans_in_force} | repository.declared
    for hazard in repository.of(Hazard):
        model = hazard.model
        registered = model.registered is None or model.registered <= repository.as_of
        is_misnamed = model.plan is not None and model.plan not in repository.plan_by_id
        if not registered or model.no_plan_needed or model.plan in in_force or is_misnamed:
            continue
        local = [plan for unit in units_above(model.unit, repository) for plan in owned.get(unit, ())]
        covered = district | hazards_of(local)
        if not (_is_general(local) or planned_for(model.kind, covered)):
            yield hazard


def _is_general(plans: Iterable[Placed[Plan]]) -> bool:
    """Whether a street, community or unit has a plan that names no hazards: it is for all of them."""
    return any(not plan.model.hazards and plan.model.kind not in DISTRICT_WIDE for plan in plans)


def may_be_planned_for(kind: str, repository: Repository) -> bool:
    """Whether a plan in a broken file may be for a kind of hazard."""
    return any(repository.may_hold("plans", hazard) for hazard in (kind, *GOVERNED_BY.get(kind, ())))


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

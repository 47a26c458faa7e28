"""Plans that can run at the same time: those that say so of each other, and those that a scenario names."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple

from eplan.clusters import clusters
from eplan.document import Place
from eplan.models.incidents import Scenario
from eplan.models.plan import Plan
from eplan.repository import Placed, Repository


class Together(NamedTuple):
    """Two plans or more that can run at the same time, and where that is said."""

    plans: tuple[Placed[Plan], ...]
    place: Place

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(plan.id for plan in self.plans)


def running_together(repository: Repository) -> tuple[Together, ...]:
    """Every group of plans that can run together. A group that lies inside another is not repeated."""
    linked = tuple(_linked(repository))
    circle_of = {name: circle.ids for circle in linked for name in circle.ids}
    staged = {group.ids: group for group in _staged(repository)}
    own = (group for ids, group in staged.items() if not ids <= circle_of.get(min(ids), frozenset()))
    return (*linked, *own)


def _linked(repository: Repository) -> Iterator[Together]:
    """`can-run-with` holds both ways and is passed on."""
    known = repository.plan_by_id
    links = {plan.id: [name for name in plan.model.can_run_with if name in known] for plan in repository.plans}
    for ids in clusters({name: others for name, others in links.items() if others}):
        speaker = next(known[name] for name in ids if links[name])
        yield from _group(repository, ids, speaker.at("can-run-with"))


def _staged(repository: Repository) -> Iterator[Together]:
    for scenario in repository.of(Scenario):
        yield from _group(repository, scenario.model.plans, scenario.at("plans"))


def _group(repository: Repository, ids: tuple[str, ...], place: Place) -> Iterator[Together]:
    found = (repository.plan_by_id.get(name) for name in dict.fromkeys(ids))
    plans = tuple(plan for plan in found if plan and not plan.model.edition.is_withdrawn_on(repository.as_of))
    if len(plans) > 1:
        yield Together(plans, place)


class Booking(NamedTuple):
    """A person or team that plans for different events count on at the same time; the place is the first plan's."""

    name: str
    plans: tuple[Placed[Plan], ...]
    place: Place


def double_booked(group: Together, named: Callable[[Placed[Plan]], Iterator[tuple[str, Place]]]) -> Iterator[Booking]:
    """Whom plans of the group name that are for different events: plans that share a hazard fight one event."""
    places: dict[str, dict[str, Place]] = {}
    for plan in group.plans:
        for name, place in named(plan):
            places.setdefault(name, {}).setdefault(plan.id, place)
    for name, by_plan in places.items():
        plans = tuple(plan for plan in group.plans if plan.id in by_plan)
        if _are_for_different_events(plans):
            yield Booking(name, plans, by_plan[plans[0].id])


def _are_for_different_events(plans: tuple[Placed[Plan], ...]) -> bool:
    kinds = {frozenset(plan.model.hazards) for plan in plans if plan.model.hazards}
    return any(one.isdisjoint(other) for one, other in combinations(kinds, 2))

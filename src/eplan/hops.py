"""The way of a report: who stands at which step, and which hop of the law leads from one step to the next."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush
from itertools import pairwise
from typing import Literal, NamedTuple

from eplan.models.law import Requirement
from eplan.models.plan import Hop, Plan
from eplan.models.vocabulary import UnitKind
from eplan.repository import Placed, Repository

Tier = Literal[
    "scene", "unit", "school", "hospital", "community", "township", "department", "health", "education", "county",
    "city-department", "city", "province", "state",
]  # fmt: skip
_OF_KIND: Mapping[UnitKind, Tier] = {
    "government": "county",
    "office": "county",
    "department": "department",
    "party": "department",
    "fire": "department",
    "mass-organisation": "department",
    "street": "township",
    "township": "township",
    "development-zone": "township",
    "community": "community",
    "village": "community",
    "school": "school",
    "kindergarten": "school",
    "hospital": "hospital",
    "hazardous-chemicals": "unit",
    "mine": "unit",
    "smelter": "unit",
    "construction": "unit",
    "rail": "unit",
    "hotel": "unit",
    "mall": "unit",
    "entertainment": "unit",
    "scenic-area": "unit",
    "high-rise": "unit",
    "lifeline": "unit",
    "enterprise": "unit",
    "care-home": "unit",
}
_ROLES: Mapping[str, Tier] = {"首报人": "scene", "事发单位": "unit"}
_BY_NAME: Mapping[str, Tier] = {"卫生|卫健|卫计": "health", "教育|教体": "education"}
_ABOVE: tuple[tuple[re.Pattern[str], Tier], ...] = (
    (re.compile("医院"), "hospital"),
    (re.compile("国务院|国家"), "state"),
    (re.compile("省|自治区"), "province"),
    (re.compile("市(人民)?政府|市委(?!.)|市应急"), "city"),
    (re.compile("^市|市.*[局委办队]$"), "city-department"),
)
COUNTY_AND_ABOVE: frozenset[Tier] = frozenset(("county", "city", "province", "state"))
_AT_UNIT: frozenset[Tier] = frozenset(("unit", "school", "hospital"))
_OFFICES: frozenset[Tier] = frozenset(("department", "health", "education"))
_HOPS: tuple[tuple[str, frozenset[Tier], frozenset[Tier]], ...] = (
    ("occurrence-unit", frozenset(("scene",)), _AT_UNIT),
    ("unit-county", _AT_UNIT, _OFFICES | {"county"}),
    ("school-authority", frozenset(("school",)), frozenset(("education",))),
    ("institution-health", _AT_UNIT | {"community"}, frozenset(("health",))),
    ("health-county", frozenset(("health",)), frozenset(("county",))),
    ("authority-county", _OFFICES, frozenset(("county",))),
    ("authority-hop", frozenset(("township",)), _OFFICES | {"county"}),
    ("authority-hop", _OFFICES, frozenset(("county", "city", "city-department"))),
    ("authority-hop", frozenset(("county",)), frozenset(("city",))),
    ("county-city", frozenset(("county",)), frozenset(("city",))),
    ("county-province", frozenset(("county",)), frozenset(("province",))),
    ("city-province", frozenset(("city",)), frozenset(("province",))),
    ("province-state", frozenset(("province",)), frozenset(("state",))),
)


@cache
def hops_between(sender: Tier | None, receiver: Tier | None) -> frozenset[str]:
    """What the law calls a step from one tier to another; it may have several names, or none."""
    return frozenset(name for name, senders, receivers in _HOPS if sender in senders and receiver in receivers)


def tier_of(name: str, repository: Repository, plan: Plan | None = None) -> Tier | None:
    """Where somebody who reports or is told stands; None where it cannot be said for sure."""
    if name in _ROLES:
        return _ROLES[name]
    if name in repository.headquarters_by_name:
        return "county"
    group = repository.group_by_name.get(name)
    if group is not None:
        tiers = {_tier_of_unit(member, repository) for member in repository.expand((name,))}
        return tiers.pop() if len(tiers) == 1 else None
    return _tier_of_unit(_lead_of_group(name, plan) or name, repository)


def _lead_of_group(name: str, plan: Plan | None) -> str | None:
    groups = plan.command.groups if plan and plan.command else ()
    return next((group.lead for group in groups if group.name == name), None)


def _tier_of_unit(name: str, repository: Repository) -> Tier | None:
    unit = repository.unit_by_name.get(repository.unit_behind(name))
    if unit is None or unit.model.kind == "external":
        return _tier_above(unit.model.name if unit else name)
    tier = _OF_KIND.get(unit.model.kind)
    if tier == "department":
        return next((found for words, found in _BY_NAME.items() if re.search(words, unit.model.name)), tier)
    return "city" if tier == "county" and repository.on.config.district.level == "city" else tier


def _tier_above(name: str) -> Tier | None:
    """The level of a body outside the district, as its name says."""
    return next((tier for words, tier in _ABOVE if words.search(name)), None)


@dataclass(frozen=True)
class Step:
    """One hop of a plan's chain; `index` is its place in the list."""

    index: int
    hop: Hop
    sender: str
    receiver: str
    names: frozenset[str]
    begins: Tier | None
    reaches: Tier | None

    @property
    def minutes(self) -> int | None:
        return self.hop.within.minutes if self.hop.within else None


def steps_of(plan: Placed[Plan], repository: Repository) -> tuple[Step, ...]:
    """The hops of a plan's chain; where two bodies have several, such as by phone and then in writing, the fastest."""
    fastest: dict[tuple[str, str], Step] = {}
    for step in _steps(plan, repository):
        known = fastest.setdefault((step.sender, step.receiver), step)
        if known.minutes is None or (step.minutes is not None and step.minutes < known.minutes):
            fastest[step.sender, step.receiver] = step
    return tuple(fastest.values())


def _steps(plan: Placed[Plan], repository: Repository) -> Iterator[Step]:
    """None where a body is declared in a broken file only: then nobody knows what it is."""
    chain = plan.model.reporting.chain if plan.model.reporting else ()
    named = {name for hop in chain for name in (hop.from_, hop.to)}
    if named & repository.declared - repository.names["actor"]:
        return
    for index, hop in enumerate(chain):
        sender, receiver = (repository.canonical(repository.unit_behind(name)) for name in (hop.from_, hop.to))
        begins, reaches = (tier_of(name, repository, plan.model) for name in (hop.from_, hop.to))
        yield Step(index, hop, sender, receiver, hops_between(begins, reaches), begins, reaches)


class Way(NamedTuple):
    """The fastest way of a report from where it begins to the government."""

    minutes: int
    stations: tuple[str, ...]

    def steps(self, all_steps: Iterable[Step]) -> tuple[Step, ...]:
        """The steps of which it is made."""
        known = {(step.sender, step.receiver): step for step in all_steps}
        return tuple(known[pair] for pair in pairwise(self.stations))


def broken_limits(step: Step, rows: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """The limits on single steps that a step of a chain exceeds."""
    return tuple(row for row in rows if row.hop in step.names and _is_slower(step, row))


def _is_slower(step: Step, row: Requirement) -> bool:
    return step.minutes is not None and row.at_most is not None and step.minutes > row.at_most.minutes


def slowest_way(steps: Iterable[Step]) -> Way | None:
    """Of all bodies where a chain begins the one that takes longest to tell the government, by its fastest way."""
    arrows: dict[str, list[Step]] = {}
    outward = [step for step in steps if step.sender != step.receiver and step.begins != "scene"]
    for step in outward:
        arrows.setdefault(step.sender, []).append(step)
    targets = frozenset(step.receiver for step in outward if step.reaches in COUNTY_AND_ABOVE)
    receivers = frozenset(step.receiver for step in outward)
    ways = (_fastest_way(start, arrows, targets) for start in arrows if start not in receivers)
    return max((way for way in ways if way), key=lambda way: way.minutes, default=None)


def _fastest_way(start: str, arrows: Mapping[str, list[Step]], targets: frozenset[str]) -> Way | None:
    waiting: list[tuple[int, tuple[str, ...]]] = [(0, (start,))]
    seen: set[str] = set()
    while waiting:
        minutes, stations = heappop(waiting)
        here = stations[-1]
        if here in targets:
            return Way(minutes, stations)
        if here in seen:
            continue
        seen.add(here)
        for step in arrows.get(here, ()):
            if step.minutes is not None:
                heappush(waiting, (minutes + step.minutes, (*stations, step.receiver)))
    return None

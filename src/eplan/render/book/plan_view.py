"""One plan as a view: what its chapters say, with every name in it looked up."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from eplan.models.hazards import Hazard
from eplan.models.headquarters import Headquarters
from eplan.models.plan import CommandGroup, ExternalPlan, Plan
from eplan.models.refs import references
from eplan.render.book.means import Means, Need, Surroundings, means_of_plan, needs
from eplan.render.views.plans import PlanState, plan_state
from eplan.repository import Placed, Repository

ACTING = ("unit", "units", "actor", "headquarters")
NO_DUTIES = ("edition", "parent", "owner", "accept")


@dataclass(frozen=True)
class PlanView:
    """One plan. `bound` leads from a name in it (post, group, team, headquarters) to the units that it binds;
    `commanders` from a headquarters to who commands it; `names` from an id or alias to the name that is printed."""

    id: str
    plan: Plan
    state: PlanState
    day: date
    owner: str
    parent: str
    headquarters: Headquarters | None
    bound: Mapping[str, tuple[str, ...]]
    commanders: Mapping[str, str]
    names: Mapping[str, str]
    items: Mapping[str, str]
    means: Means
    needs: tuple[Need, ...]

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """The hazards that the plan is about; one that is registered later is not known yet."""
        return tuple(item for item in self.means.hazards if item.registered is None or item.registered <= self.day)

    def units(self, *names: str | None) -> tuple[str, ...]:
        """The units that names bind, each once."""
        return tuple(dict.fromkeys(unit for name in names if name for unit in self.bound.get(name, ())))

    def called(self, name: str | None) -> str:
        """The name that is printed."""
        return self.names.get(name, name) if name else ""

    def item(self, name: str) -> str:
        """The name of an item of supply; an id stands for the one item that has it."""
        return self.items.get(name, name)


def plan_view(placed: Placed[Plan], repository: Repository, folder: Means) -> PlanView:
    """A plan with everything that it names looked up."""
    plan = placed.model
    headquarters = _headquarters(plan, repository)
    named = dict.fromkeys((*_acting(plan), *(_seats(headquarters) if headquarters else ())))
    bound = {name: _bound(name, plan, repository) for name in named}
    owner = repository.canonical(plan.owner)
    units = frozenset((owner, *(unit for units in bound.values() for unit in units)))
    around = Surroundings(placed.id, units, *_nearness(owner, repository))
    needed = needs(plan, folder, around.is_near)
    return PlanView(
        id=placed.id,
        plan=plan,
        state=plan_state(plan, repository.as_of),
        day=repository.as_of,
        owner=owner,
        parent=_parent(plan, repository),
        headquarters=headquarters,
        bound=bound,
        commanders=dict(_commanders(named, plan, repository)),
        names=folder.names,
        items=folder.items,
        means=means_of_plan(plan, needed, around, folder),
        needs=needed,
    )


def _acting(plan: Plan) -> Iterator[str]:
    """Every name in the plan that does something."""
    return (found.name for found in references(plan) if found.space in ACTING and found.loc[0] not in NO_DUTIES)


def _headquarters(plan: Plan, repository: Repository) -> Headquarters | None:
    name = plan.command.headquarters if plan.command else None
    placed = repository.headquarters_by_name.get(name or "")
    return placed.model if placed else None


def _commanders(names: Iterable[str], plan: Plan, repository: Repository) -> Iterator[tuple[str, str]]:
    """Who commands the headquarters that a plan names; of its own headquarters the plan may say it otherwise."""
    own = plan.command
    for name in names:
        placed = repository.headquarters_by_name.get(name)
        narrowed = own.commander if own and own.headquarters == name else None
        commander = narrowed or (placed.model.commander if placed else None)
        if commander:
            yield name, commander


def _seats(headquarters: Headquarters) -> Iterator[str]:
    named = (headquarters.commander, *headquarters.deputies, headquarters.office, *headquarters.members)
    return (name for name in named if name)


def _bound(name: str, plan: Plan, repository: Repository) -> tuple[str, ...]:
    """The units behind a name: of a group its lead and members, of a headquarters the one that keeps its office."""
    group = _group(name, plan)
    if group:
        return repository.expand(repository.unit_behind(member) for member in (group.lead, *group.members) if member)
    headquarters, team = repository.headquarters_by_name.get(name), repository.team_by_id.get(name)
    if headquarters:
        return repository.expand(filter(None, (headquarters.model.office,)))
    unit = team.model.unit if team else repository.unit_behind(name)
    return tuple(found for found in repository.expand((unit,)) if found in repository.unit_by_name)


def _group(name: str, plan: Plan) -> CommandGroup | None:
    groups = plan.command.groups if plan.command else ()
    return next((group for group in groups if group.name == name), None)


def _parent(plan: Plan, repository: Repository) -> str:
    if isinstance(plan.parent, ExternalPlan):
        return plan.parent.external
    above = repository.plan_by_id.get(plan.parent or "")
    return above.model.title if above else plan.parent or ""


def _nearness(owner: str, repository: Repository) -> tuple[Callable[[str], bool], Callable[[str], bool]]:
    """Which units are below the owner, and which are below or above it."""
    above = frozenset(line(owner, repository))

    def under(unit: str) -> bool:
        return is_under(unit, owner, repository)

    return under, lambda unit: unit in above or under(unit)


def is_under(unit: str, owner: str, repository: Repository) -> bool:
    """Whether a unit is the owner or stands somewhere below it."""
    return owner in line(unit, repository)


def line(name: str, repository: Repository) -> Iterator[str]:
    """A unit, the unit above it, and so on to the top."""
    seen: set[str] = set()
    while name not in seen and (unit := repository.unit_by_name.get(name)):
        seen.add(unit.model.name)
        yield unit.model.name
        name = repository.canonical(unit.model.parent or "")

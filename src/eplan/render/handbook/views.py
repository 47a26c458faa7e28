"""The handbook of one unit as a view: what all plans in force ask of it, whom it works with, what it has."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from eplan.finding import Severity
from eplan.models.plan import Hop, Plan
from eplan.models.quantities import Duration
from eplan.models.units import Unit
from eplan.naming import known_unit
from eplan.render.book.means import Means, means_of_folder
from eplan.render.book.parts import part_of
from eplan.render.book.plan_view import PlanView, plan_view
from eplan.render.handbook.actor import Actor
from eplan.render.handbook.duties import PlanDuties, plan_duties
from eplan.render.views.code import folder_code
from eplan.render.views.report import Judged
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class Edition:
    """What the cover says of the check behind a document."""

    district: str
    office: str
    day: date
    revision: str | None
    code: str
    errors: int
    unreadable: tuple[str, ...]


@dataclass(frozen=True)
class HopLine:
    """A step of the reporting chain, once for all plans that have it."""

    sender: str
    receiver: str
    within: Duration | None
    by: str | None
    plans: tuple[PlanView, ...]


@dataclass(frozen=True)
class Handbook:
    """All that one unit must do. `partners` are the units that it works with; `own` holds its means."""

    edition: Edition
    unit: Unit
    plans: tuple[PlanDuties, ...]
    reported: tuple[HopLine, ...]
    told: tuple[HopLine, ...]
    partners: tuple[Unit, ...]
    own: Means

    @property
    def has_examples(self) -> bool:
        own = self.own
        kept = (*own.units, *own.teams, *own.shelters, *(stock.item for stock in own.stocks), *self.partners)
        return any(item.example for item in (*kept, *(plan.view.plan for plan in self.plans)))


def handbook(judged: Judged, name: str) -> Handbook:
    """The handbook of the unit with that name, alias or full name."""
    repository = judged.repository
    unit = known_unit(name, repository)
    folder = means_of_folder(repository)
    own = _own(unit, folder, repository)
    plans = duties_of(Actor(unit.name), plan_views(repository, folder), _kept(unit, own))
    return Handbook(
        edition=edition(judged),
        unit=unit,
        plans=plans,
        reported=hop_lines((plan.view, plan.reported) for plan in plans),
        told=hop_lines((plan.view, plan.told) for plan in plans),
        partners=_partners(unit, plans, repository),
        own=own,
    )


def edition(judged: Judged) -> Edition:
    """The check behind a document."""
    district = judged.repository.on.config.district
    return Edition(
        district=district.name,
        office=judged.repository.canonical(district.office or ""),
        day=judged.repository.as_of,
        revision=judged.revision,
        code=folder_code(judged.repository),
        errors=sum(finding.severity is Severity.ERROR for finding in judged.findings),
        unreadable=judged.unreadable,
    )


def plan_views(repository: Repository, folder: Means) -> tuple[PlanView, ...]:
    """The plans in force, in the order of a compilation."""
    plans = sorted(repository.plans_in_force, key=_order)
    return tuple(plan_view(plan, repository, folder) for plan in plans)


def _order(plan: Placed[Plan]) -> tuple[int, str]:
    return part_of(plan.model), plan.id


def duties_of(actor: Actor, plans: Iterable[PlanView], kept: Container[str] = ()) -> tuple[PlanDuties, ...]:
    """What the plans ask of an actor; plans that ask nothing are left out."""
    found = (plan_duties(view, actor, kept) for view in plans)
    return tuple(duties for duties in found if duties.says_something)


def hop_lines(found: Iterable[tuple[PlanView, tuple[Hop, ...]]]) -> tuple[HopLine, ...]:
    """Steps that several plans have alike stand once; the shortest time first."""
    plans: dict[tuple[str, str, Duration | None, str | None], list[PlanView]] = {}
    for view, hops in found:
        for hop in hops:
            held = plans.setdefault((view.called(hop.from_), view.called(hop.to), hop.within, hop.by), [])
            held.extend([] if view in held else [view])
    lines = (HopLine(*key, tuple(views)) for key, views in plans.items())
    return tuple(sorted(lines, key=_urgency))


def _urgency(line: HopLine) -> float:
    return line.within.minutes if line.within else float("inf")


def _partners(unit: Unit, plans: tuple[PlanDuties, ...], repository: Repository) -> tuple[Unit, ...]:
    """Units that act with it, report to it or are told by it, share its groups, or lend it a team."""
    names = {name for plan in plans for name in _beside(unit.name, plan, repository)} - {unit.name}
    return tuple(placed.model for placed in repository.units if placed.model.name in names)


def _beside(unit: str, plan: PlanDuties, repository: Repository) -> Iterator[str]:
    view = plan.view
    hops = (*plan.told, *plan.reported)
    yield from view.units(*(name for duty in plan.duties for name in (*duty.others, *duty.acting_as)))
    yield from view.units(*(name for hop in hops for name in (hop.from_, hop.to)))
    if plan.duties or plan.roles:
        yield from view.units(*_deciding(view))
    yield from view.units(*(name for call in plan.calls for name in call.action.who))
    groups = view.plan.command.groups if view.plan.command else ()
    for group in groups:
        members = view.units(group.lead, *group.members)
        yield from members if unit in members else ()
    teams = (name for duty in plan.duties if duty.action.with_ for name in duty.action.with_.teams)
    found = filter(None, map(repository.team_by_id.get, teams))
    yield from (repository.canonical(team.model.unit) for team in found)


def _deciding(view: PlanView) -> Iterator[str | None]:
    """Who starts, commands and ends a response, and who sits at the head of the headquarters."""
    levels = view.plan.response.levels if view.plan.response else ()
    yield from (name for level in levels for name in (level.decided_by, level.commander, level.ended_by))
    if view.headquarters:
        yield from (view.headquarters.commander, *view.headquarters.deputies, view.headquarters.office)


def _kept(unit: Unit, own: Means) -> frozenset[str]:
    """The ids of the unit's teams and of the shelters that it keeps."""
    teams = (team.id for team in own.teams)
    return frozenset((*teams, *(shelter.id for shelter in own.shelters if shelter.unit == unit.name)))


def _own(unit: Unit, folder: Means, repository: Repository) -> Means:
    """What the unit keeps, and the shelters that serve it."""
    return Means(
        (unit,),
        tuple(stock for stock in folder.stocks if stock.unit == unit.name),
        tuple(team for team in folder.teams if team.unit == unit.name),
        tuple(
            shelter for shelter in folder.shelters if unit.name in (shelter.unit, *repository.expand(shelter.serves))
        ),
        (),
    )

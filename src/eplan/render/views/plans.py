"""The plan system in figures: which plans there are, in which state, for whom and against what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from eplan.models.plan import Plan
from eplan.models.practice import Drill
from eplan.models.vocabulary import CATEGORIES, PLAN_KINDS
from eplan.render.views.figures import Figure, count
from eplan.repository import Placed, Repository


class PlanState(Enum):
    """How a plan stands on a day."""

    IN_FORCE = "in force"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class PlanLine:
    """One plan as a line of a table."""

    id: str
    title: str
    kind: str
    category: str
    owner: str
    state: PlanState
    issued: date | None
    actions: int
    last_drill: date | None
    example: bool


def plan_state(plan: Plan, day: date) -> PlanState:
    """A plan that is not issued on or before the day is a draft."""
    edition = plan.edition
    if edition.withdrawn is not None and edition.withdrawn.date <= day:
        return PlanState.WITHDRAWN
    return PlanState.IN_FORCE if edition.issued is not None and edition.issued <= day else PlanState.DRAFT


def last_drills(repository: Repository) -> dict[str, date]:
    """The day of the latest drill of each plan, up to the day of the check."""
    found: dict[str, date] = {}
    for drill in repository.of(Drill):
        held = drill.model.held
        if held is not None and held <= repository.as_of:
            for plan in drill.model.plans:
                found[plan] = max(held, found.get(plan, held))
    return found


def plan_lines(repository: Repository) -> tuple[PlanLine, ...]:
    """All plans, sorted by kind, category and title."""
    drills = last_drills(repository)
    found = (_line(plan, repository, drills.get(plan.id)) for plan in repository.plans)
    return tuple(sorted(found, key=_order))


def _order(line: PlanLine) -> tuple[int, int, str]:
    category = CATEGORIES.index(line.category) if line.category in CATEGORIES else len(CATEGORIES)
    return PLAN_KINDS.index(line.kind), category, line.id


def _line(plan: Placed[Plan], repository: Repository, drilled: date | None) -> PlanLine:
    model = plan.model
    return PlanLine(
        id=plan.id,
        title=model.title,
        kind=model.kind,
        category=model.category or "",
        owner=repository.canonical(model.owner),
        state=plan_state(model, repository.as_of),
        issued=model.edition.issued,
        actions=len(model.actions),
        last_drill=drilled,
        example=model.example,
    )


@dataclass(frozen=True)
class PlanFigures:
    """Plans counted: all, by state, by kind, by category."""

    total: Figure
    in_force: Figure
    draft: Figure
    by_kind: tuple[tuple[str, Figure], ...]
    by_category: tuple[tuple[str, Figure], ...]


def plan_figures(repository: Repository) -> PlanFigures:
    """The plan system as it stands on the day of the check; withdrawn plans do not count."""
    states = [(plan, plan_state(plan.model, repository.as_of)) for plan in repository.plans]
    in_force = [plan for plan, state in states if state is PlanState.IN_FORCE]
    return PlanFigures(
        count(plan for plan, state in states if state is not PlanState.WITHDRAWN),
        count(in_force),
        count(plan for plan, state in states if state is PlanState.DRAFT),
        tuple(_counted((kind, [plan for plan in in_force if plan.model.kind == kind]) for kind in PLAN_KINDS)),
        tuple(_counted((word, [plan for plan in in_force if plan.model.category == word]) for word in CATEGORIES)),
    )


def _counted(groups: Iterator[tuple[str, list[Placed[Plan]]]]) -> Iterator[tuple[str, Figure]]:
    yield from ((name, count(plans)) for name, plans in groups)

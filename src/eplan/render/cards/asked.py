"""What is asked of a post by name, and of its unit in the first hours beside that."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from eplan.render.cards.clock import is_first
from eplan.render.handbook.duties import PlanDuties
from eplan.render.handbook.views import HopLine, hop_lines


@dataclass(frozen=True)
class Asked:
    """What is asked of somebody: plan by plan, and the reports that he makes and receives."""

    name: str
    plans: tuple[PlanDuties, ...]
    reported: tuple[HopLine, ...]
    told: tuple[HopLine, ...]

    def __bool__(self) -> bool:
        return bool(self.plans)


def asked_of(name: str, plans: tuple[PlanDuties, ...]) -> Asked:
    """The plans with their reports, those that several plans have alike once."""
    return Asked(
        name,
        plans,
        hop_lines((plan.view, plan.reported) for plan in plans),
        hop_lines((plan.view, plan.told) for plan in plans),
    )


def first_hours(of_unit: Iterable[PlanDuties], own: Asked) -> tuple[PlanDuties, ...]:
    """What the unit does, decides and reports in the first hours, without what the post does by name."""
    done = {plan.view.id: {duty.action.id for duty in plan.duties} for plan in own.plans}
    kept = (_first(plan, done.get(plan.view.id, set())) for plan in of_unit)
    return tuple(plan for plan in kept if plan.says_something)


def _first(plan: PlanDuties, done: set[str]) -> PlanDuties:
    return replace(
        plan,
        roles=tuple(role for role in plan.roles if role.level or role.kind == "report"),
        duties=tuple(duty for duty in plan.duties if is_first(duty) and duty.action.id not in done),
        mentions=(),
        calls=(),
    )

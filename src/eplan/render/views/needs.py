"""What plans need of each item when they need most, beside what the stores hold that is fit for use (M24)."""

from dataclasses import dataclass

from eplan.needs import consumed_items, plan_needs, stock
from eplan.repository import Repository
from eplan.together import running_together

Item = tuple[str, str]
"""The name of an item and its unit of measure."""


@dataclass(frozen=True)
class NeedLine:
    """The largest need of an item: of one plan, or of several that can run together."""

    item: str
    unit: str
    need: float
    fit: float
    plans: tuple[str, ...]
    example: bool

    @property
    def short(self) -> float:
        return max(0.0, self.need - self.fit)

    @property
    def cover(self) -> float:
        """How much of the need the stores meet; 1 is all of it."""
        return self.fit / self.need if self.need else 1.0


def need_lines(repository: Repository) -> tuple[NeedLine, ...]:
    """Every item that a plan needs, the tightest first. An item that a broken file declares is left out."""
    wanted = _wanted(repository)
    joint = tuple(tuple(plan.id for plan in group.plans) for group in running_together(repository))
    lines = (_line(item, by_plan, joint, repository) for item, by_plan in wanted.items())
    known = (line for line in lines if line.item not in repository.declared)
    return tuple(sorted(known, key=lambda line: (line.cover, -line.need, line.item)))


def _wanted(repository: Repository) -> dict[Item, dict[str, float]]:
    """Item → plan → how much it needs; withdrawn plans need nothing."""
    consumed = consumed_items(repository)
    found: dict[Item, dict[str, float]] = {}
    for plan in repository.plans:
        if not plan.model.edition.is_withdrawn_on(repository.as_of):
            for need in plan_needs(plan.model, consumed):
                by_plan = found.setdefault((_name(need.item, repository), need.quantity.unit), {})
                by_plan[plan.id] = by_plan.get(plan.id, 0.0) + need.quantity.amount
    return found


def _name(item: str, repository: Repository) -> str:
    """What is asked for by the id of one store counts for all that is stored under its name."""
    held = repository.supplies_by_name.get(item, ())
    return held[0].model.name if held else item


def _line(
    item: Item, by_plan: dict[str, float], joint: tuple[tuple[str, ...], ...], repository: Repository
) -> NeedLine:
    name, unit = item
    groups = (*((plan,) for plan in by_plan), *(tuple(plan for plan in group if plan in by_plan) for group in joint))
    plans = max(groups, key=lambda group: sum(by_plan[plan] for plan in group))
    need = sum(by_plan[plan] for plan in plans)
    stores = repository.supplies_by_name.get(name, ())
    example = any(store.model.example for store in stores) or any(
        repository.plan_by_id[plan].model.example for plan in plans
    )
    return NeedLine(name, unit, need, stock(repository)(name).get(unit, 0.0), plans, example)

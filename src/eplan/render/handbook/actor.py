"""Who is asked: a unit or one of its posts, and which names in a plan mean it."""

from dataclasses import dataclass

from eplan.models.plan import Plan
from eplan.render.book.plan_view import PlanView


@dataclass(frozen=True)
class Actor:
    """Whose duties are looked for: a unit, or one post of it. `apart` are posts that are looked at for themselves."""

    unit: str
    post: str = ""
    apart: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return self.post or self.unit

    def is_bound_by(self, name: str | None, view: PlanView) -> bool:
        """Whether a name in the plan (unit, group, post, team, headquarters) means this actor.

        A headquarters means the unit that keeps its office, and the post that commands it.
        """
        if self.post:
            return self.post in (name, view.commanders.get(name or ""), *_in_group(name, view.plan))
        return name not in self.apart and self.unit in view.units(name)

    def acting_as(self, name: str | None, view: PlanView) -> str:
        """The name under which it acts; empty where that is its own."""
        called = view.called(name)
        return "" if called == self.name else called


def _in_group(name: str | None, plan: Plan) -> tuple[str | None, ...]:
    groups = plan.command.groups if plan.command else ()
    return next(((group.lead, *group.members) for group in groups if group.name == name), ())

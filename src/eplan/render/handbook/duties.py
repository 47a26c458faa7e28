"""What one plan asks of one actor: seats in command, standing duties, actions, reports."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from eplan.models.plan import Hop
from eplan.models.plan_action import Action, Means
from eplan.render.book.plan_view import PlanView
from eplan.render.handbook.actor import Actor
from eplan.render.handbook.mentions import mentions
from eplan.render.handbook.roles import Role, roles_in

NOTHING = Means()


@dataclass(frozen=True)
class Duty:
    """An action with the names under which the actor does it, and who else does it."""

    action: Action
    view: PlanView
    acting_as: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """An action of others for which a team or shelter of the unit is needed."""

    action: Action
    view: PlanView
    means: tuple[str, ...]


@dataclass(frozen=True)
class PlanDuties:
    """All that one plan asks of the actor."""

    view: PlanView
    roles: tuple[Role, ...]
    duties: tuple[Duty, ...]
    told: tuple[Hop, ...]
    reported: tuple[Hop, ...]
    mentions: tuple[Role, ...] = ()
    calls: tuple[Call, ...] = ()

    @property
    def says_something(self) -> bool:
        return bool(self.roles or self.duties or self.told or self.reported or self.mentions or self.calls)


def plan_duties(view: PlanView, actor: Actor, kept: Container[str] = ()) -> PlanDuties:
    """What the plan asks; `reported` are the hops from the actor, `told` those to it.

    `kept` are the ids of the teams and shelters of a unit that are needed when others act; a post keeps none.
    """
    chain = view.plan.reporting.chain if view.plan.reporting else ()
    reported = tuple(hop for hop in chain if actor.is_bound_by(hop.from_, view))
    return PlanDuties(
        view,
        tuple(roles_in(view, actor)),
        tuple(_duties(view, actor)),
        tuple(hop for hop in chain if actor.is_bound_by(hop.to, view) and hop not in reported),
        reported,
        () if actor.post else tuple(mentions(view, actor.unit)),
        tuple(_calls(view, actor, kept)),
    )


def _duties(view: PlanView, actor: Actor) -> Iterator[Duty]:
    for action in view.plan.actions:
        acting_as = tuple(name for name in action.who if actor.is_bound_by(name, view))
        if acting_as:
            yield Duty(action, view, acting_as, tuple(name for name in action.who if name not in acting_as))


def _calls(view: PlanView, actor: Actor, kept: Container[str]) -> Iterator[Call]:
    for action in view.plan.actions:
        means = action.with_ or NOTHING
        called = tuple(name for name in (*means.teams, *means.shelters) if name in kept)
        if called and not any(actor.is_bound_by(name, view) for name in action.who):
            yield Call(action, view, called)

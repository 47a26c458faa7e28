"""What one plan asks of one actor: seats in command, standing duties, actions, reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.messages import Message, say
from eplan.models.headquarters import Headquarters
from eplan.models.plan import Command, Hop, Information, Management, Plan, Response, WarningPart
from eplan.models.plan_action import Action
from eplan.models.vocabulary import label
from eplan.render.book.plan_view import PlanView
from eplan.render.book.wording import level_words, rhythm_words, span_words

NOBODY, NO_WARNING, NO_RESPONSE = Command(), WarningPart(), Response()
NO_INFORMATION, NO_MANAGEMENT = Information(), Management()
NO_SEATS = Headquarters(name="-")


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
        """Whether a name in the plan (unit, group, post, team, headquarters) means this actor."""
        if self.post:
            return name == self.post or self.post in _in_group(name, view.plan)
        return name not in self.apart and self.unit in view.units(name)


@dataclass(frozen=True)
class Role:
    """A standing duty; `level` is the response level that it belongs to."""

    label: Message
    value: Message | str
    level: int = 0


@dataclass(frozen=True)
class Duty:
    """An action with the names under which the actor does it, and who else does it."""

    action: Action
    view: PlanView
    acting_as: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class PlanDuties:
    """All that one plan asks of the actor."""

    view: PlanView
    roles: tuple[Role, ...]
    duties: tuple[Duty, ...]
    told: tuple[Hop, ...]
    reported: tuple[Hop, ...]

    @property
    def says_something(self) -> bool:
        return bool(self.roles or self.duties or self.told or self.reported)


def plan_duties(view: PlanView, actor: Actor) -> PlanDuties:
    """What the plan asks; `reported` are the hops from the actor, `told` those to it."""
    chain = view.plan.reporting.chain if view.plan.reporting else ()
    reported = tuple(hop for hop in chain if actor.is_bound_by(hop.from_, view))
    return PlanDuties(
        view,
        tuple(_roles(view, actor)),
        tuple(_duties(view, actor)),
        tuple(hop for hop in chain if actor.is_bound_by(hop.to, view) and hop not in reported),
        reported,
    )


def _duties(view: PlanView, actor: Actor) -> Iterator[Duty]:
    for action in view.plan.actions:
        acting_as = tuple(name for name in action.who if actor.is_bound_by(name, view))
        if acting_as:
            yield Duty(action, view, acting_as, tuple(name for name in action.who if name not in acting_as))


def _roles(view: PlanView, actor: Actor) -> Iterator[Role]:
    if not actor.post and view.owner == actor.unit:
        yield from _keeping(view.plan.management or NO_MANAGEMENT)
    yield from _seats(view, actor)
    yield from _in_command(view.plan.command or NOBODY, view, actor)
    yield from _warning(view.plan.warning or NO_WARNING, view, actor)
    yield from _levels(view.plan.response or NO_RESPONSE, view, actor)
    information = view.plan.information or NO_INFORMATION
    if actor.is_bound_by(information.released_by, view):
        limit = say("within {span}", span=span_words(information.within)) if information.within else ""
        yield Role(say("Informs the public"), limit or information.text or _words(information.channels))


def _keeping(own: Management) -> Iterator[Role]:
    yield Role(say("Own plan"), say("This unit keeps the plan."))
    if own.drill_every:
        yield Role(say("Drills"), say("The plan is drilled {rhythm}.", rhythm=rhythm_words(own.drill_every)))
    if own.evaluate_every:
        yield Role(say("Evaluation"), say("It is evaluated {rhythm}.", rhythm=rhythm_words(own.evaluate_every)))


def _seats(view: PlanView, actor: Actor) -> Iterator[Role]:
    """Seats in the headquarters; what the plan says of them goes before what the headquarters says."""
    own, standing = view.plan.command or NOBODY, view.headquarters or NO_SEATS
    seats = (
        (say("Commander"), (own.commander or standing.commander,)),
        (say("Deputy commander"), own.deputies or standing.deputies),
        (say("Office"), (own.office or standing.office,)),
        (say("Member"), standing.members),
    )
    found = tuple(
        seat if name in (actor.unit, actor.post) else say("{seat} ({name})", seat=seat, name=name)
        for seat, names in seats
        for name in names
        if actor.is_bound_by(name, view)
    )
    if found:
        yield Role(say("Headquarters"), say("{headquarters}: {seats}", headquarters=_headquarters(view), seats=found))


def _headquarters(view: PlanView) -> Message | str:
    return view.headquarters.name if view.headquarters else say("Command of this plan")


def _in_command(own: Command, view: PlanView, actor: Actor) -> Iterator[Role]:
    for name, duty in own.duties.items():
        if actor.is_bound_by(name, view):
            yield Role(say("Duty"), duty)
    for group in own.groups:
        if actor.is_bound_by(group.lead, view):
            yield Role(say("Leads {group}", group=group.name), group.duties or "—")
        elif any(actor.is_bound_by(name, view) for name in group.members):
            yield Role(say("Member of {group}", group=group.name), group.duties or "—")


def _warning(own: WarningPart, view: PlanView, actor: Actor) -> Iterator[Role]:
    for item in own.monitoring:
        if actor.is_bound_by(item.by, view):
            what = say("{what}: {threshold}", what=item.what, threshold=item.threshold) if item.threshold else item.what
            yield Role(say("Watches"), what)
    for level in own.levels:
        if actor.is_bound_by(level.issued_by, view):
            yield Role(say("Issues the {colour} warning", colour=label(level.colour)), level.criteria or "—")


def _levels(own: Response, view: PlanView, actor: Actor) -> Iterator[Role]:
    for level in own.levels:
        called = level_words(level.level)
        if actor.is_bound_by(level.decided_by, view):
            yield Role(say("Starts the {level} response", level=called), level.trigger or "—", level.level)
        if actor.is_bound_by(level.commander, view):
            yield Role(say("Commands the {level} response", level=called), view.called(level.commander), level.level)
        if actor.is_bound_by(level.ended_by, view):
            yield Role(say("Ends the {level} response", level=called), level.ends_when or "—", level.level)


def _words(words: tuple[str, ...]) -> Message | str:
    """Words of a closed list, one after the other."""
    return say("{words}", words=tuple(label(word) for word in words)) if words else "—"


def _in_group(name: str | None, plan: Plan) -> tuple[str | None, ...]:
    groups = plan.command.groups if plan.command else ()
    return next(((group.lead, *group.members) for group in groups if group.name == name), ())

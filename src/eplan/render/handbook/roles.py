"""Standing duties of an actor in one plan: seats, groups, watching, warning, deciding, reporting, informing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from eplan.messages import Message, say
from eplan.models.headquarters import Headquarters
from eplan.models.plan import Command, Information, Management, Reporting, Response, WarningPart
from eplan.models.vocabulary import label
from eplan.render.book.plan_view import PlanView
from eplan.render.book.wording import level_words, rhythm_words, span_words
from eplan.render.handbook.actor import Actor

NOBODY, NO_WARNING, NO_RESPONSE = Command(), WarningPart(), Response()
NO_REPORTING, NO_INFORMATION, NO_MANAGEMENT = Reporting(), Information(), Management()
NO_SEATS = Headquarters(name="-")


@dataclass(frozen=True)
class Role:
    """A standing duty; `level` is the response level that it belongs to, `acting_as` the name that the plan uses."""

    label: Message
    value: Message | str = ""
    acting_as: str = ""
    level: int = 0
    kind: Literal["", "seat", "report"] = ""


def roles_in(view: PlanView, actor: Actor) -> Iterator[Role]:
    """What the plan lays on the actor besides actions."""
    if not actor.post and view.owner == actor.unit:
        yield from _keeping(view.plan.management or NO_MANAGEMENT)
    yield from _seats(view, actor)
    yield from _in_command(view.plan.command or NOBODY, view, actor)
    yield from _warning(view.plan.warning or NO_WARNING, view, actor)
    yield from _levels(view.plan.response or NO_RESPONSE, view, actor)
    yield from _reporting(view.plan.reporting or NO_REPORTING, view, actor)
    yield from _informing(view.plan.information or NO_INFORMATION, view, actor)


def _keeping(own: Management) -> Iterator[Role]:
    yield Role(say("Own plan"), say("This unit keeps the plan."))
    if own.drill_every:
        yield Role(say("Drills"), say("The plan is drilled {rhythm}.", rhythm=rhythm_words(own.drill_every)))
    if own.evaluate_every:
        yield Role(say("Evaluation"), say("It is evaluated {rhythm}.", rhythm=rhythm_words(own.evaluate_every)))
    if own.training:
        yield Role(say("Training"), own.training)


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
        seats_held = say("{headquarters}: {seats}", headquarters=_headquarters(view), seats=found)
        yield Role(say("Headquarters"), seats_held, kind="seat")


def _headquarters(view: PlanView) -> Message | str:
    return view.headquarters.name if view.headquarters else say("Command of this plan")


def _in_command(own: Command, view: PlanView, actor: Actor) -> Iterator[Role]:
    for name, duty in own.duties.items():
        if actor.is_bound_by(name, view):
            yield Role(say("Duty"), duty, actor.acting_as(name, view))
    for group in own.groups:
        members = [name for name in group.members if actor.is_bound_by(name, view)]
        if actor.is_bound_by(group.lead, view):
            yield Role(say("Leads {group}", group=group.name), group.duties or "", actor.acting_as(group.lead, view))
        elif members:
            yield Role(say("Member of {group}", group=group.name), group.duties or "", _called(members, view, actor))


def _called(names: list[str], view: PlanView, actor: Actor) -> str:
    """The name under which it is a member, where it is none under its own."""
    called = [actor.acting_as(name, view) for name in names]
    return called[0] if all(called) else ""


def _warning(own: WarningPart, view: PlanView, actor: Actor) -> Iterator[Role]:
    for item in own.monitoring:
        if actor.is_bound_by(item.by, view):
            what = say("{what}: {threshold}", what=item.what, threshold=item.threshold) if item.threshold else item.what
            yield Role(say("Watches"), what, actor.acting_as(item.by, view))
    for level in own.levels:
        if actor.is_bound_by(level.issued_by, view):
            issues = say("Issues the {colour} warning", colour=label(level.colour))
            yield Role(issues, level.criteria or "", actor.acting_as(level.issued_by, view))


def _levels(own: Response, view: PlanView, actor: Actor) -> Iterator[Role]:
    for level in own.levels:
        called = level_words(level.level)
        above = say("above it: {who}", who=view.called(level.escalates_to)) if level.escalates_to else ""
        for name, title, value in (
            (level.decided_by, say("Starts the {level} response", level=called), level.trigger or ""),
            (level.commander, say("Commands the {level} response", level=called), above),
            (level.ended_by, say("Ends the {level} response", level=called), level.ends_when or ""),
        ):
            if actor.is_bound_by(name, view):
                yield Role(title, value, actor.acting_as(name, view), level.level)


def _reporting(own: Reporting, view: PlanView, actor: Actor) -> Iterator[Role]:
    """What whoever reports must know."""
    if any(actor.is_bound_by(hop.from_, view) for hop in own.chain):
        if own.content:
            yield Role(say("Content of reports"), say("{words}", words=own.content), kind="report")
        if own.follow_up:
            yield Role(say("Follow-up reports"), rhythm_words(own.follow_up), kind="report")


def _informing(own: Information, view: PlanView, actor: Actor) -> Iterator[Role]:
    if actor.is_bound_by(own.released_by, view):
        limit = say("within {span}", span=span_words(own.within)) if own.within else ""
        parts = tuple(filter(None, (limit, *map(label, own.channels))))
        value = say("{words}", words=parts) if parts else ""
        yield Role(say("Informs the public"), value, actor.acting_as(own.released_by, view))
        if own.text:
            yield Role(say("How the public is informed"), own.text)

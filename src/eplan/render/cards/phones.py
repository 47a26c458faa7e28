"""Whom a post calls: who is told by it, who decides, who acts beside it, its own unit."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.messages import Message, say
from eplan.models.units import Contact, Unit
from eplan.render.book.means import line_of
from eplan.render.book.plan_view import PlanView
from eplan.render.cards.asked import Asked
from eplan.repository import Repository


@dataclass(frozen=True)
class Phone:
    """A number, whose it is and why one calls it; the number is empty where the folder has none."""

    name: str
    number: str
    why: Message
    example: bool


def phones_of(unit: Unit, contact: Contact, own: Asked, beside: Asked, repository: Repository) -> tuple[Phone, ...]:
    """The numbers, each once, those that are needed first at the top; nobody calls himself."""
    found: dict[str, Phone] = {}
    for name, why in (*_called(own, beside), *_colleagues(unit)):
        for phone in _phones(name, why, repository):
            if phone.name != contact.post:
                found.setdefault(phone.name, phone)
    return tuple(found.values())


def _called(own: Asked, beside: Asked) -> Iterator[tuple[str, Message]]:
    for line in (*own.reported, *beside.reported):
        yield line.receiver, say("is told")
    for plan in own.plans:
        if plan.roles or plan.duties:
            yield from ((name, say("decides or commands")) for name in _deciding(plan.view))
    for plan in own.plans:
        for duty in plan.duties:
            yield from ((name, say("acts beside")) for name in duty.others)


def _deciding(view: PlanView) -> Iterator[str]:
    levels = view.plan.response.levels if view.plan.response else ()
    named = (name for level in levels for name in (level.decided_by, level.commander, level.ended_by))
    return (view.called(name) for name in named if name)


def _colleagues(unit: Unit) -> Iterator[tuple[str, Message]]:
    yield from ((name, say("own unit")) for name in (unit.name, *(contact.post for contact in unit.contacts)))


def _phones(name: str, why: Message, repository: Repository) -> Iterator[Phone]:
    """The number of a post or team, of a unit at any hour, of who commands a headquarters and of its office."""
    headquarters, team = repository.headquarters_by_name.get(name), repository.team_by_id.get(name)
    if name in repository.post_by_name:
        placed, contact = repository.post_by_name[name]
        yield Phone(name, contact.phone or "", why, placed.model.example or contact.example)
    elif headquarters:
        for seat in filter(None, (headquarters.model.commander, headquarters.model.office)):
            yield from _phones(seat, why, repository)
    elif team:
        yield Phone(team.model.name, team.model.phone or "", why, team.model.example)
    elif name in repository.unit_by_name:
        yield _of_unit(repository.unit_by_name[name].model, why)
    elif name in repository.group_by_name:
        for member in repository.expand((name,)):
            yield from _phones(member, why, repository)


def _of_unit(unit: Unit, why: Message) -> Phone:
    line = line_of(unit)
    return (
        Phone(line.post or unit.name, line.number, why, line.example)
        if line
        else Phone(unit.name, "", why, unit.example)
    )

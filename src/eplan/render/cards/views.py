"""Pocket cards as a view: for each unit and each post with a role what the plans in force ask of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from eplan.messages import Refusal, say
from eplan.models.units import Contact, Unit
from eplan.render.book.means import means_of_folder
from eplan.render.book.plan_view import PlanView
from eplan.render.handbook.duties import Actor, PlanDuties
from eplan.render.handbook.views import Edition, HopLine, duties_of, edition, hop_lines, known_unit, plan_views
from eplan.render.views.report import Judged
from eplan.repository import Repository


@dataclass(frozen=True)
class Card:
    """One card. A post that makes no report of its own has the reports of its unit."""

    actor: Actor
    unit: Unit
    contact: Contact | None
    plans: tuple[PlanDuties, ...]
    reported: tuple[HopLine, ...]
    phones: tuple[tuple[str, str], ...]

    @property
    def has_examples(self) -> bool:
        return self.unit.example or any(plan.view.plan.example for plan in self.plans)


@dataclass(frozen=True)
class Deck:
    """All cards that were asked for."""

    edition: Edition
    unit: Unit | None
    cards: tuple[Card, ...]


def deck(judged: Judged, name: str | None) -> Deck:
    """A card for every unit and post that has an action, a seat or a group; `name` keeps the cards of one unit."""
    repository = judged.repository
    unit = known_unit(name, repository) if name else None
    binding = _binding(plan_views(repository, means_of_folder(repository)))
    units = (unit,) if unit else tuple(placed.model for placed in repository.units)
    cards = tuple(card for item in units for card in _cards(item, binding.get(item.name, ()), repository))
    if not cards:
        raise Refusal(say("no plan in force gives anybody here a task; there is no card to print"))
    return Deck(edition(judged), unit, cards)


def _binding(plans: Iterable[PlanView]) -> Mapping[str, list[PlanView]]:
    """The plans that bind each unit."""
    found: dict[str, list[PlanView]] = {}
    for view in plans:
        for unit in dict.fromkeys((view.owner, *(unit for units in view.bound.values() for unit in units))):
            found.setdefault(unit, []).append(view)
    return found


def _cards(unit: Unit, plans: Iterable[PlanView], repository: Repository) -> Iterator[Card]:
    """The card of the unit itself, then those of its posts."""
    posts = frozenset(contact.post for contact in unit.contacts)
    actors = (Actor(unit.name, apart=posts), *(Actor(unit.name, contact.post) for contact in unit.contacts))
    of_unit = hop_lines((plan.view, plan.reported) for plan in duties_of(Actor(unit.name), plans))
    contacts = {contact.post: contact for contact in unit.contacts}
    for actor in actors:
        found = tuple(plan for plan in duties_of(actor, plans) if plan.duties or plan.roles)
        if found:
            reported = hop_lines((plan.view, plan.reported) for plan in found) or of_unit
            phones = tuple(_phones(unit, reported, repository))
            yield Card(actor, unit, contacts.get(actor.post), found, reported, phones)


def _phones(unit: Unit, reported: Iterable[HopLine], repository: Repository) -> Iterator[tuple[str, str]]:
    """The unit's own duty phone, then those of everybody who is to be told."""
    if unit.duty_phone:
        yield unit.name, unit.duty_phone
    for name in dict.fromkeys(line.receiver for line in reported):
        number = _number(name, repository)
        if number and name != unit.name:
            yield name, number


def _number(name: str, repository: Repository) -> str | None:
    """The telephone of a post, or the duty phone of a unit or of the office of a headquarters."""
    if name in repository.post_by_name:
        unit, contact = repository.post_by_name[name]
        return contact.phone or unit.model.duty_phone
    headquarters = repository.headquarters_by_name.get(name)
    found = repository.unit_by_name.get((headquarters.model.office if headquarters else None) or name)
    return found.model.duty_phone if found else None

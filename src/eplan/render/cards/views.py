"""Pocket cards as a view: for each post what the plans in force ask of it, then of its unit, and whom it calls."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from eplan.messages import Refusal, say
from eplan.models.units import Contact, Unit
from eplan.render.book.choice import Choice, known
from eplan.render.book.means import means_of_folder
from eplan.render.book.plan_view import PlanView
from eplan.render.cards.asked import Asked, asked_of, first_hours
from eplan.render.cards.phones import Phone, phones_of
from eplan.render.handbook.actor import Actor
from eplan.render.handbook.views import Edition, duties_of, edition, plan_views
from eplan.render.views.report import Judged
from eplan.repository import Repository


@dataclass(frozen=True)
class Card:
    """The card of one post: `own` is asked of it by name, `beside` of its unit in the first hours."""

    unit: Unit
    contact: Contact
    own: Asked
    beside: Asked
    phones: tuple[Phone, ...]

    @property
    def has_examples(self) -> bool:
        plans = (*self.own.plans, *self.beside.plans)
        return self.unit.example or self.contact.example or any(plan.view.plan.example for plan in plans)


@dataclass(frozen=True)
class Deck:
    """All cards that were asked for."""

    edition: Edition
    cards: tuple[Card, ...]


def deck(judged: Judged, unit: str | None = None, post: str | None = None, plan: str | None = None) -> Deck:
    """A card for every post that is asked for something; of one unit, one post, one plan where these are given."""
    repository = judged.repository
    _refuse_unknown(post, repository)
    choice = known(Choice(units=(unit,) if unit else (), plans=(plan,) if plan else ()), repository)
    views = plan_views(repository, means_of_folder(repository))
    bound = _bound((view for view in views if plan in (None, view.id)), repository)
    cards = tuple(
        card
        for placed in repository.units
        if not choice.units or placed.model.name in choice.units
        for card in _cards(placed.model, post, bound.get(placed.model.name, ()), repository)
    )
    if not cards:
        raise Refusal(say("no plan in force asks anything of such a post; there is no card to print"))
    return Deck(edition(judged), cards)


def _refuse_unknown(post: str | None, repository: Repository) -> None:
    if not post or post in repository.post_by_name:
        return
    if near := get_close_matches(post, repository.post_by_name, n=1, cutoff=0.4):
        raise Refusal(say("no post is called '{post}'; did you mean {near}?", post=post, near=near))
    raise Refusal(
        say("no post is called '{post}'; the contacts in {file} name them", post=post, file="data/units.yaml")
    )


def _bound(views: Iterable[PlanView], repository: Repository) -> Mapping[str, list[PlanView]]:
    """The plans that bind each unit, or the posts of it."""
    found: dict[str, list[PlanView]] = {}
    for view in views:
        commanding = map(repository.unit_behind, view.commanders.values())
        for unit in {*commanding, *(unit for units in view.bound.values() for unit in units)}:
            found.setdefault(unit, []).append(view)
    return found


def _cards(unit: Unit, post: str | None, views: Iterable[PlanView], repository: Repository) -> Iterator[Card]:
    posts = frozenset(contact.post for contact in unit.contacts)
    of_unit = duties_of(Actor(unit.name, apart=posts), views)
    for contact in unit.contacts:
        if post in (None, contact.post):
            own = asked_of(contact.post, duties_of(Actor(unit.name, contact.post), views))
            beside = asked_of(unit.name, first_hours(of_unit, own))
            if own or beside:
                yield Card(unit, contact, own, beside, phones_of(unit, contact, own, beside, repository))

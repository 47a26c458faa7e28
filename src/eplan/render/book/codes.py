"""Codes of plans and books: made of what their pages say, whatever the day, the language and the format.

A comment, the order of keys, a note, an accepted finding or a record that no page prints does not change a code. What
the day alone changes on a page (stock past its last day, steps that are still to come) does not either, but whether a
plan is a draft does.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from eplan.codes import code_of, substance
from eplan.models.plan import Plan
from eplan.models.refs import references
from eplan.render.book.audience import Audience
from eplan.render.book.choice import Choice
from eplan.render.book.means import Means, Stock
from eplan.render.book.plan_view import PlanView
from eplan.render.views.plans import PlanState

_UNPRINTED = frozenset(("can-run-with", "internal", "edition"))
_UNPRINTED_OF_EDITION = frozenset(
    ("drafted", "risk-assessed", "surveyed", "consulted", "reviewed", "published", "classified", "withdrawn")
)
_OF_TEAM = ("id", "name", "unit", "members", "skills", "ready_in", "leader", "phone", "example")
_OF_SHELTER = ("id", "name", "unit", "area_m2", "capacity", "serves", "keeper", "phone", "example")
_OF_HAZARD = ("id", "kind", "place", "unit", "level", "threatens", "example")
_OF_ITEM = ("name", "spec", "quantity", "minimum", "store", "keeper", "phone", "example")
_OF_CONTACT = ("post", "name", "phone", "example")


def plan_code(view: PlanView, audience: Audience) -> str:
    """The code that stands on every page of a plan."""
    return code_of(
        {
            "draft": view.state is PlanState.DRAFT,
            "audience": audience,
            "plan": substance(view.plan, _UNPRINTED),
            "edition": substance(view.plan.edition, _UNPRINTED_OF_EDITION),
            "owner": view.owner,
            "parent": view.parent,
            "headquarters": substance(view.headquarters),
            "names": dict(_names(view.plan, view)),
            "means": {name: list(_told(view.means, view, name)) for name in sorted(_tables(view.plan))},
        }
    )


def book_code(choice: Choice, audience: Audience, district: str, plans: Iterable[str], means: Means) -> str:
    """The code of the pages of a book that belong to no plan; `plans` are the codes of its plans.

    A book of one plan has the code of the plan.
    """
    codes = list(plans)
    if choice.plans and len(codes) == 1:
        return codes[0]
    scope = [choice.categories, choice.kinds, choice.units, choice.plans]
    appendices = {
        "contacts": [] if audience == "public" else list(_contacts(means)),
        "stocks": [(stock.unit, _fields(stock.item, _OF_ITEM)) for stock in means.stocks],
        "teams": [_fields(team, _OF_TEAM) for team in means.teams],
        "shelters": [_fields(shelter, _OF_SHELTER) for shelter in means.shelters],
    }
    return code_of(
        {"scope": scope, "audience": audience, "district": district, "plans": codes, "appendices": appendices}
    )


def _names(plan: Plan, view: PlanView) -> Iterator[tuple[str, str]]:
    """What pages print instead of the ids and aliases that the plan names."""
    for reference in references(plan):
        called = view.called(reference.name) if reference.space != "supply" else view.item(reference.name)
        if called != reference.name:
            yield reference.name, called


def _tables(plan: Plan) -> Iterator[str]:
    """The tables of the folder's data that the pages of a plan hold."""
    yield from {annex.table for annex in plan.annexes if annex.table}
    if isinstance(plan.risks, tuple):
        yield "hazards"
    if plan.support and plan.support.teams:
        yield "teams"


def _told(means: Means, view: PlanView, name: str) -> Iterator[Any]:
    match name:
        case "contacts":
            yield from _contacts(means)
        case "supplies":
            yield from ((need.item, str(need.quantity), list(map(_place, need.stocks))) for need in view.needs)
        case "teams":
            yield from (_fields(team, _OF_TEAM) for team in means.teams)
        case "shelters":
            yield from (_fields(shelter, _OF_SHELTER) for shelter in means.shelters)
        case "hazards":
            yield from (_fields(hazard, _OF_HAZARD) for hazard in means.hazards)


def _contacts(means: Means) -> Iterator[Any]:
    for unit in means.units:
        yield unit.name, unit.duty_phone, [_fields(contact, _OF_CONTACT) for contact in unit.contacts]


def _place(stock: Stock) -> Any:
    return stock.unit, stock.item.name, str(stock.item.quantity), stock.item.store, stock.item.example


def _fields(record: BaseModel, names: Iterable[str]) -> list[str]:
    return [str(getattr(record, name)) for name in names]

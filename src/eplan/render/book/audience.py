"""What a book for the public leaves out: persons, telephones, contacts, and the parts that a plan calls internal."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from eplan.models.plan import Plan
from eplan.models.resources import Shelter, Supply, Team
from eplan.models.units import Contact, Unit
from eplan.repository import Placed, Repository

Audience = Literal["internal", "public"]
AUDIENCES: Mapping[str, Audience] = {"internal": "internal", "public": "public"}
_TABLES_OF_SUPPORT = ("supplies", "teams", "shelters")


def for_public(repository: Repository) -> Repository:
    """The same repository without what the public does not read: what is not in it cannot be printed by mistake."""
    return replace(repository, records={kind: _opened(kind, found) for kind, found in repository.records.items()})


def _opened(kind: type, found: tuple[Placed[Any], ...]) -> tuple[Placed[Any], ...]:
    """The records of one type; a classified plan is not among them."""
    if kind not in _OPENED:
        return found
    told = (item for item in found if kind is not Plan or not item.model.edition.classified)
    return tuple(item._replace(model=_OPENED[kind](item.model)) for item in told)


def _plan(plan: Plan) -> Plan:
    hidden = {
        name: info.get_default()
        for name, info in Plan.model_fields.items()
        if info.alias in plan.internal and not info.is_required()
    }
    tables = ("contacts", *(_TABLES_OF_SUPPORT if "support" in hidden else ()))
    annexes = tuple(annex for annex in plan.annexes if annex.table not in tables)
    return plan.model_copy(update={"annexes": annexes, **hidden})


def _unit(unit: Unit) -> Unit:
    """Posts stay, because plans give duties to them."""
    posts = tuple(Contact(post=contact.post) for contact in unit.contacts)
    return unit.model_copy(update={"contacts": posts, "duty_phone": None})


def _team(team: Team) -> Team:
    return team.model_copy(update={"leader": None, "phone": None})


def _kept(record: Supply | Shelter) -> Supply | Shelter:
    return record.model_copy(update={"keeper": None, "phone": None})


_OPENED: dict[type, Callable[[Any], Any]] = {Plan: _plan, Unit: _unit, Team: _team, Supply: _kept, Shelter: _kept}

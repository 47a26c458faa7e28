"""What readiness is counted from: for each question the records that are as they should be, and all that are asked.

Where a rule already says what is wrong, its findings decide, so that a report never disagrees with the check.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from eplan.calendar import Period
from eplan.checking import found_by
from eplan.document import Loc
from eplan.finding import Fault
from eplan.models.hazards import Hazard
from eplan.models.headquarters import Headquarters
from eplan.models.practice import Drill, Shift
from eplan.models.resources import Supply, Team
from eplan.render.views.figures import Figure, count
from eplan.render.views.tasks import State, is_done_example, state_of
from eplan.repository import Placed, Repository
from eplan.rules import all_rules

Counted = tuple[Figure, Figure]
"""The records that are as they should be, and all that are asked about."""


class Asked(NamedTuple):
    """A record, or a part of one, that is asked about."""

    name: str
    file: str
    loc: Loc
    example: bool


class Promise(NamedTuple):
    """Something that was to be closed by a day."""

    name: str
    due: date | None
    closed: date | None
    example: bool


def tasks_on_schedule(repository: Repository, _period: Period) -> Counted:
    """Tasks with a deadline that are done in time or still have time."""
    day = repository.as_of
    dated = [task for task in repository.tasks if task.model.deadline_on(day)]
    kept = (task for task in dated if state_of(task.model, day) in (State.IN_TIME, State.OPEN))
    return count(kept, is_done_example), count(dated, is_done_example)


def headquarters_with_plan(repository: Repository, _period: Period) -> Counted:
    """Headquarters established by the day that have a plan in force."""
    bodies = (
        body
        for body in repository.of(Headquarters)
        if not body.model.no_plan_needed and (body.model.established or date.min) <= repository.as_of
    )
    return _sound(repository, map(_whole, bodies), "C102")


def plans_drilled(repository: Repository, _period: Period) -> Counted:
    """Plans in force that are drilled as often as the law and the plan ask."""
    return _sound(repository, map(_whole, repository.plans_in_force), "L301")


def corrections_in_time(repository: Repository, _period: Period) -> Counted:
    """What drills showed, put right by its deadline."""
    return _kept(
        (
            Promise(f"{drill.id}#{index}", item.due, item.closed, drill.model.example or item.example)
            for drill in repository.of(Drill)
            for index, item in enumerate(drill.model.actions, start=1)
            if drill.model.held and drill.model.held <= repository.as_of
        ),
        repository.as_of,
    )


def rectifications_in_time(repository: Repository, _period: Period) -> Counted:
    """Hazards put right by their deadline."""
    return _kept(
        (
            Promise(f"{hazard.id}#{index}", item.deadline, item.closed, hazard.model.example or item.example)
            for hazard in repository.of(Hazard)
            for index, item in enumerate(hazard.model.rectifications, start=1)
            if item.found <= repository.as_of
        ),
        repository.as_of,
    )


def supplies_sound(repository: Repository, _period: Period) -> Counted:
    """Items that can be counted on."""
    return _sound(repository, map(_whole, repository.of(Supply)), "S101", "S103", "S104", "S105", "S106")


def teams_trained(repository: Repository, _period: Period) -> Counted:
    """Teams that were trained within the interval; teams of experts are not asked."""
    return _sound(repository, (_whole(team) for team in repository.of(Team) if team.model.kind != "expert"), "M101")


def communities_sheltered(repository: Repository, _period: Period) -> Counted:
    """Communities and villages that a shelter serves; the rule asks a whole district only."""
    units = repository.units if repository.config_place else ()
    return _sound(repository, (_whole(unit) for unit in units if unit.model.kind in ("community", "village")), "M203")


def shifts_complete(repository: Repository, period: Period) -> Counted:
    """Shifts of the period with leader and staff, and nobody missing until the next one."""
    past = (
        _shift(shift)
        for shift in repository.of(Shift)
        if shift.model.date in period and shift.model.date <= repository.as_of
    )
    return _sound(repository, past, "M401", "M404", "M405")


def _shift(shift: Placed[Shift]) -> Asked:
    model = shift.model
    return _whole(shift)._replace(name=f"{model.unit} {model.date} {model.from_}")


def contacts_verified(repository: Repository, _period: Period) -> Counted:
    """Telephone numbers that were tried within the interval."""
    return _sound(repository, _numbers(repository), "M406")


def _numbers(repository: Repository) -> Iterator[Asked]:
    for unit in repository.units:
        for index, contact in enumerate(unit.model.contacts):
            if contact.phone:
                place = unit.at("contacts", index)
                yield Asked(contact.post, str(place.document.path), place.loc, contact.example)


def _whole(record: Placed[Any]) -> Asked:
    return Asked(record.id, *place_of(record), bool(record.model.example))


def _sound(repository: Repository, asked: Iterable[Asked], *rules: str) -> Counted:
    """The records in which the rules find nothing, and all records."""
    all_asked = tuple(asked)
    faulty = blamed(repository, rules) if all_asked else frozenset()
    return _figure(item for item in all_asked if (item.file, item.loc) not in faulty), _figure(all_asked)


def place_of(record: Placed[Any]) -> tuple[str, Loc]:
    """Where a record stands, as `blamed` names places."""
    return str(record.document.path), record.loc


def blamed(repository: Repository, rules: Iterable[str]) -> frozenset[tuple[str, Loc]]:
    """Every place in which one of the rules finds something, and every place that it lies in."""
    founds = (found for rule in rules for found in found_by(all_rules()[rule], repository))
    places = (found.place for found in founds if not isinstance(found, Fault))
    return frozenset(
        (str(place.document.path), place.loc[:length]) for place in places for length in range(len(place.loc) + 1)
    )


def _kept(promises: Iterable[Promise], day: date) -> Counted:
    """Of what fell due before the day, or was closed by then: what was closed by its deadline."""
    due = [item for item in promises if item.due and (item.due < day or (item.closed and item.closed <= day))]
    kept = (item for item in due if item.due and item.closed and item.closed <= min(item.due, day))
    return _figure(kept), _figure(due)


def _figure(items: Iterable[Asked] | Iterable[Promise]) -> Figure:
    found: tuple[Asked | Promise, ...] = tuple(items)
    return Figure(len(found), tuple(item.name for item in found), any(item.example for item in found))

"""What the law asks of one unit or plan on a day, and what a folder has to do anew since another day."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from eplan.citing import cited
from eplan.coverage import hazards_of, plans_by_owner
from eplan.law import Law, holds_in, in_force, strictness
from eplan.models.law import Instrument, Requirement
from eplan.models.plan import Plan
from eplan.models.questions import PLAN_QUESTIONS, QUESTIONS, UNIT_QUESTIONS, PlanQuestion, Question, UnitQuestion
from eplan.models.units import Unit
from eplan.models.vocabulary import FORCES
from eplan.obligations import is_about, subjects_of
from eplan.repository import Placed, Repository

_OCCASIONS = ("warning", "response")
"""A plan provides for both, so what is asked of them is asked of it."""
_OF_KEEPERS = ("unit-drill", "duty-roster", "duty-leader", "duty-phone", "stock-count", "supply-rotation")
"""Where such a requirement names hazards, it binds the units that keep a plan about one of them."""
_DEMAND = (
    "about", "subjects", "hazards", "categories", "levels", "hop", "at_most", "at_least", "every", "includes",
    "thresholds", "names", "jurisdiction",
)  # fmt: skip


class Asked(NamedTuple):
    """One question and the requirements that answer it, the strictest first."""

    about: Question
    rows: tuple[Requirement, ...]


def asked_of_plan(plan: Placed[Plan], repository: Repository) -> tuple[Asked, ...]:
    """What binds a plan on the day of the check, in the order of a plan's life."""
    return _by_question(PLAN_QUESTIONS, repository, lambda row: binds_plan(row, plan, repository))


def asked_of_unit(unit: Placed[Unit], repository: Repository) -> tuple[Asked, ...]:
    """What binds a unit on the day of the check."""
    kept = kept_hazards(repository).get(unit.id, frozenset())
    return _by_question(UNIT_QUESTIONS, repository, lambda row: binds_unit(row, unit, kept))


def binds_plan(row: Requirement, plan: Placed[Plan], repository: Repository) -> bool:
    """Whether a requirement is one that plans answer, and binds this one."""
    subjects = (*subjects_of(plan, repository), *_OCCASIONS)
    is_named = not row.subjects or any(subject in row.subjects for subject in subjects)
    return row.about in PLAN_QUESTIONS and is_named and is_about(row, plan)


def kept_hazards(repository: Repository) -> Mapping[str, frozenset[str]]:
    """The hazards that each unit keeps plans about."""
    return {owner: hazards_of(plans) for owner, plans in plans_by_owner(repository).items()}


def binds_unit(row: Requirement, unit: Placed[Unit], kept: frozenset[str]) -> bool:
    """Whether a requirement is one that units answer, and binds this one, which keeps plans about some hazards."""
    is_named = not row.subjects or unit.model.kind in row.subjects
    if row.about not in UNIT_QUESTIONS or not is_named:
        return False
    return row.about not in _OF_KEEPERS or not row.hazards or not kept.isdisjoint(row.hazards)


def _by_question(
    questions: Iterable[Question | PlanQuestion | UnitQuestion],
    repository: Repository,
    binds: Callable[[Requirement], bool],
) -> tuple[Asked, ...]:
    on = repository.on
    rows = [row for row in on.law.requirements if _counts(row, repository, on.as_of) and binds(row)]
    asked = (Asked(about, in_order(row for row in rows if row.about == about)) for about in questions)
    return tuple(each for each in asked if each.rows)


def _counts(row: Requirement, repository: Repository, day: date) -> bool:
    return in_force(row, day) and holds_in(row, repository.on.config.jurisdictions)


def in_order(rows: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """By the step of a report, then the strictest first, then the one of heavier force."""
    return tuple(sorted(rows, key=lambda row: (row.hop or "", strictness(row), FORCES.index(row.force))))


class Replaced(NamedTuple):
    """An instrument that came, went, or gave way to a newer edition, and the plans that cite the old one."""

    old: Instrument | None
    new: Instrument | None
    cited_by: tuple[str, ...]


class Shift(NamedTuple):
    """What is asked anew and no longer on one question, what only stands elsewhere now, and whom it touches."""

    about: Question
    came: tuple[Requirement, ...]
    went: tuple[Requirement, ...]
    restated: tuple[tuple[Requirement, Requirement], ...]
    touched: tuple[str, ...]


class Changes(NamedTuple):
    """What the law changed between two days, as far as it holds here."""

    since: date
    until: date
    instruments: tuple[Replaced, ...]
    shifts: tuple[Shift, ...]


def changes(repository: Repository, since: date) -> Changes:
    """What came and went after `since`, up to the day of the check, and what of the folder it touches."""
    now = repository.as_of
    plans = tuple(plan for plan in repository.plans if not plan.model.edition.is_withdrawn_on(now))
    folder = _Living(repository, plans, kept_hazards(repository))
    shifts = (_shift(about, folder, since) for about in QUESTIONS)
    moved = tuple(shift for shift in shifts if shift.came or shift.went or shift.restated)
    return Changes(since, now, tuple(_replaced(folder, since)), moved)


class _Living(NamedTuple):
    """What changes may touch: plans that are not withdrawn, units by what they keep plans about."""

    repository: Repository
    plans: tuple[Placed[Plan], ...]
    kept: Mapping[str, frozenset[str]]


def _replaced(folder: _Living, since: date) -> Iterator[Replaced]:
    repository = folder.repository
    law, now = repository.on.law, repository.as_of
    here = [item for item in law.instruments if holds_in(item, repository.on.config.jurisdictions)]
    successors: set[str] = set()
    for old in here:
        if in_force(old, since) and not in_force(old, now):
            new = law.superseding(old, now)
            successors.update(filter(None, (new.id if new else None,)))
            yield Replaced(old, new, tuple(_citing(folder, old)))
    for new in here:
        if in_force(new, now) and not in_force(new, since) and new.id not in successors:
            yield Replaced(None, new, ())


def _citing(folder: _Living, instrument: Instrument) -> Iterator[str]:
    for plan in folder.plans:
        issued = plan.model.edition.issued or folder.repository.as_of
        if any(each.edition is instrument for each in cited(plan, issued)):
            yield plan.id


def _shift(about: Question, folder: _Living, since: date) -> Shift:
    repository, now = folder.repository, folder.repository.as_of
    moved = [
        (row, touched)
        for row in repository.on.law.requirements
        if row.about == about and _counts(row, repository, since) != _counts(row, repository, now)
        if (touched := _touched(row, folder)) is not None
    ]
    went = [row for row, _ in moved if _counts(row, repository, since)]
    came = [row for row, _ in moved if _counts(row, repository, now)]
    restated = tuple(_restated(went, came))
    same = {row.id for pair in restated for row in pair}
    names = dict.fromkeys(name for row, touched in moved if row.id not in same for name in touched)
    came_anew, gone = (in_order(row for row in rows if row.id not in same) for rows in (came, went))
    return Shift(about, came_anew, gone, restated, tuple(names))


def _restated(went: Iterable[Requirement], came: Iterable[Requirement]) -> Iterator[tuple[Requirement, Requirement]]:
    """A new edition that asks the same as the old one."""
    waiting = {_demand(row): row for row in came}
    for row in went:
        newer = waiting.pop(_demand(row), None)
        if newer is not None:
            yield row, newer


def _demand(row: Requirement) -> str:
    return repr([getattr(row, name) for name in _DEMAND])


def _touched(row: Requirement, folder: _Living) -> tuple[str, ...] | None:
    """The plans or units that a requirement binds; None where there are none; what binds other records names nobody."""
    if row.about in PLAN_QUESTIONS:
        return tuple(plan.id for plan in folder.plans if binds_plan(row, plan, folder.repository)) or None
    if row.about in UNIT_QUESTIONS:
        units, kept = folder.repository.units, folder.kept
        return tuple(unit.id for unit in units if binds_unit(row, unit, kept.get(unit.id, frozenset()))) or None
    return ()


def instruments_here(law: Law, day: date, jurisdictions: Iterable[str]) -> tuple[Instrument, ...]:
    """The instruments in force on a day that hold in the country or in one of some places."""
    places = tuple(jurisdictions)
    return tuple(item for item in law.instruments if in_force(item, day) and holds_in(item, places))

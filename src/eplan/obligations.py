"""What the law asks of a plan: which requirements bind it, and by which day something must be done."""

from collections.abc import Iterable
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple

from eplan.calendar import UnknownHolidaysError, add_working_days, period_of
from eplan.finding import Severity
from eplan.law import Law, concerns, heaviest, strictest
from eplan.messages import Message, say
from eplan.models.hazards import Hazard
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.quantities import Duration
from eplan.models.vocabulary import label
from eplan.repository import Placed, Repository

Every = Duration | str
USUAL_PERIOD = Duration(20, "工作日")
"""Practice, where a law asks for something after the issue of a plan and gives no period."""
USUAL_INTERVAL = Duration(3, "y")
"""Practice, where neither a law nor the plan says how often."""
_STRUCTURES = {"comprehensive": "comprehensive", "special": "special-unit", "on-site": "on-site"}
_DAY = timedelta(days=1)
_SPANS = {
    "min": say("{amount} min"),
    "h": say("{amount} h"),
    "d": say("{amount} d"),
    "工作日": say("{amount} working days"),
    "w": say("{amount} w"),
    "mo": say("{amount} mo"),
    "y": say("{amount} y"),
}


def structure_of(plan: Plan) -> str | None:
    """What requirements call the structure of a unit's plan."""
    return _STRUCTURES.get(plan.structure or "")


def subjects_of(plan: Placed[Plan], repository: Repository) -> tuple[str, ...]:
    """What requirements call a plan: its kind; a unit's plan also by its structure and its owner's kind."""
    model = plan.model
    if model.kind != "unit":
        return (model.kind,)
    owner = repository.unit_by_name.get(model.owner)
    return tuple(filter(None, (model.kind, structure_of(model), owner.model.kind if owner else None)))


def binding(plan: Placed[Plan], repository: Repository, about: str, day: date) -> tuple[Requirement, ...]:
    """The requirements on one question that bind a plan on a day."""
    concerning = plan.model.hazards, plan.model.category
    rows = plan.on.requiring(about, *subjects_of(plan, repository), day=day, concerning=concerning)
    return tuple(row for row in rows if _is_narrowed_to(row, plan))


def is_about(row: Requirement, plan: Placed[Plan]) -> bool:
    """Whether a requirement is about the hazards, the category, the structure and the title of a plan."""
    return concerns(row, plan.model.hazards, plan.model.category) and _is_narrowed_to(row, plan)


def _is_narrowed_to(row: Requirement, plan: Placed[Plan]) -> bool:
    """Some rows are about plans of some structures, or about plans with a word in the title."""
    match row.about:
        case "plan-drill":
            return not row.includes or structure_of(plan.model) in row.includes
        case "plan-publication" | "plan-content":
            return not row.names or any(name in plan.model.title for name in row.names)
        case _:
            return True


def asked_of(hazard: Placed[Hazard], about: str) -> tuple[Requirement, ...]:
    """What is asked of a hazard; what binds some levels only does not bind a hazard without a level."""
    model = hazard.model
    rows = hazard.on.requiring(about)
    return tuple(row for row in rows if concerns(row, (model.kind,), None, model.level or 0))


def spoken(every: Every) -> Message:
    """A span of time or a rhythm in words."""
    if isinstance(every, str):
        return say("once in each {period}", period=label(every))
    return Message(_SPANS[every.unit].text, {"amount": every.amount})


class Limit(NamedTuple):
    """By when something must be done. `last` is None where working days of `unknown_year` cannot be counted."""

    rows: tuple[Requirement, ...]
    span: Duration
    last: date | None
    unknown_year: int | None = None

    @property
    def is_by_law(self) -> bool:
        """Whether a law sets the period, not only practice."""
        return any(row.at_most for row in self.rows)

    @property
    def severity(self) -> Severity:
        return heaviest(self.rows, Severity.INFO)


def limit_after_issue(plan: Placed[Plan], repository: Repository, *questions: str) -> Limit | None:
    """The limit that the law in force on the day of issue sets; None where it asks for nothing."""
    issued = plan.model.edition.issued
    if issued is None or issued > plan.on.as_of:
        return None
    rows = tuple(row for about in questions for row in binding(plan, repository, about, issued))
    if not rows:
        return None
    sharpest = strictest(row for row in rows if row.at_most)
    span = sharpest.at_most if sharpest and sharpest.at_most else USUAL_PERIOD
    try:
        return Limit(rows, span, _last_day(span, issued))
    except UnknownHolidaysError as error:
        return Limit(rows, span, None, error.year)


def _last_day(span: Duration, start: date) -> date:
    try:
        return add_working_days(start, span.amount) if span.is_working_days else span.after(start)
    except (OverflowError, ValueError):
        return date.max


def next_due(every: Every, last: date) -> date:
    """By when something is due again: an interval runs from the last time, a calendar period wants one time in each."""
    try:
        return every.after(last) if isinstance(every, Duration) else _end_of_next(every, last)
    except (OverflowError, ValueError):
        return date.max


def _end_of_next(period: str, day: date) -> date:
    """The last day of the first calendar period that begins after `day`; terms have holidays between them."""
    if period == "day":
        return day + _DAY
    current = period_of(period, day)
    day = (current.last if current else day) + _DAY
    while (following := period_of(period, day)) is None:
        day += _DAY
    return following.last


class Lapse(NamedTuple):
    """Something that recurs and was due on `due`. `rows` are the requirements broken, heaviest severity included."""

    due: date
    every: Every
    rows: tuple[Requirement, ...]
    severity: Severity | None
    is_own: bool = False

    @property
    def rhythm(self) -> Message:
        """How often, and whether that is the plan's own word and no law's."""
        return say("{every}, as the plan itself says", every=spoken(self.every)) if self.is_own else spoken(self.every)


def lapse(rows: Iterable[Requirement], own: Duration | None, done: date | None, plan: Placed[Plan]) -> Lapse | None:
    """What became overdue since it was last done, else since the issue: by law, or by the plan's own interval.

    The plan's interval binds from its issue, a law's from its first day; where neither gives one, practice does.
    """
    issued, today = plan.model.edition.issued, plan.on.as_of
    if issued is None:
        return None
    last = done or issued
    asked = [row for row in rows if row.every]
    broken = tuple(row for row in asked if _due_by_law(row, last, plan.on.law) < today)
    due = [(_due_by_law(row, last, plan.on.law), False, row.every) for row in broken if row.every]
    if own and (promised := next_due(own, max(last, issued))) < today:
        due.append((promised, True, own))
    elif not asked and not own and (usual := next_due(USUAL_INTERVAL, last)) < today:
        return Lapse(usual, USUAL_INTERVAL, (), Severity.INFO)
    if not due:
        return None
    first, is_own, every = min(due, key=itemgetter(0, 1))
    return Lapse(first, every, broken, heaviest(broken, Severity.WARNING), is_own)


def _due_by_law(row: Requirement, last: date, law: Law) -> date:
    """A law that came later than the last time gives its own interval from its first day on."""
    if row.every is None:
        return date.max
    is_newer = row.valid_from is not None and row.valid_from > last
    return next_due(row.every, max(last, law.asked_since[row.id]) if is_newer else last)

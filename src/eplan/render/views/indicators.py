"""Readiness indicators: name, description and method of each, and its course over the last periods (M25)."""

from collections.abc import Callable
from dataclasses import dataclass

from eplan.calendar import Period, previous
from eplan.messages import Message, say
from eplan.models.tasks import Programme
from eplan.render.views import readiness
from eplan.render.views.figures import Figure
from eplan.render.views.matrix import answered_cells
from eplan.render.views.readiness import Counted
from eplan.render.views.units import reports_in_time
from eplan.repository import Repository

PERIODS = 6
"""How many periods a course has at most."""


@dataclass(frozen=True)
class Definition:
    """What an indicator is. `is_dated` says that the folder keeps the days by which earlier values can be told."""

    id: str
    name: Message
    description: Message
    method: Message
    counted: Callable[[Repository, Period], Counted]
    is_dated: bool = True


INDICATORS = (
    Definition(
        "tasks-on-schedule",
        say("Tasks on schedule"),
        say("Is the programme keeping its timetable?"),
        say("Tasks done in time or not yet due, of all tasks with a deadline; granted postponements count."),
        readiness.tasks_on_schedule,
    ),
    Definition(
        "reports-in-time",
        say("Monthly reports in time"),
        say("Do the units report every month?"),
        say("Monthly reports sent by their day, of all that fell due in the period."),
        reports_in_time,
    ),
    Definition(
        "headquarters-with-plan",
        say("Headquarters with a plan in force"),
        say("Does every body that commands know by which plan?"),
        say("Headquarters in which rule C102 finds nothing, of all that are established and need a plan."),
        readiness.headquarters_with_plan,
    ),
    Definition(
        "matrix-answered",
        say("Matrix cells answered"),
        say("Do the plans say who does what, how, when and with what, before, at the onset, during and after?"),
        say("Cells that at least one action answers, of the twenty cells of each plan in force that has actions."),
        lambda repository, _period: answered_cells(repository),
    ),
    Definition(
        "plans-drilled",
        say("Plans drilled in time"),
        say("Are the plans played through as often as they must be?"),
        say("Plans in which rule L301 finds nothing, of all plans in force; a new plan counts from its issue."),
        readiness.plans_drilled,
    ),
    Definition(
        "corrections-in-time",
        say("Lessons of drills put right in time"),
        say("Is what drills show put right?"),
        say("Corrective actions closed by their deadline, of all that are past it or closed."),
        readiness.corrections_in_time,
    ),
    Definition(
        "rectifications-in-time",
        say("Hazards rectified in time"),
        say("Are hazards put right by the day that was set?"),
        say("Rectifications closed by their deadline, of all that are past it or closed."),
        readiness.rectifications_in_time,
    ),
    Definition(
        "supplies-sound",
        say("Supplies fit for use"),
        say("Can the stores be relied on?"),
        say(
            "Items in which rules S101, S103, S104, S105 and S106 find nothing (no expired lot, not below the minimum,"
            " counted in time, not too old, agreement in force), of all items of the catalogues."
        ),
        readiness.supplies_sound,
        is_dated=False,
    ),
    Definition(
        "teams-trained",
        say("Teams trained within a year"),
        say("Are the teams in practice?"),
        say("Teams in which rule M101 finds nothing, of all teams but those of experts."),
        readiness.teams_trained,
    ),
    Definition(
        "communities-sheltered",
        say("Communities and villages with a shelter"),
        say("Does everybody know where to go?"),
        say("Communities and villages in which rule M203 finds nothing, of all in the folder."),
        readiness.communities_sheltered,
        is_dated=False,
    ),
    Definition(
        "shifts-complete",
        say("Duty shifts complete"),
        say("Is somebody on duty at every hour, and somebody who can give orders?"),
        say(
            "Shifts in which rules M401, M404 and M405 find nothing (leader, staff, no gap after it), of all shifts of"
            " the period up to the day of the report."
        ),
        readiness.shifts_complete,
    ),
    Definition(
        "contacts-verified",
        say("Telephone numbers tried"),
        say("Will the right person pick up?"),
        say("Numbers of posts in which rule M406 finds nothing (tried within ninety days), of all numbers of posts."),
        readiness.contacts_verified,
        is_dated=False,
    ),
)


@dataclass(frozen=True)
class Point:
    """A value in percent at the end of a period; None where the folder does not tell."""

    period: str
    value: float | None


@dataclass(frozen=True)
class Indicator:
    """An indicator on the day of the report, and its course up to then, the oldest first."""

    id: str
    name: Message
    description: Message
    method: Message
    part: Figure
    whole: Figure
    course: tuple[Point, ...]

    @property
    def value(self) -> float | None:
        return self.course[-1].value

    @property
    def change(self) -> float | None:
        """Percentage points since the end of the period before."""
        before = self.course[-2].value if len(self.course) > 1 else None
        return None if before is None or self.value is None else round(self.value - before, 1)


def indicators(repository: Repository, period: Period) -> tuple[Indicator, ...]:
    """Every indicator on the day of the check, with its course over the last periods."""
    earlier = tuple((past, repository.on_day(past.last)) for past in _past(repository, period))
    return tuple(_indicator(definition, repository, period, earlier) for definition in INDICATORS)


def _past(repository: Repository, period: Period) -> tuple[Period, ...]:
    """The periods before this one back to the issue of the programme, the oldest first; the last one without that."""
    issued = next((item.model.issued for item in repository.of(Programme)), None)
    past = previous(period)
    since = issued or past.first
    found: list[Period] = []
    while past.last >= since and len(found) < PERIODS - 1:
        found.append(past)
        past = previous(past)
    return tuple(reversed(found))


def _indicator(
    definition: Definition, repository: Repository, period: Period, earlier: tuple[tuple[Period, Repository], ...]
) -> Indicator:
    part, whole = definition.counted(repository, period)
    course = [Point(past.name, _earlier(definition, then, past)) for past, then in earlier]
    return Indicator(
        definition.id,
        definition.name,
        definition.description,
        definition.method,
        part,
        whole,
        (*course, Point(period.name, percent(part, whole))),
    )


def _earlier(definition: Definition, repository: Repository, period: Period) -> float | None:
    return percent(*definition.counted(repository, period)) if definition.is_dated else None


def percent(part: Figure, whole: Figure) -> float | None:
    """A share in percent; nothing of nothing is no number."""
    return round(100 * part.value / whole.value, 1) if whole.value else None

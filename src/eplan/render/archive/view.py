"""The archive as a view: what is on file for each task, by quarter and month, and what is missing."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period, quarter_of
from eplan.models.practice import Activity
from eplan.models.tasks import Area, Programme, Task
from eplan.render.archive.exhibits import Exhibit, exhibits
from eplan.render.archive.months import Month, Reports, months_of, reports_of
from eplan.render.archive.record import Decision, decisions
from eplan.render.handbook.views import Edition, edition
from eplan.render.views.report import Judged
from eplan.render.views.tasks import State, TaskLine, accountable, lines, state_of
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class Scope:
    """What is archived: all that there is up to the day of the check, or a period, or the tasks of one unit."""

    period: Period | None = None
    unit: str | None = None

    def holds(self, day: date | None, until: date) -> bool:
        """Whether a day lies in the scope, and not after the day of the check."""
        return day is not None and day <= until and (self.period is None or day in self.period)


@dataclass(frozen=True)
class Quarter:
    """The material of one quarter; `state` is how the task stood at its end, or on the day of the check."""

    period: Period
    day: date
    due: date | None
    state: State
    months: tuple[Month, ...]
    decisions: tuple[Decision, ...]
    activities: tuple[Activity, ...]

    @property
    def is_done(self) -> bool:
        return self.state in (State.IN_TIME, State.LATE)

    @property
    def has_material(self) -> bool:
        return bool(self.decisions or self.activities or any(month.entries for month in self.months))


@dataclass(frozen=True)
class TaskFile:
    """One task. `units` are those that answer for it by their own names."""

    line: TaskLine
    units: tuple[str, ...]
    quarters: tuple[Quarter, ...]
    decisions: tuple[Decision, ...]
    exhibits: tuple[Exhibit, ...]

    @property
    def months(self) -> tuple[Month, ...]:
        return tuple(month for quarter in self.quarters for month in quarter.months)

    @property
    def has_examples(self) -> bool:
        entries = (entry.example for month in self.months for entry in month.entries)
        activities = (activity.example for quarter in self.quarters for activity in quarter.activities)
        decided = (decision.example for decision in self.decisions)
        kept = (exhibit.example for exhibit in self.exhibits)
        return any((self.line.example, self.line.due_example, *entries, *activities, *decided, *kept))


@dataclass(frozen=True)
class AreaFile:
    """A work area and its tasks."""

    id: str
    title: str
    tasks: tuple[TaskFile, ...]


@dataclass(frozen=True)
class Archive:
    """The whole archive."""

    edition: Edition
    programme: Programme | None
    scope: Scope
    areas: tuple[AreaFile, ...]

    @property
    def tasks(self) -> tuple[TaskFile, ...]:
        return tuple(task for area in self.areas for task in area.tasks)

    @property
    def has_examples(self) -> bool:
        return any(task.has_examples for task in self.tasks)


def archive(now: Judged, scope: Scope, files: Container[str]) -> Archive:
    """The archive of a folder; `files` are the files that records name and that can be copied."""
    repository = now.repository
    return Archive(
        edition(now),
        next((item.model for item in repository.of(Programme)), None),
        scope,
        tuple(_areas(repository, scope, files)),
    )


def _areas(repository: Repository, scope: Scope, files: Container[str]) -> Iterator[AreaFile]:
    reports = reports_of(repository)
    for area in repository.of(Area):
        own = (task for task in repository.tasks if _is_in(area, task) and _is_of(scope.unit, task, repository))
        tasks = tuple(_task(task, repository, scope, reports, files) for task in own)
        if tasks:
            yield AreaFile(area.model.id, area.model.title, tasks)


def _is_in(area: Placed[Area], task: Placed[Task]) -> bool:
    return (task.document.path, task.loc[:2]) == (area.document.path, area.loc)


def _is_of(unit: str | None, task: Placed[Task], repository: Repository) -> bool:
    return unit is None or unit in accountable(repository, task.model)


def _task(
    task: Placed[Task], repository: Repository, scope: Scope, reports: Reports, files: Container[str]
) -> TaskFile:
    (line,) = lines(repository, (task,))
    units = accountable(repository, task.model)
    found = tuple(item for item in decisions(task.model, repository.as_of) if _is_wanted(item, scope))
    return TaskFile(
        line=line,
        units=tuple(dict.fromkeys(map(repository.canonical, task.model.units.accountable))),
        quarters=tuple(_quarters(task, units, repository, scope, reports, found)),
        decisions=found,
        exhibits=tuple(exhibits(task.model, repository, files)),
    )


def _is_wanted(decision: Decision, scope: Scope) -> bool:
    """A decision without a day belongs to no period."""
    return scope.period is None or decision.day in scope.period


def _quarters(
    task: Placed[Task],
    units: tuple[str, ...],
    repository: Repository,
    scope: Scope,
    reports: Reports,
    decided: tuple[Decision, ...],
) -> Iterator[Quarter]:
    """The quarters in which something is on file or was to be reported."""
    until = repository.as_of
    months = [m for m in months_of(task.model, units, repository, reports) if scope.holds(m.period.first, until)]
    done = [
        activity.model
        for activity in repository.of(Activity)
        if activity.model.task == task.model.id and scope.holds(activity.model.date, until)
    ]
    days = (*(m.period.first for m in months), *(d.day for d in decided if d.day), *(a.date for a in done))
    for period in sorted({quarter_of(day) for day in days}):
        day = min(period.last, scope.period.last if scope.period else until, until)
        yield Quarter(
            period,
            day,
            task.model.deadline_on(day),
            state_of(task.model, day),
            tuple(month for month in months if month.period.first in period),
            tuple(decision for decision in decided if decision.day in period),
            tuple(sorted((activity for activity in done if activity.date in period), key=lambda one: one.date)),
        )

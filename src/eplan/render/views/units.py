"""Units side by side: tasks, punctuality, drills, hazards closed; who is praised and who is pressed (M02)."""

from dataclasses import dataclass

from eplan.calendar import Period
from eplan.messages import Message, say
from eplan.models.tasks import Task
from eplan.render.views.figures import Figure
from eplan.render.views.means import closed_by_unit, drills_by_unit
from eplan.render.views.progress import Punctuality, punctuality
from eplan.render.views.tasks import Tally, tally, tasks_of_units
from eplan.repository import Repository

NONE = Figure(0)


@dataclass(frozen=True)
class UnitRow:
    """One unit in figures. `is_group` marks a group whose members the source does not list."""

    unit: str
    tasks: Tally
    reports: Punctuality
    drills: Figure
    hazards_closed: Figure
    finished_in_period: Figure
    is_group: bool


def unit_rows(repository: Repository, period: Period) -> tuple[UnitRow, ...]:
    """Every unit that answers for a task, in the order of the unit list; groups with unknown members last."""
    by_unit = tasks_of_units(repository)
    reports = punctuality(repository, by_unit, period)
    drills, closed = drills_by_unit(repository, period), closed_by_unit(repository, period)
    order = {unit.model.name: index for index, unit in enumerate(repository.units)}
    return tuple(
        UnitRow(
            unit,
            tally(tasks, repository.as_of),
            reports[unit],
            drills.get(unit, NONE),
            closed.get(unit, NONE),
            tally((task for task in tasks if _finished_in(task.model, period)), repository.as_of).in_time,
            unit in repository.group_by_name,
        )
        for unit, tasks in sorted(by_unit.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0]))
    )


def reports_in_time(repository: Repository, period: Period) -> tuple[Figure, Figure]:
    """The monthly reports of units with tasks that fell due in the period: those in time, and all."""
    units = [unit for unit in tasks_of_units(repository) if unit not in repository.group_by_name]
    kept = punctuality(repository, units, period).values()
    in_time = [f"{item.unit} {month}" for item in kept for month in item.in_time]
    expected = [f"{item.unit} {month}" for item in kept for month in item.expected]
    example = any(item.example for item in kept)
    return Figure(len(in_time), tuple(in_time), example), Figure(len(expected), tuple(expected), example)


def _finished_in(task: Task, period: Period) -> bool:
    return task.done is not None and task.done.date in period


@dataclass(frozen=True)
class Mention:
    """A unit named before all others, with the reasons."""

    unit: str
    reasons: tuple[Message, ...]
    example: bool


def praised(rows: tuple[UnitRow, ...]) -> tuple[Mention, ...]:
    """Units that finished a task in time in the period, have none overdue, and sent every monthly report in time."""
    found = [
        row
        for row in rows
        if row.finished_in_period and not row.tasks.overdue and not row.reports.late and not row.reports.missing
    ]
    return tuple(
        Mention(row.unit, tuple(_merits(row)), row.finished_in_period.example or row.reports.example)
        for row in sorted(found, key=lambda row: (-row.finished_in_period.value, row.unit))
    )


def _merits(row: UnitRow) -> list[Message]:
    merits = [
        say(
            "finished {count} in time in this period: {tasks}",
            count=str(row.finished_in_period),
            tasks=row.finished_in_period.sources,
        )
    ]
    if row.reports.expected:
        merits.append(say("all {count} monthly reports in time", count=len(row.reports.expected)))
    return merits


def pressed(rows: tuple[UnitRow, ...]) -> tuple[Mention, ...]:
    """Units with an overdue task or a missing or late monthly report; the heaviest first."""
    found = [row for row in rows if not row.is_group and (row.tasks.overdue or row.reports.missing or row.reports.late)]
    ordered = sorted(found, key=lambda row: (-row.tasks.overdue.value, -len(row.reports.missing), row.unit))
    return tuple(
        Mention(row.unit, tuple(_faults(row)), row.tasks.overdue.example or row.reports.example) for row in ordered
    )


def _faults(row: UnitRow) -> list[Message]:
    faults = []
    if row.tasks.overdue:
        faults.append(say("{count} overdue: {tasks}", count=str(row.tasks.overdue), tasks=row.tasks.overdue.sources))
    if row.reports.missing:
        faults.append(say("monthly report missing: {months}", months=row.reports.missing))
    if row.reports.late:
        faults.append(say("monthly report late: {months}", months=row.reports.late))
    return faults

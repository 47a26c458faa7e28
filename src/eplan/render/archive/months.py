"""The monthly reports on one task: who reported on it, who reported on other things, who sent nothing."""

from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period, month_of
from eplan.models.progress import ProgressFile
from eplan.models.tasks import Programme, Task
from eplan.render.views.progress import Said, asked_months, said_in
from eplan.repository import Repository


@dataclass(frozen=True)
class Month:
    """A month. `silent` are accountable units whose report says nothing on the task, `absent` those that sent none.

    Units whose file cannot be read are neither.
    """

    period: Period
    entries: tuple[Said, ...]
    silent: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True)
class Reports:
    """All reports that were sent by the day of the check: entries by task, days of sending by unit and month."""

    entries: dict[str, list[Said]]
    sent: dict[tuple[str, str], date]
    asked: tuple[Period, ...]


def reports_of(repository: Repository) -> Reports:
    """The reports of the folder, gone through once."""
    entries: dict[str, list[Said]] = {}
    for entry in said_in(repository, Period(date.min, date.max)):
        entries.setdefault(entry.task, []).append(entry)
    sent = {
        (repository.canonical(file.model.unit), str(report.month)[:7]): report.sent
        for file in repository.of(ProgressFile)
        for report in file.model.reports
        if report.sent is not None and report.sent <= repository.as_of
    }
    return Reports(entries, sent, _asked(repository))


def _asked(repository: Repository) -> tuple[Period, ...]:
    """The months whose reports have fallen due since the programme was issued."""
    issued = next((item.model.issued for item in repository.of(Programme) if item.model.issued), None)
    if issued is None or issued > repository.as_of:
        return ()
    return asked_months(repository, Period(issued, repository.as_of))


def months_of(task: Task, units: tuple[str, ...], repository: Repository, reports: Reports) -> tuple[Month, ...]:
    """The months in which the task was reported on, or ought to have been: until it is done."""
    entries = reports.entries.get(task.id, [])
    done = task.done.date if task.done and task.is_done_on(repository.as_of) else date.max
    asked = {month for month in reports.asked if month.first <= done}
    told = {month_of(date.fromisoformat(f"{entry.month}-01")) for entry in entries}
    known = [unit for unit in units if unit not in repository.group_by_name]
    return tuple(_month(month, month in asked, entries, known, repository, reports) for month in sorted(asked | told))


def _month(
    month: Period, is_asked: bool, entries: list[Said], units: list[str], repository: Repository, reports: Reports
) -> Month:
    own = tuple(entry for entry in entries if entry.month == month.name)
    speaking = {entry.unit for entry in own}
    others = [unit for unit in units if unit not in speaking] if is_asked else []
    silent = tuple(unit for unit in others if (unit, month.name) in reports.sent)
    absent = tuple(unit for unit in others if unit not in silent and not repository.may_hide("progress", unit))
    return Month(month, own, silent, absent)

"""Monthly reports: who sent them in time, what they say, which difficulties wait for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period, following, month_of, periods, previous
from eplan.models.progress import MonthReport, ProgressFile
from eplan.models.tasks import Programme
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class Punctuality:
    """The monthly reports of one unit that fell due in a period: in time, late, missing."""

    unit: str
    expected: tuple[str, ...]
    in_time: tuple[str, ...]
    late: tuple[str, ...]
    missing: tuple[str, ...]
    example: bool

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(f"{self.unit} {month}" for month in self.expected)


@dataclass(frozen=True)
class Said:
    """One entry of a monthly report."""

    unit: str
    month: str
    task: str
    percent: int | None
    did: str
    difficulties: str
    next: str
    answer: str
    finished: bool
    example: bool
    sent: date | None = None


def due_day(month: Period, day_of_month: int) -> date:
    """When the report of a month is due: a day of the next month (eplan.yaml: monthly-report-by)."""
    return following(month).first.replace(day=day_of_month)


def asked_months(repository: Repository, period: Period) -> tuple[Period, ...]:
    """The months whose reports fell due in the period, up to the day of the check, since the programme was issued."""
    programme = next((item.model for item in repository.of(Programme)), None)
    if programme is None or programme.issued is None:
        return ()
    by_day = repository.on.config.monthly_report_by
    first = previous(month_of(period.first)).first
    last = min(period.last, repository.as_of)
    months = periods("month", max(first, following(month_of(programme.issued)).first), month_of(last).last)
    return tuple(month for month in months if due_day(month, by_day) in period and due_day(month, by_day) <= last)


def punctuality(repository: Repository, units: Iterable[str], period: Period) -> dict[str, Punctuality]:
    """How units kept their reporting days in a period."""
    reports, months = _reports_by_unit(repository), asked_months(repository, period)
    return {unit: _punctuality(repository, unit, months, reports.get(unit, {})) for unit in units}


def _reports_by_unit(repository: Repository) -> dict[str, dict[str, MonthReport]]:
    """The reports of each unit by month (`2012-11`)."""
    found: dict[str, dict[str, MonthReport]] = {}
    for file in repository.of(ProgressFile):
        own = found.setdefault(repository.canonical(file.model.unit), {})
        own.update((str(report.month)[:7], report) for report in file.model.reports)
    return found


def _punctuality(
    repository: Repository, unit: str, months: tuple[Period, ...], reports: dict[str, MonthReport]
) -> Punctuality:
    by_day = repository.on.config.monthly_report_by
    in_time: list[str] = []
    late: list[str] = []
    missing: list[str] = []
    for month in months:
        sent = reports[month.name].sent if month.name in reports else None
        if sent is None or sent > repository.as_of:
            missing.append(month.name)
        else:
            (in_time if sent <= due_day(month, by_day) else late).append(month.name)
    names = tuple(month.name for month in months)
    example = any(reports[name].example for name in names if name in reports)
    return Punctuality(unit, names, tuple(in_time), tuple(late), tuple(missing), example)


def said_in(repository: Repository, period: Period) -> tuple[Said, ...]:
    """What the units reported on the months of a period, sent by the day of the check."""
    found = [
        _said(repository, file, report, index)
        for file in repository.of(ProgressFile)
        for report in file.model.reports
        if report.month in period and report.sent is not None and report.sent <= repository.as_of
        for index in range(len(report.tasks))
    ]
    return tuple(sorted(found, key=lambda entry: (entry.unit, entry.month, entry.task)))


def _said(repository: Repository, file: Placed[ProgressFile], report: MonthReport, index: int) -> Said:
    entry = report.tasks[index]
    answered = entry.answer if entry.answer and entry.answer.date <= repository.as_of else None
    return Said(
        unit=repository.canonical(file.model.unit),
        month=str(report.month)[:7],
        task=entry.task,
        percent=entry.percent,
        did=entry.did or "",
        difficulties=entry.difficulties or "",
        next=entry.next or "",
        answer=answered.text if answered else "",
        finished=entry.finished,
        example=report.example or entry.example,
        sent=report.sent,
    )

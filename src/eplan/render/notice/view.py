"""Who lags and why, and how all units stand: what the letters say, before anybody decides how they look."""

from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period
from eplan.finding import Severity
from eplan.models.tasks import Programme
from eplan.render.views.progress import Said, said_in
from eplan.render.views.report import Judged
from eplan.render.views.tasks import Tally, TaskLine, overdue, tally, tasks_of_units
from eplan.render.views.units import Mention, UnitRow, praised, pressed, unit_rows
from eplan.repository import Repository


@dataclass(frozen=True)
class Lag:
    """One lagging unit: what is overdue, which reports are missing or late, which difficulties nobody has answered."""

    unit: str
    overdue: tuple[TaskLine, ...]
    missing: tuple[str, ...]
    late: tuple[str, ...]
    waiting: tuple[Said, ...]
    example: bool


@dataclass(frozen=True)
class Standing:
    """Everything that the letters on a period say. `office` signs them; `errors` are those of the whole folder."""

    period: Period
    day: date
    office: str
    programme: str
    tasks: Tally
    rows: tuple[UnitRow, ...]
    praised: tuple[Mention, ...]
    pressed: tuple[Mention, ...]
    lags: tuple[Lag, ...]
    errors: int
    unreadable: tuple[str, ...]

    @property
    def example(self) -> bool:
        """Whether a figure of the bulletin counts a made-up record."""
        tallies = (self.tasks, *(row.tasks for row in self.rows))
        figures = (part for each in tallies for part in (each.total, each.in_time, each.late, each.open, each.overdue))
        return any(part.example for part in figures) or any(row.reports.example for row in self.rows)


def standing(judged: Judged, period: Period) -> Standing:
    """How the units stand at the end of the period, or on the day of the check where that is earlier."""
    repository = judged.repository
    rows = unit_rows(repository, period)
    late = pressed(rows)
    return Standing(
        period=period,
        day=repository.as_of,
        office=_office(repository),
        programme=_programme(repository),
        tasks=tally(repository.tasks, repository.as_of),
        rows=rows,
        praised=praised(rows),
        pressed=late,
        lags=_lags(repository, period, rows, late),
        errors=sum(finding.severity is Severity.ERROR for finding in judged.findings),
        unreadable=judged.unreadable,
    )


def _office(repository: Repository) -> str:
    """The office by its full name; the district where eplan.yaml names no office."""
    district = repository.on.config.district
    unit = repository.unit_by_name.get(district.office or "")
    return (unit.model.full_name or unit.model.name) if unit else district.office or district.name


def _programme(repository: Repository) -> str:
    return next((item.model.title for item in repository.of(Programme)), "")


def _lags(
    repository: Repository, period: Period, rows: tuple[UnitRow, ...], late: tuple[Mention, ...]
) -> tuple[Lag, ...]:
    by_unit, row_of = tasks_of_units(repository), {row.unit: row for row in rows}
    waiting = [entry for entry in said_in(repository, period) if entry.difficulties and not entry.answer]
    long_overdue = overdue(repository)
    return tuple(
        Lag(
            unit=mention.unit,
            overdue=tuple(
                line for line in long_overdue if line.id in {task.id for task in by_unit.get(mention.unit, ())}
            ),
            missing=row_of[mention.unit].reports.missing,
            late=row_of[mention.unit].reports.late,
            waiting=tuple(entry for entry in waiting if entry.unit == mention.unit),
            example=mention.example or any(entry.example for entry in waiting if entry.unit == mention.unit),
        )
        for mention in late
    )

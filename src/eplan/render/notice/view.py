"""Who lags and how all units stand: what the letters on a period say, counted by the views of the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period, following
from eplan.finding import Severity
from eplan.models.config import Letters
from eplan.models.tasks import Programme
from eplan.render.views.figures import Figure
from eplan.render.views.progress import Punctuality, Said, said_in
from eplan.render.views.report import Judged
from eplan.render.views.tasks import Tally, TaskLine, due_in, overdue, tally, tasks_of_units
from eplan.render.views.units import Mention, UnitRow, praised, pressed, reports_in_time, unit_rows
from eplan.repository import Repository


@dataclass(frozen=True)
class Office:
    """Who signs, by its full and its short name, and the telephone for questions (made up where `is_example`)."""

    full_name: str
    name: str
    phone: str
    is_example: bool


@dataclass(frozen=True)
class Lag:
    """A lagging unit: what is overdue, how it kept its reports, which of its difficulties nobody has answered."""

    unit: str
    full_name: str
    is_example: bool
    overdue: tuple[TaskLine, ...]
    reports: Punctuality
    waiting: tuple[Said, ...]


@dataclass(frozen=True)
class Standing:
    """Everything that the letters on a period say; `signed` is the day of signing, where it is known.

    `made_up` are the units whose own record is an example; `errors` are those of the whole folder.
    """

    period: Period
    day: date
    signed: date | None
    district: str
    office: Office
    settings: Letters
    report_day: int
    programme: Programme | None
    tasks: Tally
    reports: tuple[Figure, Figure]
    rows: tuple[UnitRow, ...]
    praised: tuple[Mention, ...]
    pressed: tuple[Mention, ...]
    made_up: frozenset[str]
    lags: tuple[Lag, ...]
    due_next: tuple[TaskLine, ...]
    next_period: Period
    errors: int
    unreadable: tuple[str, ...]

    def row(self, unit: str) -> UnitRow:
        return next(row for row in self.rows if row.unit == unit)


def standing(judged: Judged, period: Period, signed: date | None = None) -> Standing:
    """How the units stand on the day of the check, with the very praise and blame of the report."""
    repository = judged.repository
    config = repository.on.config
    rows = unit_rows(repository, period)
    lagging = pressed(rows)
    return Standing(
        period=period,
        day=repository.as_of,
        signed=signed,
        district=config.district.name,
        office=_office(repository),
        settings=config.letters,
        report_day=config.monthly_report_by,
        programme=next((item.model for item in repository.of(Programme)), None),
        tasks=tally(repository.tasks, repository.as_of),
        reports=reports_in_time(repository, period),
        rows=rows,
        praised=praised(rows),
        pressed=lagging,
        made_up=frozenset(unit.model.name for unit in repository.units if unit.model.example),
        lags=tuple(_lags(repository, period, rows, lagging)),
        due_next=due_in(repository, following(period)),
        next_period=following(period),
        errors=sum(finding.severity is Severity.ERROR for finding in judged.findings),
        unreadable=judged.unreadable,
    )


def _office(repository: Repository) -> Office:
    """The office, or the district where eplan.yaml names none; the phone of the contact, else its duty phone."""
    config = repository.on.config
    name = config.district.office or config.district.name
    unit = repository.unit_by_name.get(name)
    _, post = repository.post_by_name.get(config.letters.contact or "", (None, None))
    if unit is None:
        return Office(name, name, (post.phone or "") if post else "", bool(post and post.example))
    full_name = unit.model.full_name or unit.model.name
    if post and post.phone:
        return Office(full_name, unit.model.name, post.phone, post.example)
    return Office(full_name, unit.model.name, unit.model.duty_phone or "", unit.model.example)


def _lags(
    repository: Repository, period: Period, rows: tuple[UnitRow, ...], lagging: tuple[Mention, ...]
) -> Iterator[Lag]:
    by_unit, row_of = tasks_of_units(repository), {row.unit: row for row in rows}
    waiting = [entry for entry in said_in(repository, period) if entry.difficulties and not entry.answer]
    late = overdue(repository)
    for unit in (mention.unit for mention in lagging):
        own = {task.id for task in by_unit[unit]}
        record = repository.unit_by_name.get(unit)
        yield Lag(
            unit=unit,
            full_name=(record.model.full_name or unit) if record else unit,
            is_example=bool(record and record.model.example),
            overdue=tuple(line for line in late if line.id in own),
            reports=row_of[unit].reports,
            waiting=tuple(entry for entry in waiting if entry.unit == unit),
        )

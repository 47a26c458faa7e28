"""The status report as a view: everything that it says, before anybody decides how it looks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period, following, previous
from eplan.finding import Finding, Severity
from eplan.messages import Message, say
from eplan.models.tasks import Area, Programme, Task
from eplan.render.views.catalogue import SupplyLine, catalogue
from eplan.render.views.code import folder_code
from eplan.render.views.coverage import Coverage, coverage
from eplan.render.views.figures import Figure
from eplan.render.views.indicators import Indicator, indicators
from eplan.render.views.matrix import MatrixLine, matrix
from eplan.render.views.means import (
    HazardFigures,
    MeansFigures,
    PracticeFigures,
    SupplyFigures,
    hazards,
    means,
    practice,
    supplies,
)
from eplan.render.views.needs import NeedLine, need_lines
from eplan.render.views.plans import PlanFigures, PlanLine, plan_figures, plan_lines
from eplan.render.views.progress import Said, said_in
from eplan.render.views.tasks import (
    Funds,
    Tally,
    TaskLine,
    by_area,
    due_in,
    funds,
    lines,
    overdue,
    tally,
    tasks_of_units,
)
from eplan.render.views.units import Mention, UnitRow, praised, pressed, unit_rows
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class Judged:
    """A folder, judged: the figures of a report are counted from it and from nothing else."""

    repository: Repository
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    unreadable: tuple[str, ...]
    revision: str | None = None


@dataclass(frozen=True)
class Change:
    """A figure now and at the end of the previous period."""

    name: Message
    before: Figure
    now: Figure

    @property
    def difference(self) -> float:
        return self.now.value - self.before.value


@dataclass(frozen=True)
class FindingGroup:
    """The findings of one group of rules, counted."""

    group: str
    errors: int
    warnings: int
    infos: int
    accepted: int


@dataclass(frozen=True)
class Report:
    """Everything that a status report says."""

    period: Period
    day: date
    district: str
    revision: str | None
    code: str
    unit: str | None
    unreadable: tuple[str, ...]
    programme: Programme | None
    tasks: Tally
    areas: tuple[tuple[Area, Tally], ...]
    units: tuple[UnitRow, ...]
    lines: tuple[TaskLine, ...]
    overdue: tuple[TaskLine, ...]
    due_next: tuple[TaskLine, ...]
    next_period: Period
    said: tuple[Said, ...]
    praised: tuple[Mention, ...]
    pressed: tuple[Mention, ...]
    pilots: tuple[TaskLine, ...]
    funds: Funds
    plans: PlanFigures
    plan_lines: tuple[PlanLine, ...]
    practice: PracticeFigures
    means: MeansFigures
    supplies: SupplyFigures
    hazards: HazardFigures
    groups: tuple[FindingGroup, ...]
    errors: int
    accepted: tuple[Finding, ...]
    changes: tuple[Change, ...]
    indicators: tuple[Indicator, ...]
    matrix: tuple[MatrixLine, ...]
    coverage: Coverage
    needs: tuple[NeedLine, ...]
    catalogue: tuple[SupplyLine, ...]


def report(now: Judged, period: Period, unit: str | None = None) -> Report:
    """The report on a period; it compares with the same folder as of the last day of the previous period."""
    repository = now.repository
    rows = unit_rows(repository, period)
    programme = next((item.model for item in repository.of(Programme)), None)
    return Report(
        period=period,
        day=repository.as_of,
        district=repository.on.config.district.name,
        revision=now.revision,
        code=folder_code(repository),
        unit=unit,
        unreadable=now.unreadable,
        programme=programme,
        tasks=tally(_own(repository, unit), repository.as_of),
        areas=by_area(repository, _own(repository, unit)),
        units=tuple(row for row in rows if unit in (None, row.unit)),
        lines=_of_unit(repository, lines(repository), unit),
        overdue=_of_unit(repository, overdue(repository), unit),
        due_next=_of_unit(repository, due_in(repository, following(period)), unit),
        next_period=following(period),
        said=tuple(entry for entry in said_in(repository, period) if unit in (None, entry.unit)),
        praised=tuple(mention for mention in praised(rows) if unit in (None, mention.unit)),
        pressed=tuple(mention for mention in pressed(rows) if unit in (None, mention.unit)),
        pilots=_of_unit(repository, tuple(line for line in lines(repository) if line.pilot), unit),
        funds=funds(repository),
        plans=plan_figures(repository),
        plan_lines=plan_lines(repository),
        practice=practice(repository, period),
        means=means(repository),
        supplies=supplies(repository),
        hazards=hazards(repository, period),
        groups=finding_groups(now.findings, now.accepted),
        errors=sum(finding.severity is Severity.ERROR for finding in now.findings),
        accepted=now.accepted,
        changes=tuple(_changes(repository, period)),
        indicators=indicators(repository, period),
        matrix=matrix(repository),
        coverage=coverage(repository),
        needs=need_lines(repository),
        catalogue=catalogue(repository),
    )


def _own(repository: Repository, unit: str | None) -> tuple[Placed[Task], ...]:
    return repository.tasks if unit is None else tasks_of_units(repository).get(unit, ())


def _of_unit(repository: Repository, found: tuple[TaskLine, ...], unit: str | None) -> tuple[TaskLine, ...]:
    if unit is None:
        return found
    own = {task.id for task in _own(repository, unit)}
    return tuple(line for line in found if line.id in own)


def finding_groups(findings: tuple[Finding, ...], accepted: tuple[Finding, ...]) -> tuple[FindingGroup, ...]:
    """Findings by group of rules; groups without any are left out."""
    tally = Counter((finding.rule[0], finding.severity) for finding in findings)
    pardoned = Counter(finding.rule[0] for finding in accepted)
    groups = sorted({group for group, _ in tally} | set(pardoned), key="YRPLCTSMHEA".index)
    return tuple(
        FindingGroup(
            group,
            tally[group, Severity.ERROR],
            tally[group, Severity.WARNING],
            tally[group, Severity.INFO],
            pardoned[group],
        )
        for group in groups
    )


def _changes(repository: Repository, period: Period) -> Iterator[Change]:
    earlier = previous(period)
    before, now = _compared(repository.on_day(earlier.last), earlier), _compared(repository, period)
    yield from (Change(name, then, figure) for (name, then), (_, figure) in zip(before, now, strict=True))


def _compared(repository: Repository, period: Period) -> tuple[tuple[Message, Figure], ...]:
    tasks = tally(repository.tasks, repository.as_of)
    plans, drilled, register = plan_figures(repository), practice(repository, period), hazards(repository, period)
    return (
        (say("tasks done"), Figure(tasks.done, (*tasks.in_time.sources, *tasks.late.sources), tasks.in_time.example)),
        (say("tasks overdue"), tasks.overdue),
        (say("plans in force"), plans.in_force),
        (say("drills held in the period"), drilled.drills),
        (say("rectifications open"), register.open),
        (say("rectifications overdue"), register.overdue),
        (say("supplies with an expired lot"), supplies(repository).expired),
    )

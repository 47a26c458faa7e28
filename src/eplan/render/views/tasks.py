"""Tasks in figures: by area, by unit, overdue, due soon, pilots, money."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from eplan.calendar import Period
from eplan.models.tasks import Area, Budget, Task
from eplan.render.views.figures import Figure, added, count
from eplan.repository import Placed, Repository


class State(Enum):
    """How a task stands on the day of the report."""

    IN_TIME = "done in time"
    LATE = "done late"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Tally:
    """Tasks counted by state; the states add up to the total."""

    total: Figure
    in_time: Figure
    late: Figure
    open: Figure
    overdue: Figure

    @property
    def done(self) -> float:
        return self.in_time.value + self.late.value


@dataclass(frozen=True)
class TaskLine:
    """One task as a line of a table. `days` are the days overdue (positive) or left (negative), where it has a date.

    `due_example` marks a deadline that is not the document's: the postponement is made up.
    """

    id: str
    title: str
    area: str
    units: tuple[str, ...]
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    support: tuple[str, ...]
    leader: str
    first_due: date | None
    due: date | None
    rhythm: str
    state: State
    days: int | None
    done: date | None
    pilot: bool
    example: bool
    due_example: bool = False
    extended: int = 0


def state_of(task: Task, day: date) -> State:
    """The state of a task on `day`; a task without a date is open until it is done."""
    deadline = task.deadline_on(day)
    if task.done is not None and task.done.date <= day:
        return State.LATE if deadline is not None and task.done.date > deadline else State.IN_TIME
    return State.OVERDUE if deadline is not None and deadline < day else State.OPEN


def tally(tasks: Iterable[Placed[Task]], day: date) -> Tally:
    """Tasks by state on `day`."""
    found = tuple(tasks)
    by_state = {state: [task for task in found if state_of(task.model, day) is state] for state in State}
    in_time, late = (count(by_state[state], is_done_example) for state in (State.IN_TIME, State.LATE))
    still, overdue = (
        count(by_state[state], lambda task: _is_due_example(task.model, day)) for state in (State.OPEN, State.OVERDUE)
    )
    return Tally(count(found), in_time, late, still, overdue)


def is_done_example(task: Placed[Task]) -> bool:
    """That a task is done may be made up although the task itself is not."""
    done = task.model.done
    return task.model.example or (done is not None and done.example)


def _is_due_example(task: Task, day: date) -> bool:
    """The deadline that holds on `day` may be made up although the task itself is not."""
    return task.example or any(item.example for item in task.extended if item.date is None or item.date <= day)


def by_area(repository: Repository, tasks: Iterable[Placed[Task]]) -> tuple[tuple[Area, Tally], ...]:
    """Each work area with the tally of those tasks that lie in it."""
    found: dict[object, list[Placed[Task]]] = {}
    for task in tasks:
        found.setdefault((task.document.path, task.loc[:2]), []).append(task)
    return tuple(
        (area.model, tally(found.get((area.document.path, area.loc), ()), repository.as_of))
        for area in repository.of(Area)
    )


def tasks_of_units(repository: Repository) -> dict[str, tuple[Placed[Task], ...]]:
    """The tasks for which each unit is lead or responsible, groups expanded; in the order of the tasks."""
    found: dict[str, list[Placed[Task]]] = {}
    for task in repository.tasks:
        for unit in accountable(repository, task.model):
            found.setdefault(unit, []).append(task)
    return {unit: tuple(tasks) for unit, tasks in found.items()}


def accountable(repository: Repository, task: Task) -> tuple[str, ...]:
    """Lead and responsible units of a task by their own names; a group whose members are unknown stands as itself."""
    names: list[str] = []
    for name in task.units.accountable:
        group = repository.group_by_name.get(name)
        unknown = group is not None and group.model.members == "unknown"
        names += [name] if unknown else repository.expand([name])
    return tuple(dict.fromkeys(names))


def lines(repository: Repository, tasks: Iterable[Placed[Task]] | None = None) -> tuple[TaskLine, ...]:
    """Tasks as lines, in the order of the programme."""
    areas = {(area.document.path, area.loc): area.model.title for area in repository.of(Area)}
    return tuple(
        _line(task, areas.get((task.document.path, task.loc[:2]), ""), repository.as_of)
        for task in (repository.tasks if tasks is None else tasks)
    )


def _line(task: Placed[Task], area: str, day: date) -> TaskLine:
    model = task.model
    due = model.deadline_on(day)
    state = state_of(model, day)
    return TaskLine(
        id=model.id,
        title=model.title,
        area=area,
        units=model.units.accountable,
        lead=model.units.lead,
        responsible=model.units.responsible,
        support=model.units.support,
        leader=model.leader or "",
        first_due=model.due,
        due=due,
        rhythm=model.every or ("as-needed" if model.as_needed else ""),
        state=state,
        days=(day - due).days if due and state in (State.OPEN, State.OVERDUE) else None,
        done=model.done.date if model.done and model.done.date <= day else None,
        pilot=model.pilot,
        example=model.example or (model.done is not None and model.done.example and model.done.date <= day),
        due_example=_is_due_example(model, day),
        extended=sum(1 for item in model.extended if item.date is None or item.date <= day),
    )


def overdue(repository: Repository) -> tuple[TaskLine, ...]:
    """Overdue tasks, the longest overdue first."""
    found = [line for line in lines(repository) if line.state is State.OVERDUE]
    return tuple(sorted(found, key=lambda line: (-(line.days or 0), line.id)))


def due_in(repository: Repository, period: Period) -> tuple[TaskLine, ...]:
    """Tasks that are not done and fall due in a period, the earliest first."""
    found = [line for line in lines(repository) if line.due in period and line.done is None]
    return tuple(sorted(found, key=lambda line: (line.due or date.max, line.id)))


@dataclass(frozen=True)
class FundLine:
    """Money of one task, in yuan."""

    task: TaskLine
    planned: Figure
    spent: Figure
    source: str


@dataclass(frozen=True)
class Funds:
    """Money of the programme, in yuan, and the tasks that have none planned."""

    planned: Figure
    spent: Figure
    unfunded: Figure
    lines: tuple[FundLine, ...]


def funds(repository: Repository) -> Funds:
    """Planned and spent money by task (M20)."""
    budgets = {task.id: task.model.budget for task in repository.tasks if task.model.budget}
    found = tuple(
        _fund_line(line, budgets[line.id])
        for line in lines(repository)
        if line.id in budgets and budgets[line.id].planned
    )
    funded = {line.task.id for line in found}
    return Funds(
        added(line.planned for line in found),
        added(line.spent for line in found),
        count(task for task in repository.tasks if task.id not in funded),
        found,
    )


def _fund_line(line: TaskLine, budget: Budget) -> FundLine:
    planned, spent = (Figure(money, (line.id,), budget.example) for money in (budget.planned or 0, budget.spent))
    return FundLine(line, planned, spent, budget.source or "")

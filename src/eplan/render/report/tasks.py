"""The chapters on tasks: by area, by unit, overdue, due next, pilots, money, the whole list."""

from eplan.messages import Translator, say
from eplan.render.blocks import Block, Cell, Column, Row, Table, cell, row, text
from eplan.render.report import task_charts
from eplan.render.report.words import (
    TONES,
    chapter,
    columns,
    day_words,
    due_words,
    example,
    figure,
    marked,
    nothing,
    period_words,
    sentence,
    state_words,
)
from eplan.render.views.figures import Figure
from eplan.render.views.report import Report
from eplan.render.views.tasks import Tally, TaskLine
from eplan.render.views.units import UnitRow


def _tally(tally: Tally, translate: Translator) -> tuple[Cell, ...]:
    return (
        figure(tally.total, translate),
        figure(tally.in_time, translate, "good"),
        figure(tally.late, translate, "late"),
        figure(tally.open, translate, "open"),
        figure(tally.overdue, translate, "bad"),
    )


def timetable(report: Report, translate: Translator) -> list[Block]:
    """Phases and tasks on the calendar (M21)."""
    return [chapter("Timetable", translate), task_charts.timetable(report, translate) or nothing(translate)]


def areas(report: Report, translate: Translator) -> list[Block]:
    """Tasks by work area."""
    if not report.areas:
        return [chapter("Tasks by area", translate), nothing(translate)]
    heads = columns(
        translate, "No.", "Work area", "Tasks", "done in time", "done late", "open", "overdue",
        widths=(0.5, 4), numbers=5,
    )  # fmt: skip
    rows = tuple(row(area.id, area.title, *_tally(tally, translate)) for area, tally in report.areas)
    return [chapter("Tasks by area", translate), task_charts.by_area(report, translate), Table(heads, rows)]


def units(report: Report, translate: Translator) -> list[Block]:
    """Tasks, monthly reports, drills and hazards by unit."""
    if not report.units:
        return [chapter("Tasks by unit", translate), nothing(translate)]
    heads = columns(
        translate, "Unit", "Tasks", "done in time", "done late", "open", "overdue", "Reports in time", "Drills",
        "Hazards closed", widths=(2.6,), numbers=8,
    )  # fmt: skip
    note = say(
        "A task counts for its lead and its responsible units alike; groups count for each member."
        " A group whose members the source does not list stands in a line of its own."
    )
    return [
        chapter("Tasks by unit", translate),
        sentence(translate, note),
        Table(heads, tuple(_unit(item, translate) for item in report.units), style="dense"),
        task_charts.by_unit(report, translate),
    ]


def _unit(item: UnitRow, translate: Translator) -> Row:
    in_time = f"{len(item.reports.in_time)}/{len(item.reports.expected)}"
    reports = Cell(
        (*text(in_time), example(translate)) if item.reports.example else text(in_time),
        "bad" if item.reports.missing else "late" if item.reports.late else "",
        item.reports.sources,
    )
    return row(
        item.unit,
        *_tally(item.tasks, translate),
        cell("—") if item.is_group or not item.reports.expected else reports,
        figure(item.drills, translate),
        figure(item.hazards_closed, translate),
    )


def overdue(report: Report, translate: Translator) -> list[Block]:
    """Overdue tasks, the longest first."""
    blocks: list[Block] = [chapter("Overdue tasks", translate)]
    return [*blocks, _lines(report.overdue, translate, columns(translate, "Days overdue", numbers=1))]


def due(report: Report, translate: Translator) -> list[Block]:
    """Tasks that fall due in the next period."""
    blocks: list[Block] = [
        chapter("Due next", translate),
        sentence(translate, say("Due in {period}:", period=period_words(report.next_period))),
    ]
    return [*blocks, _lines(report.due_next, translate, columns(translate, "Days left", numbers=1))]


def pilots(report: Report, translate: Translator) -> list[Block]:
    """The pilots (M18)."""
    return [chapter("Pilots", translate), _states(report.pilots, translate)]


def task_list(report: Report, translate: Translator) -> list[Block]:
    """All tasks with their state."""
    return [chapter("All tasks", translate), _states(report.lines, translate)]


def _lines(found: tuple[TaskLine, ...], translate: Translator, days: tuple[Column, ...]) -> Block:
    if not found:
        return nothing(translate)
    heads = (*columns(translate, "No.", "Task", "Answers for it", "Due", widths=(0.6, 3, 3, 1)), *days)
    rows = tuple(
        row(line.id, marked(line.title, line.example, translate), translate.joiner.join(line.units),
            marked(day_words(line.due), line.due_example, translate), str(abs(line.days or 0)))
        for line in found
    )  # fmt: skip
    return Table(heads, rows)


def _states(found: tuple[TaskLine, ...], translate: Translator) -> Block:
    if not found:
        return nothing(translate)
    heads = columns(translate, "No.", "Task", "Answers for it", "Due", "Done", "State", widths=(0.6, 3, 3, 1, 1.2, 1.3))
    rows = tuple(
        row(
            line.id,
            line.title,
            translate.joiner.join(line.units),
            marked(due_words(line, translate), line.due_example, translate),
            marked(day_words(line.done), line.example and line.done is not None, translate),
            cell(state_words(line, translate), TONES[line.state]),
        )
        for line in found
    )
    return Table(heads, rows, style="dense")


def funds(report: Report, translate: Translator) -> list[Block]:
    """Money of the programme (M20)."""
    money = report.funds
    if not report.lines:
        return [chapter("Funds", translate), nothing(translate)]
    heads = columns(
        translate, "No.", "Task", "Source of money", "Planned (yuan)", "Spent (yuan)", widths=(0.6, 3, 2), numbers=2
    )
    rows = [
        row(line.task.id, line.task.title, line.source, _sum(line.planned, translate), _sum(line.spent, translate))
        for line in money.lines
    ]
    rows.append(
        row("", translate("Total"), "", figure(money.planned, translate), figure(money.spent, translate), tone="muted")
    )
    unfunded = say(
        "{count} tasks have no money planned: {tasks}", count=str(money.unfunded), tasks=money.unfunded.sources
    )
    told = [sentence(translate, unfunded)] if money.unfunded else []
    return [chapter("Funds", translate), Table(heads, tuple(rows)), *told]


def _sum(money: Figure, translate: Translator) -> Cell:
    """Money of one task, which is its own record."""
    return marked(str(money), money.example, translate)

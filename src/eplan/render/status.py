"""The district on one terminal screen."""

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from eplan.messages import Refusal, Translator, say
from eplan.render.plain import as_json
from eplan.render.report.indicators import change_words
from eplan.render.report.words import day_words, percent_words
from eplan.render.views.figures import Figure
from eplan.render.views.report import Report
from eplan.render.views.tasks import Tally, TaskLine

WIDTH = 80
"""Columns, where there is no terminal to ask."""
_ABREAST, _PAIR = 3, 26
"""Pairs of name and number side by side at most, and the columns that one needs."""
_MARKS = (("in_time", "#", "green"), ("late", "+", "yellow"), ("overdue", "!", "red"), ("open", ".", "dim"))
"""Marks that are one column wide on every terminal; blocks and dots take two on many Chinese ones."""


def status_as(form: str, report: Report, translate: Translator, width: int, colour: bool) -> str:
    """The status as text for a terminal of `width` columns, or as JSON."""
    if form == "json":
        return as_json(report, translate)
    if form != "text":
        raise Refusal(say("no format '{name}'; there are {formats}", name=form, formats=("text", "json")))
    buffer = StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=colour, color_system="standard" if colour else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    console.print(screen(report, translate, width))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def screen(report: Report, translate: Translator, width: int) -> RenderableType:
    """Heading, tasks by area, what is overdue and due next, what there is, readiness."""
    heading = translate(say("{district} as of {day}", district=report.district, day=report.day))
    return Group(
        Text(heading, "bold"),
        Text(""),
        _areas(report, translate),
        Text(""),
        _lines(translate("Overdue"), report.overdue, translate, "red"),
        _lines(translate("Due next"), report.due_next, translate, "yellow"),
        Text(""),
        _means(report, translate, width),
        Text(""),
        _indicators(report, translate),
    )


def _areas(report: Report, translate: Translator) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    table.add_column(translate("Work area"), no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("", no_wrap=True)
    for title in (translate("done"), translate("open"), translate("overdue")):
        table.add_column(title, justify="right", no_wrap=True)
    for area, tally in report.areas:
        table.add_row(f"{area.id} {area.title}", _bar(tally), *_counts(tally))
    table.add_row(Text(translate("Total"), "bold"), "", *_counts(report.tasks))
    return table


def _bar(tally: Tally) -> Text:
    """One mark a task, so that the bar can be counted: done in time, done late, overdue, open."""
    bar = Text()
    for name, mark, style in _MARKS:
        bar.append(mark * int(getattr(tally, name).value), style)
    return bar


def _counts(tally: Tally) -> tuple[str, str, str]:
    return f"{tally.done:g}/{tally.total}", str(tally.open), str(tally.overdue)


def _lines(title: str, found: tuple[TaskLine, ...], translate: Translator, style: str) -> RenderableType:
    head = Text(f"{title} {len(found)}", f"bold {style}" if found else "bold")
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    for line in found[:5]:
        days = say("{days} days", days=abs(line.days or 0))
        table.add_row(f"  {line.id}", line.title, day_words(line.due), translate(days))
    if len(found) > 5:
        table.add_row("", translate(say("and {count} more", count=len(found) - 5)), "", "")
    return Group(head, table) if found else head


def _means(report: Report, translate: Translator, width: int) -> Table:
    marks = (
        (say("Plans in force"), report.plans.in_force),
        (say("drafts"), report.plans.draft),
        (say("Drills this period"), report.practice.drills),
        (say("Teams"), report.means.teams),
        (say("Shelters"), report.means.shelters),
        (say("Items in stock"), report.supplies.items),
        (say("expired"), report.supplies.expired),
        (say("below minimum"), report.supplies.below_minimum),
        (say("Hazards"), report.hazards.hazards),
        (say("rectifications overdue"), report.hazards.overdue),
        (say("Errors"), Figure(report.errors)),
        (say("Warnings"), Figure(sum(group.warnings for group in report.groups))),
    )
    table = Table(box=None, padding=(0, 1, 0, 0), show_header=False)
    abreast = max(1, min(_ABREAST, width // _PAIR))
    for _ in range(abreast):
        table.add_column(no_wrap=True, overflow="ellipsis")
        table.add_column(no_wrap=True, justify="right", style="bold")
        table.add_column()
    for start in range(0, len(marks), abreast):
        beside = marks[start : start + abreast]
        table.add_row(*(part for name, value in beside for part in (translate(name), str(value), "  ")))
    return table


def _indicators(report: Report, translate: Translator) -> Table:
    """One line each: name, value, what it was counted from, change since the end of the period before."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=True)
    table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
    for _ in range(3):
        table.add_column(no_wrap=True, justify="right")
    table.add_row(Text(translate("Readiness indicators"), "bold"), "", "", "")
    for item in report.indicators:
        counted = f"{item.part}/{item.whole}" if item.value is not None else ""
        value = Text(percent_words(item.value, translate), "bold" if item.value is not None else "dim")
        table.add_row(f"  {translate(item.name)}", value, counted, Text(change_words(item, translate), "dim"))
    return table

"""The charts of the report: figures of the view as drawings, and the same numbers in words."""

from collections.abc import Iterable
from datetime import date

from eplan.messages import Translator, say
from eplan.models.vocabulary import PHASES, label
from eplan.render.blocks import Figure
from eplan.render.charts.bars import BarRow, Part, stacked
from eplan.render.charts.bullets import Bullet, bullets
from eplan.render.charts.bullets import Words as BulletWords
from eplan.render.charts.gantt import Band, Bar, Timetable, gantt
from eplan.render.charts.gantt import Words as GanttWords
from eplan.render.charts.grid import GridCell, GridRow, grid, weight_of
from eplan.render.charts.panels import Panel, panels
from eplan.render.charts.svg import Tone
from eplan.render.report.words import STATE_WORDS, due_words, percent_words, state_words
from eplan.render.views.coverage import CoverageCell, CoverageRow
from eplan.render.views.matrix import QUESTIONS, MatrixLine
from eplan.render.views.needs import NeedLine
from eplan.render.views.plans import PlanState
from eplan.render.views.report import Report
from eplan.render.views.tasks import State, Tally, TaskLine

ROWS = 60
"""A chart with more rows is no picture any more; the tables beside it hold all."""
SCARCE = 15
TONES: dict[State, Tone] = {State.IN_TIME: "good", State.LATE: "late", State.OPEN: "open", State.OVERDUE: "bad"}
QUESTION_WORDS = {
    "who": say("who"),
    "what": say("what"),
    "how": say("how"),
    "when": say("when"),
    "with": say("with what"),
}


def timetable(report: Report, translate: Translator) -> Figure | None:
    """Phases, tasks and the day of the report (M21)."""
    lines = report.lines[:ROWS]
    if not any(line.due for line in lines):
        return None
    title = translate(say("Timetable of the programme, {day}", day=report.day))
    first, last = _span(report, lines)
    table = Timetable(
        title,
        first,
        last,
        report.day,
        GanttWords(
            translate(say("day of the report: {day}", day=report.day)),
            translate("deadline"),
            translate("deadline missed"),
            translate("done"),
            translate("first deadline, put off since"),
        ),
        tuple(Band(phase.title, phase.from_, phase.to) for phase in _phases(report)),
        tuple(_bar(line, translate) for line in lines),
    )
    said = (f"{line.id} {line.title}: {_note(line, translate)}" for line in lines)
    phases = (f"{phase.title} {phase.from_} – {phase.to}" for phase in _phases(report))
    return Figure(gantt(table), _sentences((title, *phases, *said), translate), _caption(title, report.lines, translate))


def _phases(report: Report) -> "tuple[ProgrammePhase, ...]":
    return report.programme.phases if report.programme else ()

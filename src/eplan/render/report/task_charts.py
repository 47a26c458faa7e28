"""Charts on tasks: the timetable with its phases, and bars by area and by unit; each with its numbers in words."""

from collections.abc import Iterable
from datetime import date

from eplan.messages import Message, Translator, say
from eplan.models.tasks import ProgrammePhase
from eplan.render.blocks import Figure
from eplan.render.charts.bars import BarRow, Part, stacked
from eplan.render.charts.gantt import Band, Bar, Timetable, Words, gantt
from eplan.render.charts.svg import Tone
from eplan.render.report.words import STATE_WORDS, caption, due_words, labelled, said, state_words
from eplan.render.views.report import Report
from eplan.render.views.tasks import State, Tally, TaskLine

ROWS = 60
"""With more rows a chart is no picture any more; the tables hold all."""
TONES: dict[State, Tone] = {State.IN_TIME: "good", State.LATE: "late", State.OVERDUE: "bad", State.OPEN: "open"}


def timetable(report: Report, translate: Translator) -> Figure | None:
    """Phases, tasks and the day of the report (M21); None where nothing has a date."""
    lines, phases = report.lines[:ROWS], report.programme.phases if report.programme else ()
    days = [day for line in lines for day in (line.due, line.first_due, line.done) if day]
    if not days:
        return None
    days += [day for phase in phases for day in (phase.from_, phase.to)]
    days += [report.programme.issued] if report.programme and report.programme.issued else []
    title = _shown(say("Timetable of the programme"), report.lines, translate)
    chart = Timetable(
        title,
        min(days).replace(day=1),
        max(days),
        report.day,
        _words(report.day, translate),
        tuple(Band(phase.title, phase.from_, phase.to) for phase in phases),
        tuple(_bar(line, translate) for line in lines),
    )
    words = (
        *map(_phase, phases),
        *(labelled(f"{line.id} {line.title}", _note(line, translate), translate) for line in lines),
    )
    example = any(line.example for line in lines) or any(phase.example for phase in phases)
    return Figure(gantt(chart), said((title, *words), translate), caption(title, example, translate))


def _shown(words: Message, lines: tuple[TaskLine, ...], translate: Translator) -> str:
    """The caption, which says so where not all tasks are shown."""
    if len(lines) <= ROWS:
        return translate(words)
    return translate(say("{title} (first {count} of {total} tasks)", title=words, count=ROWS, total=len(lines)))


def _words(day: date, translate: Translator) -> Words:
    return Words(
        translate(say("day of the report {day}", day=day)),
        translate("deadline"),
        translate("deadline missed"),
        translate("done"),
        translate("first deadline, put off since"),
    )


def _phase(phase: ProgrammePhase) -> str:
    return f"{phase.title} {phase.from_} – {phase.to}"


def _bar(line: TaskLine, translate: Translator) -> Bar:
    name = f"{line.id} {line.title}"
    return Bar(name, line.due, line.done, TONES[line.state], _note(line, translate), line.first_due)


def _note(line: TaskLine, translate: Translator) -> str:
    return f"{due_words(line, translate)} {state_words(line, translate)}"


def by_area(report: Report, translate: Translator) -> Figure:
    """Tasks by work area and state."""
    rows = ((f"{area.id} {area.title}", tally) for area, tally in report.areas)
    return _bars(say("Tasks by area and state"), rows, translate)


def by_unit(report: Report, translate: Translator) -> Figure:
    """Tasks by unit and state."""
    rows = ((row.unit, row.tasks) for row in report.units)
    return _bars(say("Tasks by unit and state"), rows, translate)


def _bars(title: Message, rows: Iterable[tuple[str, Tally]], translate: Translator) -> Figure:
    found = tuple(rows)
    shown = tuple(BarRow(name, tuple(Part(tone, value) for tone, value, _ in _parts(tally))) for name, tally in found)
    meanings = tuple((TONES[state], translate(STATE_WORDS[state])) for state in TONES)
    words = (labelled(f"{name} {tally.total}", _numbers(tally, translate), translate) for name, tally in found)
    example = any(tally.total.example or tally.in_time.example or tally.late.example for _, tally in found)
    text = translate(title)
    return Figure(
        stacked(text, meanings, shown[:ROWS]), said((text, *words), translate), caption(text, example, translate)
    )


def _parts(tally: Tally) -> tuple[tuple[Tone, float, State], ...]:
    values = {
        State.IN_TIME: tally.in_time,
        State.LATE: tally.late,
        State.OVERDUE: tally.overdue,
        State.OPEN: tally.open,
    }
    return tuple((TONES[state], value.value, state) for state, value in values.items())


def _numbers(tally: Tally, translate: Translator) -> str:
    return translate.joiner.join(
        f"{translate(STATE_WORDS[state])} {value:g}" for _, value, state in _parts(tally) if value
    )

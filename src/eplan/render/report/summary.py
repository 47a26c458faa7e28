"""The opening chapters: the programme at a glance, who is praised and pressed, what the units reported."""

from itertools import groupby

from eplan.messages import Message, Translator, say
from eplan.render.blocks import Block, Cell, Heading, KeyFigure, KeyFigures, Paragraph, Row, Table, Tone, row, text
from eplan.render.report.words import STATE_WORDS, capital, chapter, columns, marked, nothing, sentence
from eplan.render.views.figures import Figure
from eplan.render.views.progress import Said
from eplan.render.views.report import Report
from eplan.render.views.tasks import State
from eplan.render.views.units import Mention


def summary(report: Report, translate: Translator) -> list[Block]:
    """The tasks in five figures."""
    tally = report.tasks
    words = say(
        "Of {total} tasks {done} are done and {overdue} are overdue on {day}.",
        total=str(tally.total),
        done=f"{tally.done:g}",
        overdue=str(tally.overdue),
        day=report.day,
    )
    return [
        chapter("At a glance", translate),
        sentence(translate, words),
        sentence(translate, _checked(report)),
        KeyFigures(
            (
                _key("Tasks", tally.total, translate),
                _key(STATE_WORDS[State.IN_TIME], tally.in_time, translate, "good"),
                _key(STATE_WORDS[State.LATE], tally.late, translate, "late"),
                _key(STATE_WORDS[State.OPEN], tally.open, translate, "open"),
                _key(STATE_WORDS[State.OVERDUE], tally.overdue, translate, "bad"),
            )
        ),
    ]


def _checked(report: Report) -> Message:
    """How sound the folder is that all figures come from."""
    warnings = sum(group.warnings for group in report.groups)
    return say(
        "The check of the folder found {errors} errors and {warnings} warnings.",
        errors=report.errors,
        warnings=warnings,
    )


def _key(words: Message | str, value: Figure, translate: Translator, tone: Tone = "") -> KeyFigure:
    note = translate("〔example〕") if value.example else ""
    return KeyFigure(capital(translate(words)), str(value), note, tone if value else "", value.sources)


def mentions(report: Report, translate: Translator) -> list[Block]:
    """Who is praised and who is pressed, and why (M02)."""
    return [
        chapter("Praised and pressed", translate),
        Paragraph(
            text(
                translate(
                    "Praised: finished a task in time in the period, nothing overdue, every monthly report in time."
                    " Pressed: a task overdue, or a monthly report missing or late."
                ),
                "muted",
            )
        ),
        Heading(2, translate("Praised"), "praised"),
        _mentions(report.praised, translate),
        Heading(2, translate("Pressed"), "pressed"),
        _mentions(report.pressed, translate),
    ]


def _mentions(found: tuple[Mention, ...], translate: Translator) -> Block:
    if not found:
        return nothing(translate)
    rows = tuple(
        row(marked(item.unit, item.example, translate), translate("; ").join(map(translate, item.reasons)))
        for item in found
    )
    return Table(columns(translate, "Unit", "Reasons", widths=(1, 3)), rows)


def progress(report: Report, translate: Translator) -> list[Block]:
    """What the units reported on the months of the period, unit by unit."""
    blocks: list[Block] = [chapter("Progress and difficulties as reported", translate)]
    if not report.said:
        return [*blocks, nothing(translate)]
    heads = columns(
        translate, "Month", "Task", "Percent", "Done this month", "Difficulties", "What comes next", "Answer",
        widths=(0.9, 0.6, 0.8, 2.4, 2.0, 1.8, 1.6),
    )  # fmt: skip
    rows: list[Row] = []
    for unit, entries in groupby(report.said, key=lambda entry: entry.unit):
        rows.append(Row((Cell(text(unit), span=len(heads)),), is_head=True))
        rows += [_said(entry, translate) for entry in entries]
    return [*blocks, Table(heads, tuple(rows), style="dense")]


def _said(entry: Said, translate: Translator) -> Row:
    """One report; a difficulty that nobody answered stands out."""
    return row(
        marked(entry.month, entry.example, translate),
        entry.task,
        "—" if entry.percent is None else f"{entry.percent}%",
        entry.did or "—",
        Cell(text(entry.difficulties or "—"), "late" if entry.difficulties and not entry.answer else ""),
        entry.next or "—",
        entry.answer or "—",
    )

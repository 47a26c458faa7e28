"""通报: how all units stand, who is praised and who is pressed and why, what falls due next."""

from collections.abc import Callable, Iterable, Iterator

from eplan.messages import Message, Translator, say
from eplan.render.blocks import Cell, Paragraph, Row, Run, Table, Text, cell, row, text
from eplan.render.book.wording import day_words
from eplan.render.notice.letter import Annex, Letter
from eplan.render.notice.paper import Content, on_paper
from eplan.render.notice.view import Standing
from eplan.render.notice.words import Part, basis, item, limit_words, months, numbered, subject, unit_name
from eplan.render.report.words import STATE_WORDS, columns, example, figure, period_words
from eplan.render.views.figures import Figure
from eplan.render.views.tasks import State, TaskLine
from eplan.render.views.units import Mention, UnitRow

_NOBODY = say("None.")


def bulletin(standing: Standing, translate: Translator) -> Letter:
    """The letter to all units with tasks."""
    opening = say(
        "{basis}, this is how the work stood in {period}, as of {day}.",
        basis=basis(standing.programme),
        period=period_words(standing.period),
        day=day_words(standing.day),
    )
    nobody = text(translate(_NOBODY))
    parts = (
        Part(say("The whole"), [_whole(standing, translate)]),
        Part(say("Praised units"), list(_mentions(standing.praised, _merits, standing, translate)) or [nobody]),
        Part(say("Pressed units"), list(_mentions(standing.pressed, _faults, standing, translate)) or [nobody]),
        Part(
            say("Tasks that fall due in {period}", period=period_words(standing.next_period)),
            [_due(line, translate) for line in standing.due_next] or [nobody],
        ),
        Part(say("What is asked"), [text(translate(_asked(standing)))]),
    )
    content = Content(
        name=(translate("Bulletin"),),
        title=say("Bulletin on {programme},\n{period}", **subject(standing)),
        addressee=text(translate("To all units with tasks:")),
        body=(Paragraph(text(translate(opening))), *numbered(parts, translate)),
        annexes=_annexes(standing, translate),
    )
    return on_paper(content, standing, translate)


def _whole(standing: Standing, translate: Translator) -> Text:
    tally, (in_time, expected) = standing.tasks, standing.reports
    reports = say("{count} of {expected} monthly reports in time", count=str(in_time), expected=str(expected))
    figures = (
        (say("{count} tasks", count=str(tally.total)), tally.total),
        (say("{count} done in time", count=str(tally.in_time)), tally.in_time),
        (say("{count} done late", count=str(tally.late)), tally.late),
        (say("{count} open", count=str(tally.open)), tally.open),
        (say("{count} overdue", count=str(tally.overdue)), tally.overdue),
        (reports, in_time),
    )
    words = [item(translate, "", words, value.example) for words, value in figures]
    joined = (run for place, part in enumerate(words) for run in (*text(translate("; ") if place else ""), *part))
    where = say(". Annex 1 says how each unit stands, annex 2 which tasks were counted.")
    return (*joined, Run(translate(where)))


def _mentions(
    found: tuple[Mention, ...],
    reasons: Callable[[UnitRow], Iterator[Message]],
    standing: Standing,
    translate: Translator,
) -> Iterator[Text]:
    """Units for which the same is said stand together, where the first of them stands in the report."""
    together: dict[tuple[str, bool], list[str]] = {}
    for mention in found:
        words = translate("; ").join(map(translate, reasons(standing.row(mention.unit))))
        together.setdefault((words, mention.example), []).append(mention.unit)
    for (words, is_example), units in together.items():
        yield (*_units(units, standing, translate), *item(translate, "", f"{words}{translate('.')}", is_example))


def _units(units: list[str], standing: Standing, translate: Translator) -> Iterator[Run]:
    for place, unit in enumerate(units):
        if place:
            yield Run(translate.joiner, "emphasis")
        yield from (Run(run.text, run.style or "emphasis") for run in unit_name(unit, standing, translate))
    count = say(" ({count} units): ", count=len(units)) if len(units) > 1 else say(": ")
    yield Run(translate(count), "emphasis")


def _merits(unit: UnitRow) -> Iterator[Message]:
    done = unit.finished_in_period
    yield say("finished {count} in time in this period: {tasks}", count=str(done), tasks=done.sources)
    if unit.reports.expected:
        yield say("all {count} monthly reports in time", count=len(unit.reports.expected))


def _faults(unit: UnitRow) -> Iterator[Message]:
    late = unit.tasks.overdue
    if late:
        yield say("{count} overdue: {tasks}", count=str(late), tasks=late.sources)
    if unit.reports.missing:
        yield say("monthly report missing: {months}", months=months(unit.reports.missing))
    if unit.reports.late:
        yield say("monthly report late: {months}", months=months(unit.reports.late))


def _due(line: TaskLine, translate: Translator) -> Text:
    assert line.due is not None  # noqa: S101 - chosen by its deadline
    lead = say("Task {task}: {title}. ", task=line.id, title=line.title)
    words = say("Due by {due}; answered for by {units}.", due=limit_words(line.due), units=line.units)
    return item(translate, lead, words, line.example)


def _asked(standing: Standing) -> Message:
    by_day = standing.report_day
    if standing.pressed:
        return say(
            "The pressed units put right what their supervision notices name and answer in writing. All units send the"
            " report of each month by day {day} of the next and finish in time what falls due.", day=by_day
        )  # fmt: skip
    return say(
        "All units send the report of each month by day {day} of the next and finish in time what falls due.",
        day=by_day,
    )


def _annexes(standing: Standing, translate: Translator) -> tuple[Annex, ...]:
    """The shorter comes last: the imprint has room under it."""
    return (
        Annex(translate("Annex 1"), translate("How each unit stands"), _rows(standing, translate)),
        Annex(translate("Annex 2"), translate("Which tasks were counted"), _tasks(standing, translate)),
    )


def _tasks(standing: Standing, translate: Translator) -> Table:
    """The figures of the text with the tasks that they were counted from."""
    tally = standing.tasks
    lines = (
        (STATE_WORDS[State.IN_TIME], tally.in_time),
        (STATE_WORDS[State.LATE], tally.late),
        (STATE_WORDS[State.OPEN], tally.open),
        (STATE_WORDS[State.OVERDUE], tally.overdue),
    )
    heads = columns(translate, "State", "Tasks", "Their numbers", widths=(1.2, 0.8, 6))
    return Table(heads, tuple(_state(translate(words), value, translate) for words, value in lines))


def _state(words: str, value: Figure, translate: Translator) -> Row:
    return row(words, figure(value, translate), translate.joiner.join(value.sources) or "—")


def _rows(standing: Standing, translate: Translator) -> Table:
    heads = columns(
        translate, "Unit", "Tasks", "done in time", "done late", "open", "overdue", "Reports due", "In time", "Late",
        "Missing", widths=(2.4,), numbers=9,
    )  # fmt: skip
    return Table(heads, tuple(_unit(unit, standing, translate) for unit in standing.rows), style="dense")


def _unit(unit: UnitRow, standing: Standing, translate: Translator) -> Row:
    tasks = (unit.tasks.total, unit.tasks.in_time, unit.tasks.late, unit.tasks.open, unit.tasks.overdue)
    return row(
        Cell(unit_name(unit.unit, standing, translate)),
        *(figure(value, translate) for value in tasks),
        *(_reports(unit, translate)),
    )


def _reports(unit: UnitRow, translate: Translator) -> Iterable[Cell]:
    """Due, in time, late, missing; a group whose members nobody has listed sends none."""
    kept = unit.reports
    if unit.is_group:
        return (cell("—"),) * 4
    counted = (kept.expected, kept.in_time, kept.late, kept.missing)
    values = (Figure(len(found), tuple(f"{unit.unit} {month}" for month in found)) for found in counted)
    first, *rest = (figure(value, translate) for value in values)
    return (Cell((*first.text, example(translate)), sources=first.sources) if kept.example else first, *rest)

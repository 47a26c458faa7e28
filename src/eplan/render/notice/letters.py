"""How the units stand → the letters: a supervision notice (督办通知单) for each lagging unit, a bulletin (通报)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eplan.messages import Message, Translator, say
from eplan.render.blocks import Column, Heading, Paragraph, Row, Table, row, text
from eplan.render.notice.letter import Letter, Line, day_words, month_words, numbered
from eplan.render.notice.view import Lag, Standing
from eplan.render.report.words import columns, period_words
from eplan.render.views.progress import Said
from eplan.render.views.tasks import TaskLine
from eplan.render.views.units import Mention, UnitRow


def letters(standing: Standing, translate: Translator) -> tuple[Letter, ...]:
    """The bulletin, then a notice for each lagging unit."""
    return (bulletin(standing, translate), *(notice(lag, standing, translate) for lag in standing.lags))


def notice(lag: Lag, standing: Standing, translate: Translator) -> Letter:
    """What one unit is behind with, and what it is asked to do; the day of the answer is filled in by hand."""
    parts = [
        (say("Overdue tasks"), list(map(_overdue, lag.overdue))),
        (say("Monthly reports"), _reports(lag, translate)),
        (say("Difficulties without an answer"), list(map(_waiting, lag.waiting))),
        (say("What is asked"), _asked(lag)),
    ]
    opening = say("By the task list and the monthly reports as of {day}, your unit is behind as follows.",
                  day=day_words(standing.day))  # fmt: skip
    title = say("Supervision notice on {period}: {programme}", **_about(standing))
    return replace(
        _blank(standing, translate, lag.example),
        name=lag.unit,
        title=translate(title),
        addressee=translate(say("To {unit}:", unit=lag.unit)),
        body=(_said(opening, translate), *_numbered(parts, translate)),
    )


def bulletin(standing: Standing, translate: Translator) -> Letter:
    """The figures of all, who is praised and who is pressed, and why; each unit in the annex."""
    parts = [
        (say("Praised units"), [_mention(item, translate) for item in standing.praised] or [say("None.")]),
        (say("Pressed units"), [_mention(item, translate) for item in standing.pressed] or [say("None.")]),
    ]
    title = say("Bulletin on {period}: {programme}", **_about(standing))
    label = translate("How each unit stands")
    return replace(
        _blank(standing, translate, standing.example),
        name=translate("Bulletin"),
        title=translate(title),
        addressee=translate("To all units with tasks:"),
        body=(_said(_figures(standing), translate), *_numbered(parts, translate)),
        annex=_table(standing.rows, translate),
        annex_label=label,
        annex_line=translate(say("Annex: {title}", title=label)),
    )


def _blank(standing: Standing, translate: Translator, example: bool) -> Letter:
    """The letter paper: what all letters on a period share."""
    return Letter(
        language=translate.language,
        organ=standing.office,
        number=translate(say("〔{year}〕 No.    ", year=standing.day.year)),
        day=standing.day,
        day_words=translate(say("{day}", day=day_words(standing.day))),
        remark=_remark(standing, example, translate),
    )


def _about(standing: Standing) -> dict[str, Message | str]:
    return {"period": period_words(standing.period), "programme": standing.programme or say("emergency preparedness")}


def _said(message: Message, translate: Translator) -> Paragraph:
    return Paragraph(text(translate(message)))


def _numbered(parts: list[tuple[Message, list[Message]]], translate: Translator) -> Iterator[Line]:
    """Parts with something in them, numbered 一、 and their items （一）; a single item has no number."""
    filled = [(title, items) for title, items in parts if items]
    for count, (title, items) in enumerate(filled, 1):
        number = numbered(1, count, translate.language)
        yield Heading(1, translate(title), f"part-{count}", number)
        for index, item in enumerate(items, 1):
            lead = numbered(2, index, translate.language) if len(items) > 1 else ""
            yield Paragraph(text(lead + translate(item)))


def _overdue(line: TaskLine) -> Message:
    values: dict[str, object] = {"task": f"{line.id}　{line.title}", "due": day_words(line.due), "days": line.days or 0}
    if line.extended and line.first_due and line.first_due != line.due:
        return say("{task}: due {first}, extended to {due}, {days} days overdue.",
                   first=day_words(line.first_due), **values)  # fmt: skip
    return say("{task}: due {due}, {days} days overdue.", **values)


def _reports(lag: Lag, translate: Translator) -> list[Message]:
    found = []
    if lag.missing:
        found.append(say("Not sent: {months}.", months=_months(lag.missing, translate)))
    if lag.late:
        found.append(say("Sent late: {months}.", months=_months(lag.late, translate)))
    return found


def _months(names: Iterable[str], translate: Translator) -> list[str]:
    return [translate(month_words(name)) for name in names]


def _waiting(entry: Said) -> Message:
    words = entry.difficulties.strip().rstrip("。.")
    return say("Task {task}, report of {month}: {words}.", task=entry.task, month=month_words(entry.month), words=words)


def _asked(lag: Lag) -> list[Message]:
    """What the unit is to do; the day stays blank for a hand, since nothing in the folder sets it."""
    asked = []
    if lag.overdue:
        asked.append(say("Finish the overdue tasks; state in writing why they are late, who answers and by which day."))
    if lag.missing:
        asked.append(say("Send the missing monthly reports."))
    if lag.late:
        asked.append(say("Send the monthly reports in time from now on."))
    if lag.waiting:
        asked.append(say("State whether the difficulties still stand and which units are to help."))
    return [*asked, say("Please answer in writing by ____-__-__.")]


def _mention(item: Mention, translate: Translator) -> Message:
    reasons = translate("; ").join(map(translate, item.reasons))
    return say("{unit}: {reasons}.", unit=item.unit, reasons=reasons)


def _figures(standing: Standing) -> Message:
    tally = standing.tasks
    return say(
        "As of {day} there are {total} tasks: {in_time} done in time, {late} done late, {open} open, {overdue} overdue."
        " {praised} units are praised and {pressed} are pressed.",
        day=day_words(standing.day), total=str(tally.total), in_time=str(tally.in_time), late=str(tally.late),
        open=str(tally.open), overdue=str(tally.overdue), praised=len(standing.praised), pressed=len(standing.pressed),
    )  # fmt: skip


def _remark(standing: Standing, example: bool, translate: Translator) -> str:
    """What a reader must know about the figures."""
    found = []
    if example:
        found.append(say("Some of the records counted here are made up as examples."))
    if standing.errors:
        found.append(say("The folder has {count} errors; figures may be incomplete.", count=standing.errors))
    if standing.unreadable:
        found.append(say("Files that could not be used: {files}", files=standing.unreadable))
    return translate(say("({words})", words=" ".join(map(translate, found)))) if found else ""


def _table(rows: tuple[UnitRow, ...], translate: Translator) -> Table:
    heads: tuple[Column, ...] = columns(
        translate, "Unit", "Tasks", "Done in time", "Done late", "Open", "Overdue", "Reports due", "In time", "Late",
        "Missing", widths=(2.4,), numbers=9,
    )  # fmt: skip
    return Table(heads, tuple(map(_row, rows)), style="dense")


def _row(unit: UnitRow) -> Row:
    tasks, reports = unit.tasks, unit.reports
    kept = (reports.expected, reports.in_time, reports.late, reports.missing)
    return row(unit.unit, tasks.total, tasks.in_time, tasks.late, tasks.open, tasks.overdue, *map(len, kept))

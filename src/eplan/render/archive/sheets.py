"""The sheets on months and quarters: what the units reported on a task, and what became of it."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.models.practice import Activity
from eplan.models.vocabulary import label
from eplan.render.archive.months import Month
from eplan.render.archive.view import Archive, Quarter, TaskFile
from eplan.render.archive.words import decision_table, heading, leaf, mark, month_words, summary_words
from eplan.render.blocks import Block, Heading, Paper, Row, Table, cell, facts, row
from eplan.render.report.words import STATE_WORDS, columns, day_words, marked, sentence
from eplan.render.views.progress import Said


def month_sheet(task: TaskFile, month: Month, archive: Archive, translate: Translator) -> Paper:
    """What the units reported on one month."""
    return leaf(task, archive, translate(month_words(month.period)), (), _month(month, translate), translate)


def _month(month: Month, translate: Translator) -> Iterator[Block]:
    for number, entry in enumerate(month.entries, start=1):
        made_up = mark(entry.example, translate)
        yield Heading(1, entry.unit, f"report-{number}", str(number), mark=made_up)
        yield facts(*_entry(entry, translate))
    yield from _silence(month, translate)


def _entry(entry: Said, translate: Translator) -> Iterator[tuple[str, str]]:
    yield translate("Sent"), day_words(entry.sent)
    yield translate("Percent"), "" if entry.percent is None else f"{entry.percent}%"
    yield translate("Done this month"), entry.did
    yield translate("Difficulties"), entry.difficulties
    yield translate("Answer"), entry.answer
    yield translate("Next"), entry.next
    yield translate("Own part"), translate("finished, by the unit's own report") if entry.finished else ""


def _silence(month: Month, translate: Translator) -> Iterator[Block]:
    if month.silent or month.absent:
        yield heading(say("Not reported"), translate, "not-reported")
    if month.silent:
        yield sentence(translate, say("Their reports do not speak of this task: {units}.", units=month.silent))
    if month.absent:
        yield sentence(translate, say("They sent no report: {units}.", units=month.absent))


def quarter_sheet(task: TaskFile, quarter: Quarter, archive: Archive, translate: Translator) -> Paper:
    """One quarter in short: state at its end, progress by unit, difficulties, decisions, activities."""
    name = translate(summary_words(archive, quarter.period))
    state = translate(STATE_WORDS[quarter.state]) + mark(task.line.example and quarter.is_done, translate)
    own = ((translate("At the end of the period"), translate(say("{state} ({day})", state=state, day=quarter.day))),)
    return leaf(task, archive, name, own, _quarter(quarter, translate), translate)


def _quarter(quarter: Quarter, translate: Translator) -> Iterator[Block]:
    entries = tuple(entry for month in quarter.months for entry in month.entries)
    if entries:
        yield heading(say("Progress by unit"), translate, "progress")
        yield _progress(entries, translate)
    troubled = tuple(entry for entry in entries if entry.difficulties)
    if troubled:
        yield heading(say("Difficulties"), translate, "difficulties")
        yield _difficulties(troubled, translate)
    if quarter.decisions:
        yield heading(say("Decisions"), translate, "decisions")
        yield decision_table(quarter.decisions, translate)
    if quarter.activities:
        yield heading(say("Activities"), translate, "activities")
        yield _activities(quarter.activities, translate)


def _progress(entries: tuple[Said, ...], translate: Translator) -> Table:
    """Each unit with what it said last."""
    units = dict.fromkeys(sorted(entry.unit for entry in entries))
    heads = columns(
        translate, "Unit", "Months reported", "Percent at last", "Done, at last", widths=(1.3, 1.6, 0.8, 3.6)
    )
    return Table(heads, tuple(_unit([one for one in entries if one.unit == unit], translate) for unit in units))


def _unit(own: list[Said], translate: Translator) -> Row:
    last = own[-1]
    told = [entry.percent for entry in own if entry.percent is not None]
    return row(
        marked(last.unit, any(entry.example for entry in own), translate),
        translate.joiner.join(entry.month for entry in own),
        f"{told[-1]}%" if told else "—",
        last.did,
    )


def _difficulties(entries: tuple[Said, ...], translate: Translator) -> Table:
    heads = columns(translate, "Month", "Unit", "Difficulties", "Answer", widths=(0.8, 1.2, 3, 3))
    return Table(heads, tuple(_difficulty(entry, translate) for entry in entries))


def _difficulty(entry: Said, translate: Translator) -> Row:
    answer = cell(entry.answer) if entry.answer else cell(translate("not answered"), "late")
    return row(entry.month, marked(entry.unit, entry.example, translate), entry.difficulties, answer)


def _activities(found: tuple[Activity, ...], translate: Translator) -> Table:
    heads = columns(
        translate, "Date", "Activity", "Kind", "Unit", "Who took part", "People", widths=(1, 3, 0.8, 1.2, 1.6, 0.7)
    )
    return Table(heads, tuple(_activity(item, translate) for item in found))


def _activity(item: Activity, translate: Translator) -> Row:
    title = marked(item.title or item.id, item.example, translate)
    count = "" if item.count is None else str(item.count)
    return row(day_words(item.date), title, translate(label(item.kind)), item.unit, item.audience or "", count)

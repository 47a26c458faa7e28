"""The cover of a task's folder (封面) with its contents (卷内目录) and what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from eplan.messages import Translator, say
from eplan.render.archive.exhibits import Exhibit
from eplan.render.archive.item import Item, linked
from eplan.render.archive.months import Month
from eplan.render.archive.view import Archive, TaskFile
from eplan.render.archive.words import (
    decision_table,
    heading,
    kept_words,
    leaf,
    scope_words,
    state_of_line,
)
from eplan.render.blocks import Block, Paper, Row, Table, row
from eplan.render.report.words import columns, marked, nothing, sentence


def cover(task: TaskFile, items: tuple[Item, ...], archive: Archive, form: str, translate: Translator) -> Paper:
    """The first sheet of a task's folder."""
    own = ((translate("State"), state_of_line(task.line, translate)), *scope_words(archive, translate))
    blocks = _blocks(task, items, form, translate)
    return replace(leaf(task, archive, translate("Project file"), own, blocks, translate), template="report")


def _blocks(task: TaskFile, items: tuple[Item, ...], form: str, translate: Translator) -> Iterator[Block]:
    yield heading(say("Contents of this folder"), translate, "contents")
    yield _contents(items, form, translate) if items else nothing(translate)
    if task.exhibits:
        yield heading(say("Deliverables and evidence"), translate, "exhibits")
        yield _exhibits(task.exhibits, translate)
    if task.decisions:
        yield heading(say("Decisions"), translate, "decisions")
        yield decision_table(task.decisions, translate)
    yield heading(say("Missing from this folder"), translate, "missing")
    yield from _missing(task, translate)
    yield heading(say("Signed for filing"), translate, "filing")
    yield _signatures(translate)


def _contents(items: tuple[Item, ...], form: str, translate: Translator) -> Table:
    heads = columns(translate, "No.", "File", "Date", "Source", widths=(0.4, 3.6, 1, 3))
    return Table(heads, tuple(_item(number, item, form) for number, item in enumerate(items, start=1)))


def _item(number: int, item: Item, form: str) -> Row:
    path = PurePosixPath(item.path)
    return row(number, linked(f"{path.parent} / {path.name}", item.path, form), item.day, item.about)


def _exhibits(found: tuple[Exhibit, ...], translate: Translator) -> Table:
    heads = columns(translate, "Kind", "What it is", "Where it is", widths=(0.8, 3, 3))
    return Table(heads, tuple(_exhibit(item, translate) for item in found))


def _exhibit(item: Exhibit, translate: Translator) -> Row:
    where = row(translate(kept_words(item)), tone="bad" if item.is_missing else "").cells[0]
    return row(translate(item.role), marked(item.title or "—", item.example, translate), where)


def _missing(task: TaskFile, translate: Translator) -> Iterator[Block]:
    """Papers that ought to be there, then reports that were not sent."""
    lost = [item for item in task.exhibits if item.is_missing]
    for item in lost:
        name = translate(item.role) + (f" {item.title}" if item.title else "")
        yield sentence(translate, say("{name}: {reason}", name=name, reason=kept_words(item)))
    months = tuple(month for month in task.months if month.silent or month.absent)
    if months:
        heads = columns(translate, "Month", "Reported", "Reports that do not speak of this task", "No report sent",
                        widths=(0.8, 0.7, 3, 3))  # fmt: skip
        yield Table(heads, tuple(_gap(month, translate) for month in months), style="dense")
    if not lost and not months:
        yield nothing(translate)


def _gap(month: Month, translate: Translator) -> Row:
    join = translate.joiner.join
    return row(month.period.name, len(month.entries), join(month.silent), join(month.absent))


def _signatures(translate: Translator) -> Table:
    heads = columns(translate, "Step", "Name and signature", "Date", widths=(1, 3, 2))
    return Table(
        heads, tuple(row(translate(step), "", "") for step in (say("Put together by"), say("Looked through by")))
    )

"""The index over all folders (总目录): what is there, and what is missing."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.render.archive.item import Filed, linked
from eplan.render.archive.view import Archive, TaskFile
from eplan.render.archive.words import heading, kept_words, programme_facts, scope_words, state_of_line
from eplan.render.blocks import Block, Contents, Heading, KeyFigure, KeyFigures, Paper, Row, Table, anchor, cell, row
from eplan.render.foot import foot_line
from eplan.render.handbook.edition import edition_facts, edition_notices
from eplan.render.report.words import TONES, columns, due_words, marked, nothing


def index(archive: Archive, filed: tuple[Filed, ...], form: str, translate: Translator) -> Paper:
    """The first sheet of the archive."""
    programme = archive.programme
    title = programme.title if programme else archive.edition.district
    return Paper(
        title=translate(say("{title}: project files", title=title)),
        subtitle=translate("General index"),
        language=translate.language,
        facts=(
            *programme_facts(archive, translate),
            *scope_words(archive, translate),
            *edition_facts(archive.edition, translate),
        ),
        blocks=(Contents("", 0), *_blocks(archive, filed, form, translate)),
        running_title=translate(say("{title}: project files", title=title)),
        notices=tuple(edition_notices(archive.edition, archive.has_examples, translate)),
        foot_line=foot_line(archive.edition.code, archive.edition.revision, translate),
        day=archive.edition.day,
        code=archive.edition.code,
    )


def _blocks(archive: Archive, filed: tuple[Filed, ...], form: str, translate: Translator) -> Iterator[Block]:
    yield _figures(filed, translate)
    for place, area in enumerate(archive.areas, start=1):
        yield Heading(1, area.title, anchor("area", str(place)), area.id)
        yield _folders([one for one in filed if one.area is area], form, translate)
    yield heading(say("Missing papers"), translate, "missing")
    rows = tuple(_lost(archive, translate))
    heads = columns(translate, "No.", "Kind", "What it is", "Why", widths=(0.5, 0.8, 3, 3))
    yield Table(heads, rows) if rows else nothing(translate)


def _figures(filed: tuple[Filed, ...], translate: Translator) -> KeyFigures:
    lost = sum(item.is_missing for one in filed for item in one.task.exhibits)
    return KeyFigures((
        KeyFigure(translate("folders"), str(len(filed))),
        KeyFigure(translate("files"), str(sum(len(one.items) + 1 for one in filed))),
        KeyFigure(translate("missing papers"), str(lost), tone="bad" if lost else ""),
        KeyFigure(translate("months with missing reports"), str(sum(map(_gaps, (one.task for one in filed))))),
    ))  # fmt: skip


def _gaps(task: TaskFile) -> int:
    """Months for which an accountable unit sent no report at all."""
    return sum(bool(month.absent) for month in task.months)


def _folders(filed: list[Filed], form: str, translate: Translator) -> Table:
    heads = columns(
        translate, "No.", "Task", "Answers for it", "Due", "State", "Files", "Lacking", "Gaps",
        widths=(0.5, 3, 2.6, 1, 1.1, 0.6, 0.6, 0.6), numbers=3,
    )  # fmt: skip
    return Table(heads, tuple(_folder(one, form, translate) for one in filed))


def _folder(one: Filed, form: str, translate: Translator) -> Row:
    task, line = one.task, one.task.line
    lost = sum(item.is_missing for item in task.exhibits)
    return row(
        line.id,
        linked(line.title, str(one.folder / one.cover.path), form),
        translate.joiner.join(task.units),
        marked(due_words(line, translate), line.due_example, translate),
        cell(state_of_line(line, translate), TONES[line.state]),
        len(one.items) + 1,
        cell(lost, "bad" if lost else ""),
        _gaps(task),
    )


def _lost(archive: Archive, translate: Translator) -> Iterator[Row]:
    for task in archive.tasks:
        for item in task.exhibits:
            if item.is_missing:
                title = marked(item.title or "—", item.example, translate)
                yield row(task.line.id, translate(item.role), title, translate(kept_words(item)))

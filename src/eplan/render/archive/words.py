"""What the sheets of the archive share: titles, marks, the words for states."""

from collections.abc import Iterator
from datetime import date

from eplan.calendar import Period
from eplan.messages import Message, Translator, say
from eplan.render.archive.exhibits import Exhibit, Kept
from eplan.render.archive.record import Decision
from eplan.render.archive.view import Archive, TaskFile
from eplan.render.blocks import Block, Cell, Contents, Heading, Paper, Row, Table, row, text
from eplan.render.foot import foot_line
from eplan.render.handbook.edition import edition_facts, edition_notices
from eplan.render.report.words import STATE_WORDS, columns, day_words, due_words, marked, period_words
from eplan.render.views.plans import PlanState
from eplan.render.views.tasks import State, TaskLine

Pairs = tuple[tuple[str, str], ...]
PLAN_STATES = {
    PlanState.IN_FORCE: say("plan in force, printed here"),
    PlanState.DRAFT: say("draft of a plan, printed here; it is not issued"),
    PlanState.WITHDRAWN: say("the plan is withdrawn"),
}


def leaf(task: TaskFile, archive: Archive, subtitle: str, own: Pairs, blocks: Iterator[Block], t: Translator) -> Paper:
    """A sheet of a task's folder."""
    line = task.line
    title = f"{line.id} {line.title}"
    return Paper(
        title=title,
        subtitle=subtitle,
        language=t.language,
        facts=(*programme_facts(archive, t), *_task_facts(task, t), *own, *edition_facts(archive.edition, t)),
        blocks=(Contents("", 0), *blocks),
        template="leaf",
        running_title=f"{title} · {subtitle}",
        notices=tuple(edition_notices(archive.edition, task.has_examples, t)),
        foot_line=foot_line(archive.edition.code, archive.edition.revision, t),
        day=archive.edition.day,
        code=archive.edition.code,
    )


def programme_facts(archive: Archive, translate: Translator) -> Iterator[tuple[str, str]]:
    """The programme that the tasks belong to."""
    if archive.programme:
        yield translate("Programme"), archive.programme.title


def _task_facts(task: TaskFile, translate: Translator) -> Iterator[tuple[str, str]]:
    line, join = task.line, translate.joiner.join
    yield translate("Work area"), line.area
    yield from _filled((translate("Lead"), join(line.lead)), (translate("Responsible"), join(line.responsible)))
    yield from _filled((translate("Supporting"), join(line.support)), (translate("Leader"), line.leader))
    yield translate("Due"), due_words(line, translate) + mark(line.due_example, translate)
    if line.first_due != line.due:
        yield translate("First deadline"), day_words(line.first_due)


def _filled(*pairs: tuple[str, str]) -> Iterator[tuple[str, str]]:
    yield from (pair for pair in pairs if pair[1])


def mark(is_example: bool, translate: Translator) -> str:
    return translate("〔example〕") if is_example else ""


def state_of_line(line: TaskLine, translate: Translator) -> str:
    """The state; that a task is done may be made up."""
    is_done = line.state in (State.IN_TIME, State.LATE)
    return translate(STATE_WORDS[line.state]) + mark(line.example and is_done, translate)


def heading(title: Message, translate: Translator, anchor: str) -> Heading:
    return Heading(1, translate(title), anchor)


def scope_words(archive: Archive, translate: Translator) -> Iterator[tuple[str, str]]:
    """What the archive is limited to."""
    if archive.scope.period:
        yield translate("Period"), translate(period_words(archive.scope.period))
    if archive.scope.unit:
        yield translate("Unit"), archive.scope.unit


def summary_words(archive: Archive, quarter: Period) -> Message:
    """What the sheet on a quarter is called; it is on a month where no more was asked for."""
    asked = archive.scope.period
    period = asked if asked and asked.kind == "month" else quarter
    return say("{period} in short", period=period_words(period))


def month_words(period: Period) -> Message:
    return say("progress in {month}", month=period_words(period))


def kept_words(exhibit: Exhibit) -> Message:
    """Where an exhibit is, or why it is not there."""
    if exhibit.plan is not None:
        return PLAN_STATES[exhibit.plan]
    match exhibit.kept:
        case Kept.LOST:
            return say("the folder holds no '{file}'", file=exhibit.source)
        case Kept.UNNAMED if exhibit.is_owed:
            return say("the task is entered as done, and no file is named")
        case Kept.UNNAMED:
            return say("no file is named yet")
        case Kept.WORDS:
            return say("words only; the papers are not in the folder")
        case _:
            return say("copy of {file}", file=exhibit.source)


def decision_table(found: tuple[Decision, ...], translate: Translator) -> Table:
    """Decisions in the order of their days."""
    heads = columns(translate, "Date", "Decision", "By", "Grounds", widths=(1, 2.4, 1.2, 3))
    return Table(heads, tuple(_decision(item, translate) for item in found))


def _decision(item: Decision, translate: Translator) -> Row:
    return row(day_or_none(item.day), marked(translate(item.what), item.example, translate), item.by, item.words)


def day_or_none(day: date | None) -> Cell:
    return Cell(text(day_words(day)))

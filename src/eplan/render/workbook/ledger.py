"""The sheet 任务分解表: every task with its units, its dates and its state."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.models.vocabulary import label
from eplan.render.report.words import STATE_WORDS, TONES
from eplan.render.views.report import Report
from eplan.render.views.tasks import FundLine, State, TaskLine
from eplan.render.workbook.sheets import Book, Entry, Field, table_sheet

Money = dict[str, FundLine]


def ledger(report: Report, book: Book, translate: Translator) -> None:
    """All tasks of the report."""
    states = tuple(translate(words) for words in STATE_WORDS.values())
    yes = translate("yes")
    fields = (
        Field(translate("No."), 5),
        Field(translate("Work area"), 17),
        Field(translate("Task"), 26),
        Field(translate("Lead"), 9),
        Field(translate("Responsible"), 20),
        Field(translate("Supporting"), 10),
        Field(translate("Leader"), 9),
        Field(translate("Due"), 10.5),
        Field(translate("Rhythm"), 8),
        Field(translate("First deadline"), 10.5),
        Field(translate("Done"), 10.5),
        Field(translate("State"), 9, states),
        Field(translate("Days overdue"), 7),
        Field(translate("Days left"), 7),
        Field(translate("Pilot"), 5, (yes,)),
        Field(translate("Planned (yuan)"), 10),
        Field(translate("Spent (yuan)"), 10),
        Field(translate("Source of money"), 9),
        Field(translate("Example"), 5),
    )
    money: Money = {line.task.id: line for line in report.funds.lines}
    rows = (tuple(_row(line, money, translate)) for line in report.lines)
    table_sheet(book, translate("Task ledger"), fields, rows)


def _row(line: TaskLine, money: Money, translate: Translator) -> Iterator[Entry]:
    late, funds = line.state is State.OVERDUE, money.get(line.id)
    yield Entry(line.id)
    yield Entry(line.area)
    yield Entry(line.title)
    for units in (line.lead, line.responsible, line.support):
        yield Entry(translate.joiner.join(units))
    yield Entry(line.leader)
    yield Entry(line.due)
    yield Entry(_rhythm(line, translate))
    yield Entry(line.first_due if line.first_due != line.due else None)
    yield Entry(line.done)
    yield Entry(translate(STATE_WORDS[line.state]), TONES[line.state])
    yield Entry(line.days if late else None, "bad")
    yield Entry(None if late or line.days is None else -line.days)
    yield Entry(translate("yes") if line.pilot else None)
    yield Entry(funds.planned.value if funds else None)
    yield Entry(funds.spent.value if funds else None)
    yield Entry(funds.source if funds else None)
    made_up = line.example or line.due_example or (funds is not None and funds.planned.example)
    yield Entry(translate("yes") if made_up else None)


def _rhythm(line: TaskLine, translate: Translator) -> str:
    if line.rhythm == "as-needed":
        return translate("as needed")
    return translate(say("every {period}", period=label(line.rhythm))) if line.rhythm else ""

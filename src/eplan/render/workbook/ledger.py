"""The sheet 任务分解表: every task with its units, its dates and its state."""

from collections.abc import Iterator
from typing import get_args

from eplan.messages import Translator, say
from eplan.models.vocabulary import Period, label
from eplan.render.report.words import STATE_WORDS, TONES
from eplan.render.views.tasks import FundLine, State, TaskLine
from eplan.render.workbook.sheets import Entry, Field, Listing

Money = dict[str, FundLine]


def ledger(lines: tuple[TaskLine, ...], funds: tuple[FundLine, ...], translate: Translator) -> Listing:
    """The tasks with their money."""
    states = tuple(translate(words) for words in STATE_WORDS.values())
    rhythms = tuple(_rhythm(word, translate) for word in (*get_args(Period), "as-needed"))
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
        Field(translate("Rhythm"), 8, rhythms),
        Field(translate("First deadline"), 10.5),
        Field(translate("Done"), 10.5),
        Field(translate("State"), 9, states),
        Field(translate("Days overdue"), 7),
        Field(translate("Days left"), 7),
        Field(translate("Pilot"), 5, (yes,)),
        Field(translate("Planned (yuan)"), 10),
        Field(translate("Spent (yuan)"), 10),
        Field(translate("Source of money"), 9),
        Field(translate("Example"), 5, (yes,)),
    )
    money: Money = {line.task.id: line for line in funds}
    return Listing(translate("Task ledger"), fields, tuple(tuple(_row(line, money, translate)) for line in lines))


def _row(line: TaskLine, money: Money, translate: Translator) -> Iterator[Entry]:
    late, funds = line.state is State.OVERDUE, money.get(line.id)
    yield Entry(line.id)
    yield Entry(line.area)
    yield Entry(line.title)
    for units in (line.lead, line.responsible, line.support):
        yield Entry(translate.joiner.join(units))
    yield Entry(line.leader)
    yield Entry(line.due)
    yield Entry(_rhythm(line.rhythm, translate))
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


def _rhythm(word: str, translate: Translator) -> str:
    if word == "as-needed":
        return translate("as needed")
    return translate(say("every {period}", period=label(word))) if word else ""

"""Small pieces that all chapters of the report use: figures as cells, days, units, numbered headings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from eplan.calendar import Period
from eplan.messages import Message, Translator, say
from eplan.models.vocabulary import label
from eplan.render.blocks import Block, Cell, Column, Heading, Paragraph, Run, Text, Tone, text
from eplan.render.views.figures import Figure
from eplan.render.views.tasks import State, TaskLine

TONES: dict[State, Tone] = {State.IN_TIME: "good", State.LATE: "late", State.OPEN: "open", State.OVERDUE: "bad"}


def chapter(title: str, translate: Translator) -> Heading:
    """A chapter heading; its anchor is made from the English title, so links stay the same in both languages."""
    anchor = "".join(letter if letter.isalnum() else "-" for letter in title.lower())
    return Heading(1, translate(title), anchor)


def heading_numbers(blocks: Iterable[Block]) -> Iterator[Block]:
    """Number the chapters 1, 2, 3 and their parts 1.1, 1.2."""
    counters = [0, 0, 0]
    for block in blocks:
        if isinstance(block, Heading):
            counters[block.level - 1] += 1
            counters[block.level :] = [0] * (len(counters) - block.level)
            yield replace(block, number=".".join(map(str, counters[: block.level])))
        else:
            yield block


def figure(value: Figure, translate: Translator, tone: Tone = "", suffix: str = "") -> Cell:
    """A figure with the records it was counted from; made-up ones are marked."""
    runs: Text = (Run(f"{value}{suffix}"),)
    if value.example:
        runs = (*runs, example(translate))
    return Cell(runs, tone if value.value else "", value.sources)


def example(translate: Translator) -> Run:
    return Run(translate("〔example〕"), "example")


def marked(words: str, is_example: bool, translate: Translator) -> Cell:
    """A cell of text, marked where it comes from a made-up record."""
    return Cell((*text(words), example(translate)) if is_example else text(words))


def columns(
    translate: Translator, *titles: str, widths: tuple[float, ...] = (), numbers: int = 0
) -> tuple[Column, ...]:
    """Column heads; the last `numbers` of them hold figures and are set flush right."""
    first_number = len(titles) - numbers
    return tuple(
        Column(
            capital(translate(title)),
            widths[index] if index < len(widths) else 1.0,
            "end" if index >= first_number else "start",
        )
        for index, title in enumerate(titles)
    )


def capital(words: str) -> str:
    """Words that stand for themselves begin with a capital letter."""
    return words[:1].upper() + words[1:]


def sentence(translate: Translator, message: Message) -> Paragraph:
    return Paragraph(text(translate(message)))


def nothing(translate: Translator) -> Paragraph:
    return Paragraph(text(translate("None."), "muted"))


def day_words(day: date | None) -> str:
    """A day as the data write it: a month stays a month."""
    return "—" if day is None else str(day)


def due_words(line: TaskLine, translate: Translator) -> str:
    """The deadline, or the rhythm of a recurring task."""
    if line.due is not None:
        return day_words(line.due)
    if line.rhythm == "as-needed":
        return translate("as needed")
    return translate(say("every {period}", period=label(line.rhythm))) if line.rhythm else "—"


def period_words(period: Period) -> Message:
    """2012Q4 in words."""
    year = period.name[:4]
    match period.kind:
        case "quarter":
            return say("quarter {quarter} of {year}", quarter=period.name[-1], year=year)
        case "month":
            return say("month {month} of {year}", month=int(period.name[-2:]), year=year)
        case _:
            return say("the year {year}", year=year)


def percent_words(value: float | None, translate: Translator) -> str:
    """A share in percent; what cannot be told is said to be no data, never 0."""
    return translate("no data") if value is None else f"{value:g}%"


def caption(words: str, is_example: bool, translate: Translator) -> str:
    """The caption of a chart, marked where it counts made-up records."""
    return f"{words}{translate('〔example〕')}" if is_example else words


def labelled(name: str, words: str, translate: Translator) -> str:
    """What something is called, and what is said of it."""
    return translate("{label}: ", label=name) + words


def said(parts: Iterable[str], translate: Translator) -> str:
    """Short statements as one text, for those who cannot see a chart."""
    return translate("; ").join(parts)


def state_words(line: TaskLine, translate: Translator) -> str:
    """The state in words, with the days where it is overdue."""
    words = translate(STATE_WORDS[line.state])
    if line.state is State.OVERDUE:
        return translate(say("overdue by {days} days", days=line.days))
    return words


STATE_WORDS = {
    State.IN_TIME: say("done in time"),
    State.LATE: say("done late"),
    State.OPEN: say("open"),
    State.OVERDUE: say("overdue"),
}

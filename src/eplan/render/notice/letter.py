"""An official letter: its elements by GB/T 9704-2012, in the reader's language and final."""

from dataclasses import dataclass
from datetime import date

from eplan.messages import Message, Translator, say
from eplan.render.blocks import Block, Heading, Paper, Paragraph, Table, text

Line = Heading | Paragraph
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Letter:
    """A letter of the office. `number` leaves room for what only the registry knows; `copies` are printed if known."""

    language: str
    organ: str
    number: str
    day: date
    day_words: str
    remark: str = ""
    name: str = ""
    title: str = ""
    addressee: str = ""
    body: tuple[Line, ...] = ()
    annex: Table | None = None
    annex_label: str = ""
    annex_line: str = ""
    copies: tuple[str, ...] = ()


def day_words(day: date | None) -> Message | str:
    """A day without zeros before its digits in Chinese, as 成文日期 is written."""
    if day is None:
        return "—"
    return say("{year:04}-{month:02}-{day:02}", year=day.year, month=day.month, day=day.day)


def month_words(month: str) -> Message:
    """`2012-09` as people write it."""
    year, _, number = month.partition("-")
    return say("{year:04}-{month:02}", year=int(year), month=int(number))


def numbered(level: int, count: int, language: str) -> str:
    """The number of a heading: 一、 and （一）; in English 1. and (1)."""
    if not language.startswith("zh"):
        return f"{count}. " if level == 1 else f"({count}) "
    return f"{numeral(count)}、" if level == 1 else f"（{numeral(count)}）"


def numeral(count: int) -> str:
    """A number from 1 to 99 in Chinese; beyond that in digits."""
    if count > 99:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def paper(letter: Letter, translate: Translator) -> Paper:
    """The letter as a plain document, for screens and Markdown."""
    closing = [letter.organ, letter.day_words, letter.remark]
    blocks: list[Block] = [Paragraph(text(letter.addressee)), *letter.body]
    blocks += [Paragraph(text(words)) for words in (letter.annex_line, *closing) if words]
    if letter.annex:
        blocks += [Heading(1, letter.annex_label, "annex"), letter.annex]
    if letter.copies:
        blocks.append(Paragraph(text(translate(say("Copies: {units}.", units=letter.copies)))))
    return Paper(
        title=letter.title,
        subtitle=letter.number,
        language=letter.language,
        blocks=tuple(blocks),
        running_title=letter.title,
        cover_lines=(letter.organ,),
        day=letter.day,
    )

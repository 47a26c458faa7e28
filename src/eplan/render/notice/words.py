"""How letters say days, months, numbers and blanks, and how they number their parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from eplan.messages import Message, Translator, say
from eplan.models.quantities import MonthEnd
from eplan.models.tasks import Programme
from eplan.render.blocks import Heading, Paragraph, Run, Text, text
from eplan.render.book.wording import day_words
from eplan.render.notice.letter import Line
from eplan.render.notice.view import Office, Standing
from eplan.render.report.words import example, period_words

_DIGITS = "〇一二三四五六七八九"
BLANK_DAY: Message = say("____-__-__")
"""Room for a day that is written by hand."""


@dataclass(frozen=True)
class Part:
    """A part of a letter: its title and its items; an item opens with words that are set in 楷体."""

    title: Message
    items: Sequence[Text]


def numbered(parts: Iterable[Part], translate: Translator) -> Iterator[Line]:
    """Parts that hold something: 一、 over each, （一） before each of several items."""
    filled = [part for part in parts if part.items]
    for count, part in enumerate(filled, 1):
        yield Heading(1, part_number(count, translate) + translate(part.title), f"part-{count}")
        for index, item in enumerate(part.items, 1):
            lead = text(item_number(index, translate), "emphasis") if len(part.items) > 1 else ()
            yield Paragraph((*lead, *item))


def part_number(count: int, translate: Translator) -> str:
    return f"{numeral(count)}、" if _is_chinese(translate) else f"{count}. "


def item_number(count: int, translate: Translator) -> str:
    return f"（{numeral(count)}）" if _is_chinese(translate) else f"({count}) "


def numeral(count: int) -> str:
    """A number from 1 to 99 in Chinese; beyond that in digits."""
    if count > 99:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def item(translate: Translator, lead: Message | str, rest: Message | str = "", is_example: bool = False) -> Text:
    """An item: its opening words, what is said of it, and the mark of what is made up."""
    words = (*text(translate(lead) if isinstance(lead, Message) else lead, "emphasis"), *_said(translate, rest))
    return (*words, example(translate)) if is_example else words


def _said(translate: Translator, words: Message | str) -> Text:
    return text(translate(words) if isinstance(words, Message) else words)


def months(names: Iterable[str]) -> list[Message]:
    """`2012-09` as people write it."""
    return [month_words(name) for name in names]


def month_words(name: str) -> Message:
    year, _, month = name.partition("-")
    return say("{year}-{month:02}", year=int(year), month=int(month))


def limit_words(day: date) -> Message:
    """The last day on which something may be done: a day, or the end of a month."""
    if isinstance(day, MonthEnd):
        return say("the end of {month}", month=day_words(day))
    return day_words(day)


def subject(standing: Standing) -> dict[str, Message | str]:
    """What a letter is about, for its title."""
    programme = standing.programme.title if standing.programme else say("emergency preparedness")
    return {"programme": programme, "period": period_words(standing.period)}


def basis(programme: Programme | None) -> Message:
    """The document that laid the tasks down, as the ground of a letter."""
    if programme is None:
        return say("By the task list")
    title = programme.document or programme.title
    if programme.issued is None:
        return say("By “{document}”", document=title)
    return say("By “{document}” of {issued}", document=title, issued=day_words(programme.issued))


def document_number(standing: Standing, translate: Translator) -> str:
    """发文字号 with room for what only the registry knows."""
    code = standing.settings.code or ""
    if standing.signed is None:
        return translate(say("{code}〔____〕 No. ___", code=code))
    return translate(say("{code}〔{year}〕 No. ___", code=code, year=standing.signed.year))


def contact(office: Office, translate: Translator) -> Text:
    """附注: whom to ask."""
    words = (say("Contact: {office}, telephone {phone}", office=office.name, phone=office.phone) if office.phone
             else say("Contact: {office}, telephone ____________", office=office.name))  # fmt: skip
    mark = (example(translate),) if office.is_example and office.phone else ()
    return _in_brackets((*text(translate(words)), *mark), translate)


def remarks(standing: Standing, has_examples: bool, translate: Translator) -> tuple[Text, ...]:
    """What a reader must know about the figures before he relies on them."""
    found: list[Message] = []
    if has_examples:
        found.append(say("What is marked {mark} is made up as an example.", mark=translate("〔example〕")))
    if standing.errors:
        found.append(say("The folder has {count} errors; figures may be incomplete.", count=standing.errors))
    if standing.unreadable:
        found.append(say("Files that could not be read and are not counted: {files}", files=standing.unreadable))
    return tuple(_in_brackets(text(translate(words)), translate) for words in found)


def is_marked(texts: Iterable[Text]) -> bool:
    """Whether anything is marked as an example."""
    return any(run.style == "example" for words in texts for run in words)


def unit_name(unit: str, standing: Standing, translate: Translator, full_name: str = "") -> Text:
    """A unit, marked where its own record is made up."""
    mark = (example(translate),) if unit in standing.made_up else ()
    return (Run(full_name or unit), *mark)


def _in_brackets(words: Text, translate: Translator) -> Text:
    opening, closing = translate("(…)").split("…")
    return (Run(opening), *words, Run(closing))


def _is_chinese(translate: Translator) -> bool:
    return translate.language.startswith("zh")

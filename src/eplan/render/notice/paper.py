"""The letter paper: what all letters on a period share."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.messages import Message, Translator, say
from eplan.render.blocks import Paragraph, Text
from eplan.render.book.wording import day_words
from eplan.render.notice.letter import Annex, Letter, Line
from eplan.render.notice.view import Standing
from eplan.render.notice.words import BLANK_DAY, contact, document_number, is_marked, remarks


@dataclass(frozen=True)
class Content:
    """What one letter says under its head; `title` has a line break where it may be parted."""

    name: tuple[str, ...]
    title: Message
    addressee: Text
    body: tuple[Line, ...]
    annexes: tuple[Annex, ...] = ()


def on_paper(content: Content, standing: Standing, translate: Translator) -> Letter:
    """A letter of the office with its head, its signature and its imprint."""
    contacts = contact(standing.office, translate)
    has_examples = is_marked((*_words(content), contacts))
    copies = standing.settings.copies
    return Letter(
        is_bulletin=bool(content.annexes),
        name=content.name,
        language=translate.language,
        day=standing.day,
        organ=standing.office.full_name,
        number=document_number(standing, translate),
        title_lines=tuple(translate(content.title).split("\n")),
        addressee=content.addressee,
        body=content.body,
        annex_lead=translate("Annex: "),
        annexes=content.annexes,
        signed=translate(day_words(standing.signed) if standing.signed else BLANK_DAY),
        contact=contacts,
        remarks=remarks(standing, has_examples, translate),
        copies=translate(say("Copies: {units}.", units=copies)) if copies else "",
        printed=translate("printed ____-__-__"),
    )


def _words(content: Content) -> Iterator[Text]:
    yield content.addressee
    yield from (line.text for line in content.body if isinstance(line, Paragraph))
    yield from (cell.text for annex in content.annexes for row in annex.table.rows for cell in row.cells)

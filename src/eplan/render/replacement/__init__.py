"""Replacement pages: what to take out and put in, the list of amendments, the changed plans with bars in the margin."""

from collections.abc import Iterator
from dataclasses import replace

from eplan import __version__
from eplan.changes import RecordChange
from eplan.messages import Message, Translator, say
from eplan.render.amendments.words import Amended, amended
from eplan.render.blocks import Block, Cell, Heading, Notice, Paper, Paragraph, Row, Table, row, text
from eplan.render.book import notices, titles
from eplan.render.book.appendices import appendices
from eplan.render.book.plan_pages import pages, plan_pages
from eplan.render.book.sections import columns
from eplan.render.book.views import Book
from eplan.render.book.wording import day_words
from eplan.render.foot import foot_line, short_revision
from eplan.render.replacement.bars import with_bars
from eplan.render.replacement.views import Exchange, Replacement


def paper(found: Replacement, translate: Translator) -> Paper:
    """The replacement pages as a document."""
    book = found.new
    title, subtitle = titles(book, translate)
    return Paper(
        title=translate(say("{title}: replacement pages", title=title)),
        subtitle=subtitle,
        language=translate.language,
        facts=tuple(_facts(found, translate)),
        blocks=tuple(_blocks(found, translate)),
        template="book",
        running_title=translate(say("{title}, as of {day}", title=title, day=day_words(book.day))),
        cover_lines=(translate("Edition for the public" if book.audience == "public" else "For official use"),),
        notices=(*_notices(found, translate), *notices(book, translate)),
        foot_line=foot_line(book.code, book.revision, translate),
        day=book.day,
        code=book.code,
        scope=book.choice.options,
    )


def _facts(found: Replacement, translate: Translator) -> Iterator[tuple[str, str]]:
    since = say(
        "revision {revision}, {day}", revision=short_revision(found.since.revision), day=day_words(found.since.day)
    )
    yield translate("Changes since"), translate(since)
    yield translate("As of"), translate(day_words(found.new.day))
    if found.new.revision:
        yield translate("Revision"), short_revision(found.new.revision)
    yield translate("Code before"), found.old.code
    yield translate("Code now"), found.new.code
    yield translate("Made by"), f"eplan {__version__}"


def _notices(found: Replacement, translate: Translator) -> Iterator[Notice]:
    yield Notice(text(translate("A bar beside the text marks what was changed.")), "muted")
    if found.comparison.unread:
        files = tuple(map(str, found.comparison.unread))
        yield Notice(text(translate(say("Not compared, because they could not be read: {files}", files=files))), "bad")


def _blocks(found: Replacement, translate: Translator) -> Iterator[Block]:
    yield from _orders(found, translate)
    yield from _amendments(found, translate)
    for exchange in found.exchanges:
        yield from _pages(exchange, found.new, translate)
    yield from _appendices(found, translate)


def _orders(found: Replacement, translate: Translator) -> Iterator[Block]:
    """Which pages go and which come; the code at the foot of a page tells them apart."""
    title = translate("Pages to exchange")
    yield Heading(1, title, "exchange", starts_page=True, running=title)
    yield Paragraph(
        text(
            translate(
                "The code at the foot of a page tells which pages are meant; page numbers are those of this packet."
            )
        ),
        "note",
    )
    heads = columns(translate, "Plan", "What to do", "Take out", "Put in", widths=(2.8, 1.2, 1.5, 1.5))
    yield Table(heads, tuple(_orders_of(found, translate)))


def _orders_of(found: Replacement, translate: Translator) -> Iterator[Row]:
    for item in found.exchanges:
        yield row(item.title, translate(_order(item)), item.old_code or "—", item.new_code or "—")
    if found.new.is_of_one_plan:
        return
    codes = (found.old.code, found.new.code)
    if tuple(_appendices(found, translate)):
        yield row(translate("Appendices"), translate(say("replace")), *codes)
    yield row(translate("Cover, contents, list of plans, index"), translate("print anew when convenient"), *codes)


def _order(exchange: Exchange) -> Message:
    if exchange.old is None:
        return say("put in")
    return say("replace") if exchange.new else say("take out")


def _amendments(found: Replacement, translate: Translator) -> Iterator[Block]:
    told = replace(found.comparison, records=tuple(filter(_is_seen, found.comparison.records)))
    rows = tuple(row for item in amended(told, translate) for row in _lines(item, translate))
    if rows:
        title = translate("Amendments")
        yield Heading(1, title, "amendments", starts_page=True, running=title)
        yield Table(columns(translate, "Where it stands", "What changed", widths=(2, 4)), rows)


def _is_seen(record: RecordChange) -> bool:
    """Whether readers see the change; the name of a file they do not."""
    return record.fate != "renamed" or bool(record.changes)


def _lines(record: Amended, translate: Translator) -> Iterator[Row]:
    fated = say("{title} ({fate})", title=record.title, fate=record.fate)
    title = translate(fated) if record.fate else record.title
    yield Row((Cell(text(title), span=2),), is_head=True)
    yield from (row(item.where, item.what) for item in record.amendments)


def _pages(exchange: Exchange, book: Book, translate: Translator) -> Iterator[Block]:
    """The pages that are put in."""
    if exchange.new is None:
        return
    new = pages(plan_pages(exchange.new, translate), exchange.new_code, book.revision, translate)
    if exchange.old is None:
        yield from new
        return
    yield from with_bars(pages(plan_pages(exchange.old, translate), exchange.new_code, book.revision, translate), new)


def _appendices(found: Replacement, translate: Translator) -> Iterator[Block]:
    """The appendices of the book, where they changed."""
    public = found.new.audience == "public"
    if found.new.is_of_one_plan:
        return
    old, new = (tuple(appendices(side.means, public, translate)) for side in (found.old, found.new))
    if old != new:
        yield from with_bars(old, new)

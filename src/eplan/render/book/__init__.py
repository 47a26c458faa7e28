"""The plan compilation: its view laid out as blocks, one function a chapter."""

from collections.abc import Iterator

from eplan import __version__
from eplan.messages import Message, Translator, say
from eplan.render.blocks import Block, Cell, Contents, Heading, Notice, Paper, PartPage, Row, Run, Table, row, text
from eplan.render.book.appendices import appendices
from eplan.render.book.index import index
from eplan.render.book.parts import PART_NUMBERS
from eplan.render.book.plan_pages import pages, plan_pages
from eplan.render.book.sections import columns, example, place_in
from eplan.render.book.views import Book, PartView
from eplan.render.book.wording import day_words
from eplan.render.views.plans import PlanState

STATES = {PlanState.IN_FORCE: say("in force"), PlanState.DRAFT: say("draft"), PlanState.WITHDRAWN: say("withdrawn")}
CONTENTS_DEPTH = 3


def paper(book: Book, translate: Translator) -> Paper:
    """The book as a document."""
    title = translate(say("{district}: emergency plans", district=book.district))
    subtitle = translate.joiner.join(translate(words) for words in book.scope)
    if book.is_of_one_plan:
        title, subtitle = book.plans[0].plan.title, ""
    public = book.audience == "public"
    return Paper(
        title=title,
        subtitle=subtitle,
        language=translate.language,
        facts=tuple(_facts(book, translate)),
        blocks=tuple(_one_plan(book, translate) if book.is_of_one_plan else _blocks(book, translate)),
        template="book",
        running_title=translate(say("{title}, as of {day}", title=title, day=day_words(book.day))),
        cover_lines=(translate("Edition for the public") if public else translate("For official use"),),
        notices=tuple(_notices(book, translate)),
        day=book.day,
    )


def _one_plan(book: Book, translate: Translator) -> Iterator[Block]:
    """One plan for itself: its annexes hold what a compilation has in its appendices."""
    written = plan_pages(book.plans[0], translate)
    yield Contents(translate("Contents"), CONTENTS_DEPTH + 1)
    yield from pages(written, translate)
    yield from index((written,), (unit.name for unit in book.means.units), translate)


def _blocks(book: Book, translate: Translator) -> Iterator[Block]:
    written = {plan.id: plan_pages(plan, translate) for plan in book.plans}
    yield Contents(translate("Contents"), CONTENTS_DEPTH)
    yield from _list_of_plans(book, translate)
    for part, number in zip(book.parts, PART_NUMBERS, strict=False):
        yield PartPage(translate(part.title), f"part-{part.place}", translate(number))
        for plan in part.plans:
            yield from pages(written[plan.id], translate)
    yield from appendices(book.means, book.audience == "public", translate)
    yield from index(written.values(), (unit.name for unit in book.means.units), translate)


def _list_of_plans(book: Book, translate: Translator) -> Iterator[Block]:
    title = translate("Plans in this book")
    heads = columns(
        translate, "Plan", "Kept by", "Document number", "Date of issue", "State", widths=(3.4, 1.5, 2, 1.7, 0.9)
    )
    yield Heading(1, title, "plans-in-this-book", starts_page=True, running=title)
    yield Table(heads, tuple(row for part in book.parts for row in _lines(part, len(heads), translate)))


def _lines(part: PartView, width: int, translate: Translator) -> Iterator[Row]:
    """The plans of a part under its title."""
    yield Row((Cell(text(translate(part.title)), span=width),), is_head=True)
    for plan in part.plans:
        edition = plan.plan.edition
        issued = translate(day_words(edition.issued)) if edition.is_issued_on(plan.day) and edition.issued else "—"
        title = Cell(
            (Run(plan.plan.title, link=f"#{place_in(plan.id)}"), *((example(translate),) if plan.plan.example else ()))
        )
        yield row(title, plan.owner, edition.number or "—", issued, translate(STATES[plan.state]))


def _facts(book: Book, translate: Translator) -> Iterator[tuple[str, str]]:
    plans = book.plans
    drafts = sum(plan.state is PlanState.DRAFT for plan in plans)
    count = say("{count}, of which {drafts} are drafts", count=len(plans), drafts=drafts)
    yield translate("As of"), translate(day_words(book.day))
    if book.office:
        yield translate("Compiled by"), book.office
    if not book.is_of_one_plan:
        yield translate("Plans"), translate(count) if drafts else str(len(plans))
    if book.revision:
        yield translate("Revision"), book.revision[:12]
    yield translate("Made by"), f"eplan {__version__}"


def _notices(book: Book, translate: Translator) -> Iterator[Notice]:
    """What a reader must know before using the book."""
    for message, tone in _warnings(book):
        yield Notice(text(translate(message)), "bad" if tone else "muted")
    if any(plan.plan.example for plan in book.plans):
        words = say("What is marked {mark} is made up as an example.", mark=translate("〔example〕"))
        yield Notice(text(translate(words)), "muted")


def _warnings(book: Book) -> Iterator[tuple[Message, bool]]:
    if book.errors:
        yield say("The check found {count} errors in the folder; `eplan validate` lists them.", count=book.errors), True
    if book.unreadable:
        yield say("Files that could not be used: {files}", files=book.unreadable), True
    if book.withdrawn:
        yield say("Withdrawn and not in this book: {plans}", plans=book.withdrawn), False
    if book.classified and book.audience == "public":
        yield say("{count} classified plans are not in this edition.", count=book.classified), False

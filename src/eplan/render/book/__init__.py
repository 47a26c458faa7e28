"""The plan compilation: its view laid out as blocks, one function a chapter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eplan import __version__
from eplan.messages import Message, Translator, say
from eplan.render.blocks import (
    Block,
    Cell,
    Contents,
    Heading,
    Items,
    Notice,
    Paper,
    Paragraph,
    PartPage,
    Row,
    Run,
    Table,
    row,
    text,
)
from eplan.render.book.appendices import appendices
from eplan.render.book.front import approval, front, volume_words
from eplan.render.book.index import index
from eplan.render.book.parts import PART_NUMBERS
from eplan.render.book.plan_pages import PlanPages, pages, plan_pages
from eplan.render.book.sections import columns, example, place_in
from eplan.render.book.views import Book, PartView
from eplan.render.book.volumes import Volume, volumes
from eplan.render.book.wording import day_words
from eplan.render.foot import foot_line, short_revision
from eplan.render.pagination import about_pages
from eplan.render.views.plans import PlanState

STATES = {PlanState.IN_FORCE: say("in force"), PlanState.DRAFT: say("draft"), PlanState.WITHDRAWN: say("withdrawn")}
CONTENTS_DEPTH = 3


def papers(book: Book, translate: Translator, limit: int = 0) -> tuple[Paper, ...]:
    """The book as documents: a volume of about `limit` pages at most each; where `limit` is 0 there is one volume."""
    written = {plan.id: plan_pages(plan, translate) for plan in book.plans}
    behind = tuple(appendices(book.means, book.audience == "public", translate)) if not book.is_of_one_plan else ()
    sizes = (
        {name: about_pages(pages(plan, book.codes[name], book.revision, translate)) for name, plan in written.items()}
        if limit
        else {}
    )
    shelf = volumes(book.parts, defaultdict(int, sizes), about_pages(behind) if limit else 0, limit)
    if book.is_of_one_plan:
        return (_paper(book, shelf[0], tuple(_one_plan(written[book.plans[0].id], book, translate)), translate),)
    bound = Bound(book, shelf, written, behind)
    return tuple(_paper(book, volume, tuple(_blocks(bound, volume, translate)), translate) for volume in shelf)


def paper(book: Book, translate: Translator) -> Paper:
    """The book as one document."""
    return papers(book, translate)[0]


@dataclass(frozen=True)
class Bound:
    """A book with its volumes, its plans as pages, and what stands behind the plans."""

    book: Book
    shelf: tuple[Volume, ...]
    written: Mapping[str, PlanPages]
    behind: tuple[Block, ...]


def _paper(book: Book, volume: Volume, blocks: tuple[Block, ...], translate: Translator) -> Paper:
    title, subtitle = titles(book, translate)
    public = book.audience == "public"
    own_volume = (translate(say("Volume {number} of {count}", number=volume.number, count=volume.count)),)
    return Paper(
        title=title,
        subtitle=subtitle,
        language=translate.language,
        facts=tuple(_facts(book, translate)),
        blocks=blocks,
        template="book",
        running_title=translate(say("{title}, as of {day}", title=title, day=day_words(book.day))),
        cover_lines=(
            translate("Edition for the public") if public else translate("For official use"),
            *(own_volume if volume.count > 1 else ()),
        ),
        notices=tuple(notices(book, translate)),
        foot_line=foot_line(book.code, book.revision, translate),
        day=book.day,
        code=book.code,
        scope=book.choice.options,
    )


def titles(book: Book, translate: Translator) -> tuple[str, str]:
    """Title and subtitle: the district and what was chosen, or the plan where there is one."""
    if book.is_of_one_plan:
        return book.plans[0].plan.title, ""
    scope = translate.joiner.join(translate(words) for words in book.scope)
    return translate(say("{district}: emergency plans", district=book.district)), scope


def _one_plan(written: PlanPages, book: Book, translate: Translator) -> Iterator[Block]:
    """One plan for itself: its annexes hold what a compilation has in its appendices."""
    yield from approval(book.plans, translate)
    yield Contents(translate("Contents"), CONTENTS_DEPTH + 1)
    yield from pages(written, book.code, book.revision, translate)
    yield from index((written,), (unit.name for unit in book.means.units), translate, {})


def _blocks(bound: Bound, volume: Volume, translate: Translator) -> Iterator[Block]:
    numbers = {part.place: number for part, number in zip(bound.book.parts, PART_NUMBERS, strict=False)}
    yield from front(bound.book, volume, bound.shelf, translate)
    yield Contents(translate("Contents"), CONTENTS_DEPTH)
    yield from _list_of_plans(volume, translate)
    for part in volume.parts:
        title = translate(part.title)
        if part.place in volume.begun:
            title = translate(say("{title} (continued)", title=title))
        yield PartPage(title, f"part-{part.place}", translate(numbers[part.place]), (_plans_of(part),))
        for plan in part.plans:
            yield from pages(bound.written[plan.id], bound.book.codes[plan.id], bound.book.revision, translate)
    if volume.is_last:
        yield from bound.behind
        yield from _index(bound, translate)


def _plans_of(part: PartView) -> Items:
    """The plans of a part and their pages, on its opening page."""
    links = (Run(plan.plan.title, link=f"#{place_in(plan.id)}", page=True) for plan in part.plans)
    return Items(tuple((Paragraph((link,)),) for link in links))


def _index(bound: Bound, translate: Translator) -> Iterator[Block]:
    """The index stands in the last volume and leads to all."""
    elsewhere = {plan.id: translate(volume_words(other)) for other in bound.shelf[:-1] for plan in other.plans}
    yield from index(bound.written.values(), (unit.name for unit in bound.book.means.units), translate, elsewhere)


def _list_of_plans(volume: Volume, translate: Translator) -> Iterator[Block]:
    title = translate("Plans in this book")
    heads = columns(
        translate, "Plan", "Kept by", "Document number", "Date of issue", "State", widths=(3.4, 1.5, 2, 1.7, 0.9)
    )
    yield Heading(1, title, "plans-in-this-book", starts_page=True, running=title)
    yield Table(heads, tuple(row for part in volume.parts for row in _lines(part, len(heads), translate)))


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
        yield translate("Revision"), short_revision(book.revision)
    yield translate("Code"), book.code
    yield translate("Made by"), f"eplan {__version__}"


def notices(book: Book, translate: Translator) -> Iterator[Notice]:
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

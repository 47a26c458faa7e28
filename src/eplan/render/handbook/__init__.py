"""The handbook of one unit (应急工作手册), laid out as blocks: reports, plans, levels, contacts, means."""

from collections.abc import Iterable, Iterator

from eplan.messages import Message, Translator, say
from eplan.models.units import Unit
from eplan.render.blocks import Block, Cell, Contents, Heading, Notice, Paper, Paragraph, Run, Table, Text, text
from eplan.render.book.sections import columns, lines, place_in, table
from eplan.render.book.tables import contact_table, shelter_table, stock_table, team_table
from eplan.render.book.wording import day_words
from eplan.render.foot import foot_line
from eplan.render.handbook.by_level import by_level
from eplan.render.handbook.edition import edition_facts, edition_notices
from eplan.render.handbook.plan_pages import plan_pages
from eplan.render.handbook.views import Handbook, HopLine
from eplan.render.handbook.wording import hop_cells, plan_link

DEPTH = 2
_SHORT = ("contacts", "means")
"""Chapters that go on where the one before them ends."""
Chapter = tuple[str, str, tuple[Block, ...]]
"""Title, anchor, blocks."""


def paper(book: Handbook, translate: Translator) -> Paper:
    """The handbook as a document."""
    title = translate(say("{unit}: emergency handbook", unit=book.unit.full_name or book.unit.name))
    return Paper(
        title=title,
        subtitle=book.edition.district,
        language=translate.language,
        facts=tuple(_facts(book, translate)),
        blocks=tuple(_blocks(book, translate)),
        running_title=translate(say("{title}, as of {day}", title=title, day=day_words(book.edition.day))),
        cover_lines=(translate("For official use"),),
        notices=tuple(_notices(book, translate)),
        foot_line=foot_line(book.edition.code, book.edition.revision, translate),
        day=book.edition.day,
        code=book.edition.code,
    )


def _facts(book: Handbook, translate: Translator) -> Iterator[tuple[str, str]]:
    yield translate("Plans"), str(len(book.plans))
    yield translate("Actions"), str(sum(len(plan.duties) for plan in book.plans))
    yield from edition_facts(book.edition, translate)


def _notices(book: Handbook, translate: Translator) -> Iterator[Notice]:
    if not book.plans:
        yield Notice(text(translate(say("No plan in force asks anything of {unit}.", unit=book.unit.name))), "open")
    yield from edition_notices(book.edition, book.has_examples, translate)


def _blocks(book: Handbook, translate: Translator) -> Iterator[Block]:
    yield Contents(translate("Contents"), DEPTH)
    chapters = (
        (translate("Reporting limits"), "reporting", tuple(_reports(book, translate))),
        (translate("Duties by plan"), "plans", tuple(plan_pages(book, translate))),
        (translate("Duties by response level"), "levels", tuple(by_level(book, translate))),
        (translate("Contacts of partners"), "partners", tuple(_contacts(book.partners, translate))),
        (translate("Own contacts"), "contacts", tuple(_contacts((book.unit,), translate))),
        (translate("Own means"), "means", tuple(_means(book, translate))),
    )
    for place, (title, anchor, blocks) in enumerate((chapter for chapter in chapters if chapter[2]), start=1):
        yield Heading(1, title, f"chapter-{anchor}", str(place), starts_page=anchor not in _SHORT, running=title)
        yield from _numbered(place, blocks)


def _numbered(place: int, blocks: Iterable[Block]) -> Iterator[Block]:
    """Sections of a chapter with their numbers."""
    count = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == DEPTH:
            count += 1
            yield Heading(block.level, block.text, block.anchor, f"{place}.{count}", mark=block.mark)
        else:
            yield block


def _reports(book: Handbook, translate: Translator) -> Iterator[Block]:
    unit = book.unit.name
    for title, anchor, found in (
        (say("Reports that {unit} makes", unit=unit), "reported", book.reported),
        (say("Reports that {unit} receives", unit=unit), "told", book.told),
    ):
        if found:
            yield Heading(2, translate(title), anchor)
            yield from filter(None, (_hop_table(found, translate),))


def _hop_table(found: Iterable[HopLine], translate: Translator) -> Table | None:
    heads = columns(
        translate, "Time limit", "Who reports", "To whom", "By what means", "Plans", widths=(1.2, 1.4, 1.4, 1, 3.5)
    )
    return table(heads, (_hop(line, translate) for line in found))


def _hop(line: HopLine, translate: Translator) -> tuple[object, ...]:
    sender, receiver, within, means = hop_cells(line, translate)
    plans = lines(*(_plan(view.plan.title, view.id) for view in line.plans))
    return Cell(text(within or "—", "strong")), sender, receiver, means, Cell(plans)


def _plan(title: str, plan: str) -> Text:
    return (plan_link(title, place_in(plan)),)


def _contacts(units: tuple[Unit, ...], translate: Translator) -> Iterator[Block]:
    found = contact_table(units, translate)
    if found:
        yield found
    silent = tuple(unit.name for unit in units if not unit.duty_phone and not unit.contacts)
    if silent:
        words = say("No telephone is on file for: {units}.", units=silent)
        yield Paragraph((Run(translate(words)),), "note")


def _means(book: Handbook, translate: Translator) -> Iterator[Block]:
    own = book.own
    parts: tuple[tuple[Message, Table | None], ...] = (
        (say("Supplies"), stock_table(own.stocks, translate)),
        (say("Teams"), team_table(own.teams, translate)),
        (say("Shelters"), shelter_table(own.shelters, translate)),
    )
    for title, found in parts:
        if found:
            yield Heading(2, translate(title), f"means-{title.text.lower()}")
            yield found

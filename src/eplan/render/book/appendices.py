"""Appendices of the book: how units are reached, supplies by department and together, teams, shelters."""

from collections.abc import Iterator
from itertools import groupby

from eplan.messages import Translator, say
from eplan.render.blocks import Block, Heading, PartPage, Table, anchor
from eplan.render.book.means import Means
from eplan.render.book.tables import contact_table, shelter_table, stock_table, summary_table, team_table


def appendices(means: Means, public: bool, translate: Translator) -> Iterator[Block]:
    """The opening page and the appendices that have something in them, numbered."""
    found = [(title, tuple(blocks)) for title, blocks in _appendices(means, public, translate)]
    filled = [(title, blocks) for title, blocks in found if blocks]
    if filled:
        yield PartPage(translate("Appendices"), "appendices")
    for number, (title, blocks) in enumerate(filled, start=1):
        words = translate(say("Appendix {number}", number=number))
        yield Heading(2, title, f"appendix-{number}", words, starts_page=True, running=title)
        yield from blocks


def _appendices(means: Means, public: bool, translate: Translator) -> Iterator[tuple[str, Iterator[Block]]]:
    if not public:
        yield translate("Duty phones and contacts"), _found(contact_table(means.units, translate))
    yield translate("Supplies of the whole district"), _found(summary_table(means.stocks, translate))
    yield translate("Supplies by department"), _departments(means, translate)
    yield translate("Emergency teams"), _found(team_table(means.teams, translate))
    yield translate("Shelters of the district"), _found(shelter_table(means.shelters, translate))


def _found(table: Table | None) -> Iterator[Block]:
    if table:
        yield table


def _departments(means: Means, translate: Translator) -> Iterator[Block]:
    for unit, stocks in groupby(means.stocks, key=lambda stock: stock.unit):
        yield Heading(3, unit or "—", anchor("supplies", unit))
        yield from _found(stock_table(stocks, translate))

"""Tables of what plans rely on, the same in annexes of plans and in the appendices of the book."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eplan.messages import Translator, say
from eplan.models.hazards import Hazard
from eplan.models.quantities import Quantity
from eplan.models.resources import Shelter, Team
from eplan.models.units import Contact, Unit
from eplan.models.vocabulary import label
from eplan.render.blocks import Cell, Column, Table, cell, text
from eplan.render.book.means import Need, Stock
from eplan.render.book.sections import columns, example, table
from eplan.render.book.wording import level_tone, level_words, span_words

Line = tuple[bool, tuple[object, ...]]
"""Whether the record is made up, and the cells."""


def _marked(heads: tuple[Column, ...], rows: Iterable[Line], translate: Translator) -> Table | None:
    """A table in which examples are marked: row by row, or once where all are."""
    found = list(rows)
    if found and all(is_example for is_example, _ in found):
        written = table(heads, (cells for _, cells in found))
        mark = translate(say("{mark} All entries are made up.", mark=translate("〔example〕")))
        return replace(written, caption=mark) if written else None
    return table(heads, (_mark(cells, translate) if is_example else cells for is_example, cells in found))


def _mark(cells: tuple[object, ...], translate: Translator) -> tuple[object, ...]:
    first = cells[0] if isinstance(cells[0], Cell) else cell(cells[0])
    return (replace(first, text=(*first.text, example(translate))), *cells[1:])


def contact_table(units: Iterable[Unit], translate: Translator) -> Table | None:
    """Duty phones, and posts with their telephones."""
    heads = columns(translate, "Unit", "Duty phone", "Posts and telephones", widths=(1.2, 1, 4))
    return _marked(heads, (_contact(unit, translate) for unit in units if unit.duty_phone or unit.contacts), translate)


def _contact(unit: Unit, translate: Translator) -> Line:
    posts = translate("; ").join(" ".join(filter(None, _post(item, unit.name))) for item in unit.contacts)
    made_up = unit.example or (bool(unit.contacts) and all(item.example for item in unit.contacts))
    return made_up, (unit.name, unit.duty_phone or "—", posts)


def _post(contact: Contact, unit: str) -> tuple[str | None, ...]:
    """The post without its unit, which stands at the head of the row."""
    return contact.post.removeprefix(unit) or contact.post, contact.name, contact.phone


def need_table(needs: Iterable[Need], translate: Translator) -> Table | None:
    """What a plan needs, and where it lies."""
    heads = columns(translate, "Item", "Need", "Usable", "Where it lies", widths=(1.5, 0.8, 0.9, 4))
    return _marked(heads, (_need(need, translate) for need in needs), translate)


def _need(need: Need, translate: Translator) -> Line:
    held = translate("; ").join(_place(stock, translate) for stock in need.stocks)
    made_up = bool(need.stocks) and all(stock.item.example for stock in need.stocks)
    return made_up, (need.item, str(need.quantity), _total(need.stocks) or "—", held or "—")


def _place(stock: Stock, translate: Translator) -> str:
    """区林业局70台（区林业局防火物资库）; who keeps it stands in the appendix."""
    item = stock.item
    if not item.store:
        return _held_by(stock, translate)
    return translate(say("{unit} {quantity} ({place})", unit=stock.unit, quantity=item.quantity, place=item.store))


def _held_by(stock: Stock, translate: Translator) -> str:
    return translate(say("{what} {quantity}", what=stock.unit, quantity=stock.item.quantity))


def _total(stocks: Sequence[Stock]) -> Quantity | None:
    """What can be used in all, where the stocks are counted in one unit of measure."""
    measures = {stock.usable.unit for stock in stocks}
    if len(measures) != 1:
        return None
    return Quantity(sum(stock.usable.amount for stock in stocks), measures.pop())


def stock_table(stocks: Iterable[Stock], translate: Translator) -> Table | None:
    """The catalogue of one department."""
    heads = columns(
        translate, "Item", "Specification", "Quantity", "Minimum", "Store", "Keeper", "Telephone",
        widths=(1.5, 1.7, 0.8, 1.1, 1.6, 1.4, 1.5),
    )  # fmt: skip
    return _marked(heads, map(_stock, stocks), translate)


def _stock(stock: Stock) -> Line:
    item = stock.item
    kept = (item.store or "", item.keeper or "", item.phone or "")
    return item.example, (item.name, item.spec or "", item.quantity, item.minimum or "", *kept)


def summary_table(stocks: Iterable[Stock], translate: Translator) -> Table | None:
    """All departments together, item by item; the total names the items that it was counted from."""
    heads = columns(translate, "Item", "Usable", "Held by", widths=(1.6, 0.9, 5))
    return _marked(heads, _summed(stocks, translate), translate)


def _summed(stocks: Iterable[Stock], translate: Translator) -> Iterator[Line]:
    found: dict[str, list[Stock]] = {}
    for stock in stocks:
        found.setdefault(stock.item.name, []).append(stock)
    for name, held in found.items():
        total = Cell(text(str(_total(held) or "—")), sources=tuple(stock.item.id for stock in held))
        by = translate.joiner.join(_held_by(stock, translate) for stock in held)
        yield all(stock.item.example for stock in held), (name, total, by)


def team_table(teams: Iterable[Team], translate: Translator) -> Table | None:
    """Teams with their strength and how fast they are ready."""
    heads = columns(
        translate, "Team", "Unit", "Members", "Skills", "Ready in", "Leader", "Telephone",
        widths=(1.7, 1.3, 0.75, 2.4, 1.05, 1.5, 1.5),
    )  # fmt: skip
    return _marked(heads, (_team(team, translate) for team in teams), translate)


def _team(team: Team, translate: Translator) -> Line:
    ready = translate(span_words(team.ready_in)) if team.ready_in else ""
    skills = translate.joiner.join(team.skills)
    members = "" if team.members is None else team.members
    return team.example, (team.name, team.unit, members, skills, ready, team.leader or "", team.phone or "")


def shelter_table(shelters: Iterable[Shelter], translate: Translator) -> Table | None:
    """Shelters with their capacity and whom they serve."""
    heads = columns(
        translate, "Shelter", "Unit", "Area (m²)", "Capacity", "Serves", "Keeper", "Telephone",
        widths=(1.7, 1.2, 1.1, 1.1, 1.9, 1.4, 1.5),
    )  # fmt: skip
    return _marked(heads, (_shelter(shelter, translate) for shelter in shelters), translate)


def _shelter(shelter: Shelter, translate: Translator) -> Line:
    area = "" if shelter.area_m2 is None else f"{shelter.area_m2:g}"
    capacity = "" if shelter.capacity is None else str(shelter.capacity)
    kept = (shelter.keeper or "", shelter.phone or "")
    return shelter.example, (shelter.name, shelter.unit, area, capacity, translate.joiner.join(shelter.serves), *kept)


def hazard_table(hazards: Iterable[Hazard], translate: Translator) -> Table | None:
    """Hazards of the register."""
    heads = columns(
        translate, "No.", "Hazard", "Place", "Unit", "Level", "Threatens", widths=(0.9, 1.1, 2.4, 1.2, 0.7, 2.4)
    )
    return _marked(heads, (_hazard(hazard, translate) for hazard in hazards), translate)


def _hazard(hazard: Hazard, translate: Translator) -> Line:
    level = Cell(text(translate(level_words(hazard.level))), level_tone(hazard.level)) if hazard.level else ""
    kind = translate(label(hazard.kind))
    return hazard.example, (hazard.id, kind, hazard.place, hazard.unit, level, hazard.threatens or "")

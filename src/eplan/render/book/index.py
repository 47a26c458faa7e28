"""Index of units: every unit with the plans and chapters in which it has a duty."""

from collections.abc import Iterable, Iterator, Mapping

from eplan.messages import Translator, say
from eplan.render.blocks import Block, Cell, Column, Heading, Row, Run, Table, Text, text
from eplan.render.book.plan_pages import PlanPages
from eplan.render.book.sections import Numbered, columns

Duties = Mapping[str, list[tuple[str, list[Numbered]]]]


def index(
    plans: Iterable[PlanPages], units: Iterable[str], translate: Translator, elsewhere: Mapping[str, str]
) -> Iterator[Block]:
    """The index, in the folder's order of units; units without a duty are left out.

    `elsewhere` says of plans in which other volume they are.
    """
    duties = _duties(plans, elsewhere)
    rows = tuple(
        Row((Cell(text(unit)), Cell(tuple(_entries(duties[unit], translate))))) for unit in units if unit in duties
    )
    if rows:
        title = translate("Index of units")
        yield Heading(1, title, "index-of-units", starts_page=True, running=title)
        yield Table(_heads(translate), rows)


def _heads(translate: Translator) -> tuple[Column, ...]:
    return columns(translate, "Unit", "Plans and chapters", widths=(1, 4.5))


def _duties(plans: Iterable[PlanPages], elsewhere: Mapping[str, str]) -> Duties:
    """Unit → plans → sections that bind it."""
    found: dict[str, list[tuple[str, list[Numbered]]]] = {}
    for plan in plans:
        of_plan: dict[str, list[Numbered]] = {}
        for item in plan.sections:
            for unit in item.section.units:
                of_plan.setdefault(unit, []).append(item)
        title = plan.view.plan.title + elsewhere.get(plan.view.id, "")
        for unit, sections in of_plan.items():
            found.setdefault(unit, []).append((title, sections))
    return found


def _entries(duties: list[tuple[str, list[Numbered]]], translate: Translator) -> Iterator[Run]:
    for place, (title, sections) in enumerate(duties):
        break_before = "\n" if place else ""
        yield Run(break_before + translate(say("{label}: ", label=title)))
        yield from _numbers(sections, translate)


def _numbers(sections: list[Numbered], translate: Translator) -> Text:
    links = [Run(item.number, link=f"#{item.anchor}", page=True) for item in sections]
    return tuple(
        run for place, link in enumerate(links) for run in ((Run(translate.joiner),) if place else ()) + (link,)
    )

"""Chapters Organisation and command, and Mechanisms."""

from collections.abc import Iterable, Iterator

from eplan.messages import Translator
from eplan.models.headquarters import Headquarters
from eplan.models.plan import Command, CommandGroup
from eplan.render.blocks import Block, Cell, facts, text
from eplan.render.book.command_chart import command_chart
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import Section, chapter, columns, example, listed, prose, section, table
from eplan.render.book.wording import day_words

NOBODY = Command()


def command(view: PlanView, translate: Translator) -> Section:
    """Who commands, who belongs to it, what each unit has to do."""
    own = view.plan.command or NOBODY
    return chapter(
        translate,
        "Organisation and command",
        _headquarters(own, view, translate),
        section(
            translate,
            "Duties of member units",
            table(
                columns(translate, "Unit", "Duty", widths=(1, 4)),
                ((view.called(unit), duty) for unit, duty in own.duties.items()),
            ),
            units=view.units(*own.duties),
        ),
        _groups(own.groups, view, translate),
        section(translate, "Command on the spot", *prose(own.site)),
        section(translate, "Experts", *_text_or_list(own.experts)),
    )


def _headquarters(own: Command, view: PlanView, translate: Translator) -> Section:
    seats = view.headquarters or Headquarters(name="-")
    commander = own.commander or seats.commander
    deputies = own.deputies or seats.deputies
    office = own.office or seats.office
    pairs = facts(
        (translate("Name"), _name(view.headquarters, translate)),
        (translate("Stands under"), seats.parent),
        (translate("Commander"), view.called(commander)),
        (translate("Deputy commanders"), _names(deputies, view, translate)),
        (translate("Office"), view.called(office)),
        (translate("Member units"), _names(seats.members, view, translate)),
        (translate("Established"), translate(day_words(seats.established)) if seats.established else None),
    )
    bound = view.units(commander, *deputies, office, *seats.members)
    chart = command_chart(own, seats, view, translate)
    return section(translate, "Headquarters", pairs if pairs.rows else None, chart, units=bound)


def _name(headquarters: Headquarters | None, translate: Translator) -> Cell | None:
    if headquarters is None:
        return None
    mark = (example(translate),) if headquarters.example else ()
    return Cell((*text(headquarters.name), *mark))


def _names(names: Iterable[str], view: PlanView, translate: Translator) -> str:
    return translate.joiner.join(view.called(name) for name in names)


def _groups(groups: tuple[CommandGroup, ...], view: PlanView, translate: Translator) -> Section:
    heads = columns(translate, "Group", "Lead", "Members", "Duties", widths=(1.1, 1.1, 2, 3))
    found = table(heads, _group_rows(groups, view, translate))
    bound = view.units(*(group.lead for group in groups), *(name for group in groups for name in group.members))
    return section(translate, "Working groups", found, units=bound)


def _group_rows(
    groups: tuple[CommandGroup, ...], view: PlanView, translate: Translator
) -> Iterator[tuple[object, ...]]:
    for group in groups:
        yield group.name, view.called(group.lead), _names(group.members, view, translate), group.duties or ""


def _text_or_list(given: str | tuple[str, ...] | None) -> tuple[Block | None, ...]:
    return prose(given) if isinstance(given, str) else (listed(given or ()),)


def mechanisms(view: PlanView, translate: Translator) -> Section:
    """Standing arrangements, one section each."""
    own = tuple(Section(item.name, prose(item.text)) for item in view.plan.mechanisms)
    return chapter(translate, "Mechanisms", *own)

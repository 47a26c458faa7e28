"""Annexes of a plan: tables made from the folder's data, drawings, files."""

from collections.abc import Callable, Iterator

from eplan.messages import Translator, say
from eplan.models.plan import Annex
from eplan.render.blocks import Block
from eplan.render.book.flowchart import flowchart
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import LEVEL, Numbered, Section, place_in, sentence
from eplan.render.book.tables import contact_table, hazard_table, need_table, shelter_table, team_table

TABLES: dict[str, Callable[[PlanView, Translator], Block | None]] = {
    "contacts": lambda view, translate: contact_table(view.means.units, translate),
    "supplies": lambda view, translate: need_table(view.needs, translate),
    "teams": lambda view, translate: team_table(view.means.teams, translate),
    "shelters": lambda view, translate: shelter_table(view.means.shelters, translate),
    "hazards": lambda view, translate: hazard_table(view.hazards, translate),
    "flowchart": flowchart,
}


def annexes(view: PlanView, translate: Translator) -> Iterator[Numbered]:
    """The annexes in the plan's order, each with its number."""
    for number, annex in enumerate(view.plan.annexes, start=1):
        section = Section(annex.title, tuple(_blocks(annex, view, translate)))
        yield Numbered(
            translate(say("Annex {number}", number=number)), place_in(view.id, "annex", number), LEVEL, section
        )


def _blocks(annex: Annex, view: PlanView, translate: Translator) -> Iterator[Block]:
    found = TABLES[annex.table](view, translate) if annex.table else None
    file = sentence(translate(say("See the file {file}.", file=annex.file)) if annex.file else "")
    blocks = tuple(block for block in (found, file) if block)
    none = sentence(translate("Nothing is entered here yet."))
    yield from blocks or ((none,) if none else ())

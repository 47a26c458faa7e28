"""Finding what somebody asks the legal base for, by whatever name they know it."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from eplan.law import holds_in, in_force, plain
from eplan.law_for import Asked, asked_of_plan, asked_of_unit, instruments_here
from eplan.messages import Refusal, Translator, say
from eplan.models.law import Instrument, Requirement
from eplan.models.questions import QUESTIONS
from eplan.models.vocabulary import label
from eplan.reporting.law_json import Json, instrument_json, requirements_json, written
from eplan.reporting.law_pages import (
    instrument_lines,
    instrument_page,
    matching_lines,
    place_lines,
    question_lines,
    requirement_lines,
)
from eplan.repository import Context, Repository


def page(on: Context, wanted: str | None, translate: Translator) -> Iterator[str]:
    """The list, or the page of an instrument, a requirement, a question or a place."""
    if wanted is None:
        return instrument_lines(on, translate)
    if any(item.jurisdiction == wanted for item in on.law.instruments):
        return place_lines(on, wanted, translate)
    if question := _question(wanted, translate):
        return question_lines(on, question, translate)
    rows, instruments = _rows(on, wanted), _instruments(on, wanted)
    if not rows and not instruments:
        raise _unknown(wanted, _names(on))
    if len(instruments) > 1:
        return matching_lines(on, wanted, instruments, translate)
    return _one(on, rows, instruments, translate)


def _one(
    on: Context, rows: Iterable[Requirement], instruments: Iterable[Instrument], translate: Translator
) -> Iterator[str]:
    for row in rows:
        yield from requirement_lines(on.law, row, translate, "#")
    for instrument in instruments:
        yield from instrument_page(on, instrument, translate)


def page_json(on: Context, wanted: str | None, translate: Translator) -> Json:
    """The same for machines."""
    if wanted is None or any(item.jurisdiction == wanted for item in on.law.instruments):
        here = instruments_here(on.law, on.as_of, on.config.jurisdictions)
        placed = [item for item in on.law.instruments if item.jurisdiction == wanted]
        return {"instruments": [written(item) for item in (placed if wanted else here)]}
    if question := _question(wanted, translate):
        places = on.config.jurisdictions
        asked = [row for row in on.law.requirements if row.about == question and in_force(row, on.as_of)]
        return {"requirements": requirements_json(on.law, (row for row in asked if holds_in(row, places)))}
    rows, instruments = _rows(on, wanted), _instruments(on, wanted)
    if not rows and not instruments:
        raise _unknown(wanted, _names(on))
    found = [instrument_json(on.law, item) for item in instruments]
    return {"instruments": found, "requirements": requirements_json(on.law, rows)}


def _question(wanted: str, translate: Translator) -> str | None:
    return next((about for about in QUESTIONS if wanted in (about, translate(label(about)))), None)


def _rows(on: Context, wanted: str) -> tuple[Requirement, ...]:
    return tuple(row for row in on.law.requirements if row.id == wanted)


def _instruments(on: Context, wanted: str) -> tuple[Instrument, ...]:
    """By id; by title or number the edition in force, else the last one; else all whose name holds the words."""
    law, flat = on.law, plain(wanted)
    if wanted in law.by_id:
        return (law.by_id[wanted],)
    editions = law.editions(wanted)
    if editions:
        return (law.edition(wanted, on.as_of) or editions[-1],)
    holding = [item for item in law.instruments if any(flat in plain(name) for name in _called(item))] if flat else []
    now = (item if in_force(item, on.as_of) else law.superseding(item, on.as_of) or item for item in holding)
    return tuple({item.id: item for item in now}.values())


def _called(item: Instrument) -> tuple[str, ...]:
    return (item.title, item.number or "", *item.aliases)


def _names(on: Context) -> Iterator[str]:
    for item in on.law.instruments:
        yield from filter(None, (item.id, item.title, item.number, item.jurisdiction))
    yield from (row.id for row in on.law.requirements)
    yield from QUESTIONS


def asked_of(repository: Repository, name: str) -> tuple[str, tuple[Asked, ...]]:
    """A unit (by any of its names) or a plan (by id or title), and what binds it. Refuses what nobody is called."""
    plans = {**{plan.model.title: plan for plan in repository.plans}, **repository.plan_by_id}
    if plan := plans.get(name):
        return f"《{plan.model.title}》({plan.id})", asked_of_plan(plan, repository)
    if unit := repository.unit_by_name.get(name):
        return unit.id, asked_of_unit(unit, repository)
    raise _unknown(name, (*repository.unit_by_name, *plans))


def _unknown(name: str, known: Iterable[str]) -> Refusal:
    near = get_close_matches(name, sorted(set(known)), n=3, cutoff=0.5)
    if near:
        return Refusal(say("nothing is called '{name}' here; did you mean {near}?", name=name, near=near))
    return Refusal(say("nothing is called '{name}' here; `eplan law` lists the legal base", name=name))

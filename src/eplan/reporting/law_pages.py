"""The legal base as people read it: lists, one page, what binds a unit or plan, what changed between two days."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from types import CodeType, ModuleType

from eplan.law import Law, in_force
from eplan.messages import Message, Translator, say
from eplan.models.law import Instrument, Requirement
from eplan.models.vocabulary import label
from eplan.obligations import spoken, subjects_of
from eplan.repository import Repository
from eplan.rule import Rule

_VERIFIED = {
    "A": say("primary text read"),
    "B": say("official excerpt read"),
    "C": say("secondary source"),
    "unverified": say("unverified: never an error"),
}


def instrument_lines(law: Law, day: date, translate: Translator) -> Iterator[str]:
    """The instruments in force on a day, heaviest force first, with the number of their requirements then."""
    counted: dict[str | None, int] = {}
    for row in law.requirements:
        counted[row.instrument] = counted.get(row.instrument, 0) + in_force(row, day)
    for instrument in law.instruments:
        if in_force(instrument, day):
            yield translate(
                say(
                    "{id}  {name}  {force}, {count} requirements, {verified}",
                    id=instrument.id,
                    name=_name(instrument),
                    force=label(instrument.force),
                    count=counted.get(instrument.id, 0),
                    verified=_VERIFIED[instrument.verified],
                )
            )


def _name(instrument: Instrument) -> str:
    return f"《{instrument.title}》" + (f"（{instrument.number}）" if instrument.number else "")


def page_of(law: Law, wanted: str, translate: Translator) -> Iterator[str] | None:
    """The page of an instrument (by id, title or number) or of one requirement; None where nothing is called so."""
    instrument = law.by_id.get(wanted) or next(iter(law.editions(wanted)), None)
    if instrument is not None:
        return _instrument_page(law, instrument, translate)
    rows = [row for row in law.requirements if row.id == wanted]
    return (line for row in rows for line in requirement_lines(law, row, translate)) if rows else None


def _instrument_page(law: Law, instrument: Instrument, translate: Translator) -> Iterator[str]:
    yield f"{instrument.id}  {_name(instrument)}"
    successor = law.by_id.get(instrument.superseded_by or "")
    facts = (
        (say("Legal force"), label(instrument.force)),
        (say("Issued"), instrument.issued),
        (say("In force from"), instrument.valid_from),
        (say("In force to"), instrument.valid_to),
        (say("Superseded by"), _name(successor) if successor else None),
        (say("Verified"), _VERIFIED[instrument.verified]),
        (say("Source"), instrument.source),
    )
    yield from _facts(facts, translate)
    for row in law.requirements:
        if row.instrument == instrument.id:
            yield ""
            yield from requirement_lines(law, row, translate)


def _facts(facts: Iterable[tuple[Message, object]], translate: Translator) -> Iterator[str]:
    for name, value in facts:
        if value:
            yield f"  {translate(name)}: {translate(value) if isinstance(value, Message) else value}"


def requirement_lines(law: Law, row: Requirement, translate: Translator) -> Iterator[str]:
    """One requirement: what it asks of whom, since when, by which clause, how sure."""
    yield f"{row.id}  {row.about}: {translate(law.basis(row))}"
    facts = (
        (say("Binds"), translate.joiner.join(translate(label(word)) for word in row.subjects)),
        (say("Asks"), demand(row, translate)),
        (say("In force from"), row.valid_from),
        (say("In force to"), row.valid_to),
        (say("Jurisdiction"), row.jurisdiction),
        (say("Verified"), _VERIFIED[row.verified]),
        (say("Source"), row.source),
        (say("Note"), row.note),
    )
    yield from _facts(facts, translate)


def demand(row: Requirement, translate: Translator) -> str:
    """The number or list of a requirement in words."""
    parts: list[Message] = []
    if row.hop:
        parts.append(say("hop {hop}", hop=row.hop))
    if row.at_most:
        parts.append(say("at most {amount}", amount=spoken(row.at_most)))
    if row.at_least:
        parts.append(say("at least {amount}", amount=str(row.at_least)))
    if row.every:
        spoken_rhythm = spoken(row.every)
        parts.append(spoken_rhythm if isinstance(row.every, str) else say("every {rhythm}", rhythm=spoken_rhythm))
    if row.levels:
        parts.append(say("levels {levels}", levels=row.levels))
    if row.includes or row.names:
        parts.append(say("{items}", items=(*row.includes, *row.names)))
    parts += [say("{key} {range}", key=key, range=str(bounds)) for key, bounds in row.thresholds.items()]
    return translate.joiner.join(map(translate, parts))


def binding_lines(repository: Repository, name: str, translate: Translator) -> Iterator[str] | None:
    """What binds a unit (by name) or a plan (by id) on the day of the check; None where nothing is called so."""
    subjects = _subjects(repository, name)
    if subjects is None:
        return None
    rows = _rows(repository, lambda row: bool(row.subjects) and any(word in row.subjects for word in subjects))
    return (line for row in rows for line in requirement_lines(repository.on.law, row, translate))


def _subjects(repository: Repository, name: str) -> tuple[str, ...] | None:
    unit, plan = repository.unit_by_name.get(name), repository.plan_by_id.get(name)
    if plan is not None:
        return subjects_of(plan, repository)
    return (unit.model.kind,) if unit is not None else None


def _rows(repository: Repository, wanted: Callable[[Requirement], bool]) -> list[Requirement]:
    places = repository.on.config.jurisdictions
    return [
        row
        for row in repository.on.law.requirements
        if in_force(row, repository.as_of) and (row.jurisdiction is None or row.jurisdiction in places) and wanted(row)
    ]


def change_lines(repository: Repository, since: date, translate: Translator) -> Iterator[str]:
    """What came and what went between `since` and the day of the check, and what of the folder it touches."""
    law, now = repository.on.law, repository.as_of
    for instrument in law.instruments:
        before, after = in_force(instrument, since), in_force(instrument, now)
        if before != after:
            yield ("+ " if after else "- ") + _name(instrument)
            if before:
                yield from _citing(repository, instrument, translate)
    for row in law.requirements:
        before, after = in_force(row, since), in_force(row, now)
        if before != after and _applies(repository, row):
            sign = "+" if after else "-"
            yield f"{sign} {row.id}  {row.about}: {demand(row, translate)}  {translate(law.basis(row))}"


def _applies(repository: Repository, row: Requirement) -> bool:
    """Whether a requirement binds anything in the folder."""
    if row.jurisdiction is not None and row.jurisdiction not in repository.on.config.jurisdictions:
        return False
    kinds = {unit.model.kind for unit in repository.units} | {plan.model.kind for plan in repository.plans}
    return not row.subjects or any(word in kinds for word in row.subjects)


def _citing(repository: Repository, instrument: Instrument, translate: Translator) -> Iterator[str]:
    law = repository.on.law
    citing = [
        plan.id
        for plan in repository.plans
        if any(
            law.cited(item.title, item.issued or plan.model.edition.issued or repository.as_of) is instrument
            for item in plan.model.basis
        )
    ]
    if citing:
        yield "    " + translate(say("cited by {count} plans: {plans}", count=len(citing), plans=citing))


def asked_by(rule: Rule, law: Law, day: date, translate: Translator) -> Iterator[str]:
    """The requirements in force that a rule asks about: those whose question stands in the rule's own module."""
    questions = set(_constants(sys.modules[rule.check.__module__]))
    for row in law.requirements:
        if row.about in questions and row.jurisdiction is None and in_force(row, day):
            yield from requirement_lines(law, row, translate)


def _constants(module: ModuleType) -> Iterator[str]:
    """The texts in the code of a module's own functions, and the texts that the module keeps."""
    for value in vars(module).values():
        if isinstance(value, str):
            yield value
        code = getattr(value.check if isinstance(value, Rule) else value, "__code__", None)
        if code is not None:
            yield from _texts_in(code)


def _texts_in(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple):
            yield from (item for item in constant if isinstance(item, str))
        elif isinstance(constant, CodeType):
            yield from _texts_in(constant)

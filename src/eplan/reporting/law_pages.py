"""The legal base as people read it: lists, one page, what binds a unit or plan, what changed between two days."""

import sys
from collections.abc import Collection, Iterable, Iterator
from types import CodeType, ModuleType

from eplan.law import Law, holds_in, in_force, severity_of
from eplan.law_for import Asked, Changes, Replaced, Shift, in_order, instruments_here
from eplan.messages import Message, Translator, say
from eplan.models.law import Instrument, Requirement
from eplan.models.vocabulary import FORCES, label
from eplan.reporting.law_words import demand, narrowing
from eplan.repository import Context
from eplan.rule import Rule

_VERIFIED = {
    "A": say("primary text read"),
    "B": say("official excerpt read"),
    "C": say("secondary source"),
    "unverified": say("unverified: never an error"),
}
_SHOWN = 12
Lines = Iterator[str]


def instrument_lines(on: Context, translate: Translator) -> Lines:
    """The instruments that hold here on the day of the check, heaviest force first, and where there is local law."""
    here = instruments_here(on.law, on.as_of, on.config.jurisdictions)
    yield "# " + translate(say("{count} instruments in force on {day}", count=len(here), day=on.as_of))
    yield from _listed(here, on, translate)
    yield ""
    yield from map(translate, _places(on))


def _places(on: Context) -> Iterator[Message]:
    """Whose local law counts here, and of which places there is any."""
    known = dict.fromkeys(item.jurisdiction for item in on.law.instruments if item.jurisdiction)
    chosen = on.config.jurisdictions
    if counted := [place for place in chosen if place in known]:
        yield say("Local law of {places} counts here: `jurisdictions` in eplan.yaml.", places=counted)
    if unknown := [place for place in chosen if place not in known]:
        yield say("The legal base holds no local law of {places}.", places=unknown)
    others = [place for place in known if place not in chosen]
    yield say("There is also local law of {places}, which does not count here: `eplan law PLACE`.", places=others)


def _listed(instruments: Collection[Instrument], on: Context, translate: Translator) -> Lines:
    counted: dict[str | None, int] = {}
    for row in on.law.requirements:
        counted[row.instrument] = counted.get(row.instrument, 0) + in_force(row, on.as_of)
    for force in dict.fromkeys(sorted((item.force for item in instruments), key=FORCES.index)):
        yield ""
        yield f"## {translate(label(force))}"
        yield ""
        for item in instruments:
            if item.force == force:
                count, verified = counted.get(item.id, 0), _VERIFIED[item.verified]
                facts = say("{count} requirements, {verified}", count=count, verified=verified)
                yield f"- {_title(item)}  {translate(facts)}  [{item.id}]"


def matching_lines(on: Context, wanted: str, instruments: Collection[Instrument], translate: Translator) -> Lines:
    """Several instruments whose names hold the words asked for."""
    yield "# " + translate(
        say("{count} instruments are called something like '{name}'", count=len(instruments), name=wanted)
    )
    yield from _listed(instruments, on, translate)


def place_lines(on: Context, place: str, translate: Translator) -> Lines:
    """The local law of one place."""
    yield "# " + translate(say("Local law of {place}", place=place))
    there = [item for item in on.law.instruments if item.jurisdiction == place and in_force(item, on.as_of)]
    yield from _listed(there, on, translate)


def _title(instrument: Instrument) -> str:
    return f"《{instrument.title}》" + (f"（{instrument.number}）" if instrument.number else "")


def _edition(instrument: Instrument) -> str:
    """Title, number and from when, as editions of one law have one title."""
    return f"{_title(instrument)} {instrument.valid_from or ''}".rstrip()


def instrument_page(on: Context, instrument: Instrument, translate: Translator) -> Lines:
    """One instrument, its other editions, and everything that eplan knows it to require."""
    law = on.law
    yield f"# {_title(instrument)}"
    yield ""
    successor = law.by_id.get(instrument.superseded_by or "")
    editions = [f"{item.id} ({item.valid_from})" for item in law.editions(instrument.title) if item is not instrument]
    facts = (
        ("Id", instrument.id),
        (say("Legal force"), label(instrument.force)),
        (say("Jurisdiction"), instrument.jurisdiction),
        (say("Issued"), instrument.issued),
        (say("In force from"), instrument.valid_from),
        (say("In force to"), instrument.valid_to),
        (say("Superseded by"), f"{_edition(successor)} [{successor.id}]" if successor else None),
        (say("Other editions"), translate.joiner.join(editions)),
        (say("Verified"), _VERIFIED[instrument.verified]),
        (say("Source"), _source(law, instrument, translate)),
    )
    yield from _facts(facts, translate)
    for row in law.requirements:
        if row.instrument == instrument.id:
            yield from requirement_lines(law, row, translate)


def _facts(facts: Iterable[tuple[Message | str, object]], translate: Translator) -> Lines:
    for name, value in facts:
        if value:
            yield "- " + translate(say("{name}: {value}", name=translate(name), value=value))


def _source(law: Law, row: Requirement | Instrument, translate: Translator) -> str:
    """The texts that were read, each with its address; of a key that stands for many texts the instrument's own."""
    if row.source == "K":
        return translate(say("from knowledge; no text was read"))
    instrument = law.by_id.get(row.instrument or "") if isinstance(row, Requirement) else None
    if instrument and instrument.source and f"[{row.source}]" in instrument.source:
        return instrument.source
    read = law.read_in(row)
    return "; ".join(" ".join(filter(None, (text.title, text.address))) for text in read) or row.source or ""


def requirement_lines(law: Law, row: Requirement, translate: Translator, heading: str = "##") -> Lines:
    """One requirement: what it asks of whom, since when, by which clause, how sure, how heavy."""
    asks = say("{name}: {value}", name=label(row.about), value=demand(row, translate))
    yield from ("", f"{heading} {translate(asks)}", "")
    facts = (
        ("Id", f"{row.id} ({row.about})"),
        (say("Asked by"), law.basis(row)),
        (say("Binds"), translate.joiner.join(translate(label(word)) for word in row.subjects)),
        (say("Is about"), narrowing(row, translate)),
        (say("In force from"), row.valid_from),
        (say("In force to"), row.valid_to),
        (say("Jurisdiction"), row.jurisdiction),
        (say("Legal force"), label(row.force)),
        (say("Verified"), _VERIFIED[row.verified]),
        (say("Severity"), label(severity_of(row).label)),
        (say("Source"), _source(law, row, translate)),
        (say("Note"), row.note),
    )
    yield from _facts(facts, translate)


def question_lines(on: Context, about: str, translate: Translator, heading: str = "##") -> Lines:
    """Every requirement on one question that is in force here, each with its page."""
    if heading == "##":
        told = say("What is in force on {day}: {question}", day=on.as_of, question=label(about))
        yield f"# {translate(told)} ({about})"
    here = (row for row in on.law.requirements if in_force(row, on.as_of) and holds_in(row, on.config.jurisdictions))
    for row in in_order(row for row in here if row.about == about):
        yield from requirement_lines(on.law, row, translate, heading)


def binding_lines(name: str, asked: Collection[Asked], on: Context, translate: Translator) -> Lines:
    """What binds a unit or a plan, by question; the strictest first."""
    yield "# " + translate(say("What the law in force on {day} asks of {name}", day=on.as_of, name=name))
    if not asked:
        yield from ("", translate(say("The legal base asks nothing of it on that day.")))
    for each in asked:
        yield ""
        yield f"## {translate(label(each.about))} ({each.about})"
        yield ""
        for row in each.rows:
            yield f"- {_in_short(row, narrowing(row, translate), on.law, translate)}"


def _in_short(row: Requirement, about: str, law: Law, translate: Translator) -> str:
    told = say(
        "{demand}{about}: {basis}; {force}, {verified} ({severity}) [{id}]",
        demand=demand(row, translate),
        about=translate(say(" (on {what})", what=about)) if about else "",
        basis=law.basis(row),
        force=label(row.force),
        verified=_VERIFIED[row.verified],
        severity=label(severity_of(row).label),
        id=row.id,
    )
    return translate(told)


def change_lines(changes: Changes, law: Law, translate: Translator) -> Lines:
    """What came and what went between two days, and what of the folder it touches."""
    head = say("Changes of the law from {since} to {until}", since=changes.since, until=changes.until)
    yield f"# {translate(head)}"
    if not changes.instruments and not changes.shifts:
        yield ""
        yield translate(say("Nothing changed that holds here."))
    if changes.instruments:
        yield from ("", f"## {translate(say('Instruments'))}", "")
        for replaced in changes.instruments:
            yield from _replaced(replaced, translate)
    for shift in changes.shifts:
        if shift.came or shift.went:
            yield from _shifted(shift, law, translate)
    if restated := [pair for shift in changes.shifts for pair in shift.restated]:
        yield from ("", f"## {translate(say('Asked as before, by a new edition'))}", "")
        for old, new in restated:
            yield f"- {_restated(old, new, law, translate)}"


def _replaced(replaced: Replaced, translate: Translator) -> Lines:
    old, new = replaced.old, replaced.new
    if old and new:
        yield "- " + translate(say("{old} gave way to {new}", old=_edition(old), new=_edition(new)))
    elif new:
        yield "- " + translate(say("new: {new}", new=_edition(new)))
    elif old:
        yield "- " + translate(say("no longer in force: {old}", old=_edition(old)))
    if replaced.cited_by:
        yield "  - " + translate(
            say(
                "cited by {count} plans: {plans}: read them against what is in force now",
                count=len(replaced.cited_by),
                plans=_shortened(replaced.cited_by),
            )
        )


def _shortened(names: tuple[str, ...]) -> list[str]:
    return [*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])]


def _shifted(shift: Shift, law: Law, translate: Translator) -> Lines:
    yield from ("", f"## {translate(label(shift.about))} ({shift.about})", "")
    if shift.touched:
        count, names = len(shift.touched), _shortened(shift.touched)
        yield "- " + translate(say("touches {count} here: {names}", count=count, names=names))
    for sign, rows in (("+", shift.came), ("−", shift.went)):
        for row in rows:
            whom = [translate(label(word)) for word in row.subjects]
            about = translate.joiner.join(filter(None, (*whom, narrowing(row, translate))))
            yield f"- {sign} {_in_short(row, about, law, translate)}"


def _restated(old: Requirement, new: Requirement, law: Law, translate: Translator) -> str:
    told = say(
        "{question}: {demand}: now by {new}, before by {old} [{id}]",
        question=label(new.about),
        demand=demand(new, translate),
        new=law.basis(new),
        old=law.basis(old),
        id=new.id,
    )
    return translate(told)


def asked_by(rule: Rule, on: Context, translate: Translator) -> Lines:
    """The requirements in force here that a rule asks about: those whose question stands in the rule's own module."""
    questions = set(_constants(sys.modules[rule.check.__module__]))
    for about in dict.fromkeys(row.about for row in on.law.requirements):
        if about in questions:
            yield from question_lines(on, about, translate, "###")


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

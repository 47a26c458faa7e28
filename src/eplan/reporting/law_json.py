"""The legal base for machines: rows as they are written in YAML, with their basis and severity in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from eplan.law import Law, severity_of
from eplan.law_for import Asked, Changes
from eplan.models.base import Part
from eplan.models.law import Instrument, Requirement

Json = dict[str, Any]


def written(part: Part) -> Json:
    """A row with the keys of its YAML, without what is not set."""
    set_fields = ((info, getattr(part, name)) for name, info in type(part).model_fields.items())
    return {str(info.alias): _plain(value) for info, value in set_fields if value not in (None, (), {})}


def _plain(value: Any) -> Any:
    match value:
        case bool() | int() | float() | str():
            return value
        case tuple():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case date():
            return value.isoformat()
        case _:
            return str(value)


def requirement_json(law: Law, row: Requirement) -> Json:
    """A requirement, with what it says in words, how heavy it is, and what was read."""
    read = [written(text) for text in law.read_in(row)]
    return {**written(row), "cited": str(law.basis(row)), "severity": severity_of(row).label, "read": read}


def requirements_json(law: Law, rows: Iterable[Requirement]) -> list[Json]:
    return [requirement_json(law, row) for row in rows]


def instrument_json(law: Law, instrument: Instrument) -> Json:
    """An instrument with its requirements."""
    rows = [row for row in law.requirements if row.instrument == instrument.id]
    return {**written(instrument), "requirements": requirements_json(law, rows)}


def asked_json(law: Law, asked: Iterable[Asked]) -> list[Json]:
    """What binds a unit or plan, by question."""
    return [{"about": each.about, "requirements": requirements_json(law, each.rows)} for each in asked]


def changes_json(law: Law, changes: Changes) -> Json:
    """What changed between two days."""
    return {
        "since": changes.since.isoformat(),
        "until": changes.until.isoformat(),
        "instruments": [
            {
                "old": each.old.id if each.old else None,
                "new": each.new.id if each.new else None,
                "cited-by": list(each.cited_by),
            }
            for each in changes.instruments
        ],
        "questions": [
            {
                "about": shift.about,
                "came": requirements_json(law, shift.came),
                "went": requirements_json(law, shift.went),
                "restated": [{"old": old.id, "new": new.id} for old, new in shift.restated],
                "touched": list(shift.touched),
            }
            for shift in changes.shifts
        ],
    }

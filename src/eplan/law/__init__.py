"""The legal base as data: instruments and dated requirements, asked for the edition in force on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import PurePosixPath

from eplan.finding import Fault, Severity
from eplan.messages import Message, say
from eplan.modelling import build
from eplan.models.law import Instrument, LawFile, Renaming, Requirement
from eplan.parsing import parse

_ERROR_FORCES = frozenset(
    ("law", "admin-regulation", "local-regulation", "dept-rule", "mandatory-standard", "normative")
)
_INFO_FORCES = frozenset(("guidance", "practice"))


@dataclass(frozen=True)
class Law:
    """Instruments and requirements; a district's own requirements stand beside the built-in ones."""

    instruments: tuple[Instrument, ...] = ()
    requirements: tuple[Requirement, ...] = field(default=(), repr=False)
    renamings: tuple[Renaming, ...] = field(default=(), repr=False)

    @cached_property
    def by_id(self) -> dict[str, Instrument]:
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def _by_question(self) -> dict[str, tuple[Requirement, ...]]:
        found: dict[str, list[Requirement]] = {}
        for requirement in self.requirements:
            found.setdefault(requirement.about, []).append(requirement)
        return {about: tuple(rows) for about, rows in found.items()}

    def requiring(self, about: str, day: date, *subjects: str) -> tuple[Requirement, ...]:
        """The requirements on one question that are in force on `day` and bind one of `subjects` (or everybody)."""
        return tuple(
            row
            for row in self._by_question.get(about, ())
            if in_force(row, day) and (not row.subjects or any(subject in row.subjects for subject in subjects))
        )

    def with_local(self, requirements: Iterable[Requirement]) -> "Law":
        """This law and a district's own requirements on top."""
        return replace(self, requirements=(*self.requirements, *requirements))

    def basis(self, requirement: Requirement) -> Message:
        """The source of a requirement in words: instrument, number and clause, or the local basis."""
        instrument = self.by_id.get(requirement.instrument or "")
        if instrument is None:
            return say("{basis} (local requirement {id})", basis=requirement.basis or "", id=requirement.id)
        return say(
            "《{title}》{number}{clause}",
            title=instrument.title,
            number=f"（{instrument.number}）" if instrument.number else "",
            clause=requirement.clause or "",
        )


def in_force(row: Requirement | Instrument, day: date) -> bool:
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or day <= row.valid_to)


def severity_of(requirement: Requirement) -> Severity:
    """Severity follows legal force; a requirement whose source is unverified or secondary is never an error."""
    if requirement.force in _INFO_FORCES:
        return Severity.INFO
    if requirement.force in _ERROR_FORCES and requirement.verified in ("A", "B"):
        return Severity.ERROR
    return Severity.WARNING


@cache
def built_in() -> Law:
    """The legal base that ships with eplan."""
    parts = [_load(name) for name in _files()]
    return Law(
        tuple(instrument for part in parts for instrument in part.instruments),
        tuple(requirement for part in parts for requirement in part.requirements),
        tuple(renaming for part in parts for renaming in part.renamings),
    )


def _files() -> Iterator[str]:
    yield from sorted(item.name for item in files(__name__).iterdir() if item.name.endswith(".yaml"))


def _load(name: str) -> LawFile:
    path = PurePosixPath(name)
    document = parse(path, files(__name__).joinpath(name).read_bytes())
    model = document if isinstance(document, tuple) else build(document, LawFile)
    if isinstance(model, tuple):
        raise AssertionError("; ".join(_told(model)))
    return model


def _told(faults: Iterable[Fault]) -> Iterator[str]:
    yield from (f"{fault.position}: {fault.message}" for fault in faults)

"""The legal base as data: instruments and dated requirements, asked for the edition in force on a day."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property, lru_cache

from eplan.finding import Severity
from eplan.law.reading import shipped
from eplan.messages import Message, say
from eplan.models.law import Instrument, Reading, Renaming, Requirement

_ERROR_FORCES = frozenset(
    ("law", "admin-regulation", "local-regulation", "dept-rule", "local-rule", "mandatory-standard", "normative")
)
_INFO_FORCES = frozenset(("guidance", "practice"))
_PERIOD_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "half-year": 182, "term": 182, "year": 365}
_BRACKETS = str.maketrans("([（［【", "〔〔〔〔〔") | str.maketrans(")]）］】", "〕〕〕〕〕")
_NOISE = re.compile(r"[\s《》〈〉]+")
_ORDER = re.compile(r"第?(\d+)号令$")
_STATE_ORDER = re.compile(r"^国令第?(\d+)号?$")
_EDITION = re.compile(r"〔(\d{4}年?)?(修订|修正|修改)?[版本]?〕$")

Concern = tuple[tuple[str, ...], str | None]
"""Kinds of hazard, and a category."""


@dataclass(frozen=True)
class Law:
    """Instruments and requirements; a district's own requirements stand beside the built-in ones."""

    instruments: tuple[Instrument, ...] = ()
    requirements: tuple[Requirement, ...] = field(default=(), repr=False)
    renamings: tuple[Renaming, ...] = field(default=(), repr=False)
    sources: tuple[Reading, ...] = field(default=(), repr=False)

    @cached_property
    def by_id(self) -> dict[str, Instrument]:
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def _by_question(self) -> dict[str, tuple[Requirement, ...]]:
        found: dict[str, list[Requirement]] = {}
        for requirement in self.requirements:
            found.setdefault(requirement.about, []).append(requirement)
        return {about: tuple(rows) for about, rows in found.items()}

    @cached_property
    def _by_name(self) -> dict[str, tuple[Instrument, ...]]:
        found: dict[str, dict[str, Instrument]] = {}
        for instrument in sorted(self.instruments, key=lambda item: item.valid_from or date.min):
            for name in (instrument.title, instrument.number, *instrument.aliases):
                found.setdefault(plain(name or ""), {})[instrument.id] = instrument
        return {name: tuple(instruments.values()) for name, instruments in found.items() if name}

    def requiring(
        self,
        about: str,
        day: date,
        *subjects: str,
        jurisdictions: tuple[str, ...] = (),
        concerning: Concern | None = None,
    ) -> tuple[Requirement, ...]:
        """The requirements on one question that are in force on `day` and bind one of `subjects` (or everybody).

        National and a district's own rows always count, those of a province or city where it is listed. With
        `concerning` only the rows that are about these hazards and this category.
        """
        return self._asked(about, day, subjects, jurisdictions, concerning)

    @cached_property
    def _asked(
        self,
    ) -> Callable[[str, date, tuple[str, ...], tuple[str, ...], Concern | None], tuple[Requirement, ...]]:
        """The same few questions are asked for every plan of a folder, so answers are kept."""
        return cache(self._found)

    def _found(
        self,
        about: str,
        day: date,
        subjects: tuple[str, ...],
        jurisdictions: tuple[str, ...],
        concerning: Concern | None,
    ) -> tuple[Requirement, ...]:
        return tuple(
            row
            for row in self._by_question.get(about, ())
            if in_force(row, day)
            and holds_in(row, jurisdictions)
            and (not row.subjects or any(subject in row.subjects for subject in subjects))
            and (concerning is None or concerns(row, *concerning))
        )

    @cached_property
    def asked_since(self) -> dict[str, date]:
        """By id, since when a rhythm is asked of the same subjects: a new edition of a law is no new start."""
        rows = [row for row in self.requirements if row.every]
        return {
            row.id: min(filter(None, (same.valid_from for same in rows if _is_as_often(same, row))), default=date.min)
            for row in rows
        }

    def editions(self, name: str) -> tuple[Instrument, ...]:
        """Every instrument with this title, number or alias, the oldest first; brackets and blanks do not matter."""
        return self._by_name.get(plain(name), ())

    def edition(self, name: str, day: date) -> Instrument | None:
        """The edition in force on `day`."""
        return next((edition for edition in reversed(self.editions(name)) if in_force(edition, day)), None)

    def cited(self, name: str, day: date) -> Instrument | None:
        """The edition that a citation means: issued on `day`, else in force on it, else the last one before it."""
        editions = self.editions(name)
        issued = (edition for edition in editions if edition.issued == day)
        earlier = (edition for edition in reversed(editions) if edition.valid_from and edition.valid_from <= day)
        return next(issued, None) or self.edition(name, day) or next(earlier, None) or next(iter(editions), None)

    def superseding(self, cited: Instrument, day: date) -> Instrument | None:
        """What has taken the place of an instrument by `day`, or stands beside one that has no last day."""
        newest = None
        while (newer := self.by_id.get(cited.superseded_by or "")) and (newer.valid_from or date.min) <= day:
            newest = cited = newer
        return newest

    def with_local(self, requirements: Iterable[Requirement]) -> "Law":
        """This law and a district's own requirements on top."""
        return replace(self, requirements=(*self.requirements, *requirements))

    def read_in(self, row: Requirement | Instrument) -> tuple[Reading, ...]:
        """The texts that were read, by the keys that a row gives as its source; an address stands for itself."""
        known = {reading.key: reading for reading in self.sources}
        keys = [key.strip() for key in (row.source or "").split(",")]
        return tuple(known[key] for key in keys) if all(key in known for key in keys) else ()

    def basis(self, requirement: Requirement) -> Message:
        """The source of a requirement in words: instrument, number and clause, or the local basis."""
        instrument = self.by_id.get(requirement.instrument or "")
        if instrument is None and requirement.force in _INFO_FORCES:
            return say("{basis} (practice)", basis=requirement.basis or "")
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


def holds_in(row: Requirement | Instrument, jurisdictions: Collection[str]) -> bool:
    """Whether a row is national, or of a place that is listed."""
    return row.jurisdiction is None or row.jurisdiction in jurisdictions


def _is_as_often(row: Requirement, other: Requirement) -> bool:
    alike = (row.about, row.every, row.jurisdiction) == (other.about, other.every, other.jurisdiction)
    return alike and (row.subjects == other.subjects or not set(row.subjects).isdisjoint(other.subjects))


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A title or number as it is compared: one kind of bracket, no blanks, no book-title marks, no 中华人民共和国."""
    flat = _NOISE.sub("", unicodedata.normalize("NFKC", name)).translate(_BRACKETS).replace("—", "-")
    order = _STATE_ORDER.sub(r"国务院令第\1号", _ORDER.sub(r"令第\1号", _EDITION.sub("", flat)))
    return order.removeprefix("中华人民共和国").casefold()


def concerns(
    row: Requirement, hazards: Iterable[str] = (), category: str | None = None, level: int | None = None
) -> bool:
    """Whether a requirement is about one of these hazards, this category and this level; no level means any."""
    return (
        (not row.hazards or any(hazard in row.hazards for hazard in hazards))
        and (not row.categories or category in row.categories)
        and (not row.levels or level is None or level in row.levels)
    )


def strictest(rows: Iterable[Requirement]) -> Requirement | None:
    """The row that asks most: the shortest time, the shortest interval, the largest amount; then the heavier one."""
    return min(rows, key=strictness, default=None)


def strictness(row: Requirement) -> tuple[float, float, float, int]:
    """What asks more comes first when rows are sorted by this."""
    limit = row.at_most.minutes if row.at_most else float("inf")
    amount = row.at_least.amount if row.at_least else 0.0
    return limit, _interval(row), -amount, -severity_of(row)


def _interval(row: Requirement) -> float:
    """Days from one time to the next: of an amount counted in times (次), several fall into one period."""
    if row.every is None:
        return float("inf")
    days = float(_PERIOD_DAYS[row.every] if isinstance(row.every, str) else row.every.minutes / 1440)
    return days / row.at_least.amount if row.at_least and row.at_least.unit == "次" else days


def is_sure(row: Requirement | Instrument | Renaming) -> bool:
    """Whether the text itself was read, whole or in an excerpt; what rests on anything less is never an error."""
    return row.verified in ("A", "B")


def severity_of(requirement: Requirement) -> Severity:
    """Severity follows legal force; a requirement whose source is unverified or secondary is never an error."""
    if requirement.force in _INFO_FORCES:
        return Severity.INFO
    if requirement.force in _ERROR_FORCES and is_sure(requirement):
        return Severity.ERROR
    return Severity.WARNING


def heaviest(rows: Iterable[Requirement], otherwise: Severity) -> Severity:
    """The severity of the heaviest requirement; `otherwise` where there is none."""
    return max(map(severity_of, rows), default=otherwise)


@cache
def built_in() -> Law:
    """The legal base that ships with eplan."""
    parts = tuple(shipped())
    return Law(
        tuple(instrument for part in parts for instrument in part.instruments),
        tuple(requirement for part in parts for requirement in part.requirements),
        tuple(renaming for part in parts for renaming in part.renamings),
        tuple(source for part in parts for source in part.sources),
    )

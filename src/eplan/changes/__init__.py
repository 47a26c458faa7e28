"""What changed between two repositories, record by record and field by field.

Records and items of lists are matched by id, name or level, never by where they stand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from eplan.changes.fields import Change, changes, resemble
from eplan.changes.matching import keyed
from eplan.models.config import Config
from eplan.models.hazards import Hazard, IssuedWarning, MonitoringPoint
from eplan.models.headquarters import Headquarters
from eplan.models.incidents import Event, Scenario
from eplan.models.plan import Plan
from eplan.models.practice import Activity, Drill, Shift
from eplan.models.progress import ProgressFile
from eplan.models.resources import Shelter, Supply, SupplyFile, Team
from eplan.models.tasks import Area, Programme, Task
from eplan.models.units import CoordinationGroup, Group, Unit
from eplan.repository import Placed, Repository

PRINTED: tuple[type, ...] = (Plan, Headquarters, CoordinationGroup, Unit, Group, Supply, Team, Shelter, Hazard)
"""The kinds of records that a book is made of, in the order in which their changes are told."""
ALL: tuple[type, ...] = (
    *PRINTED, SupplyFile, Programme, Area, Task, ProgressFile, IssuedWarning, MonitoringPoint, Drill, Activity, Shift,
    Event, Scenario, Config,
)  # fmt: skip
Fate = Literal["added", "removed", "renamed", "withdrawn", "changed"]


@dataclass(frozen=True)
class RecordChange:
    """A record that is not what it was; `was` is the id that a renamed record had."""

    kind: type
    id: str
    title: str
    fate: Fate
    changes: tuple[Change, ...] = ()
    was: str = ""


@dataclass(frozen=True)
class Comparison:
    """All changes; of files that could not be read on one of the sides nothing is said but their names."""

    records: tuple[RecordChange, ...]
    unread: tuple[PurePosixPath, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.records or self.unread)

    def of(self, kind: type) -> tuple[RecordChange, ...]:
        """The changed records of one kind."""
        return tuple(record for record in self.records if record.kind is kind)


def compare(before: Repository, after: Repository, kinds: Iterable[type] = ALL) -> Comparison:
    """What changed from one repository to the other in the records of these kinds."""
    found = (change for kind in kinds for change in _of_kind(kind, before, after))
    return Comparison(tuple(found), _unread(before, after))


def _unread(before: Repository, after: Repository) -> tuple[PurePosixPath, ...]:
    return tuple(sorted({fault.position.path for side in (before, after) for fault in side.faults}))


def _of_kind(kind: type, before: Repository, after: Repository) -> Iterator[RecordChange]:
    old, new = _by_key(before.of(kind)), _by_key(after.of(kind))
    renamed = dict(_renamed(old, new))
    for key, record in new.items():
        earlier = old.get(key) or old.get(renamed.get(key, ""))
        if earlier is not None:
            yield from _changed(kind, earlier, record)
        elif _is_known_absent(key, before):
            yield RecordChange(kind, record.id, title_of(record), "added")
    gone = old.keys() - new.keys() - set(renamed.values())
    for key, record in old.items():
        if key in gone and _is_known_absent(key, after):
            yield RecordChange(kind, record.id, title_of(record), "removed")


def _is_known_absent(key: str, side: Repository) -> bool:
    """Whether a record is really not there, and not hidden in a file that cannot be read."""
    return key not in side.declared


def _by_key(records: Iterable[Placed[Any]]) -> dict[str, Placed[Any]]:
    return keyed(records, _key)


def _key(record: Placed[Any]) -> str:
    match record.model:
        case Shift() as shift:
            return f"{shift.date} {shift.from_} {shift.unit}"
        case SupplyFile() | ProgressFile() as file:
            return str(file.unit)
        case _:
            return record.id


def _renamed(old: Mapping[str, Placed[Any]], new: Mapping[str, Placed[Any]]) -> Iterator[tuple[str, str]]:
    """Pairs of new and old key of what only goes by another name."""
    left = {key: record for key, record in old.items() if key not in new}
    for key, record in new.items():
        if key in old:
            continue
        match = next((name for name, other in left.items() if resemble(other.model, record.model)), None)
        if match is not None:
            del left[match]
            yield key, match


def _changed(kind: type, before: Placed[Any], after: Placed[Any]) -> Iterator[RecordChange]:
    found = tuple(changes(before.model, after.model))
    was = before.id if before.id != after.id else ""
    if found or was:
        yield RecordChange(kind, after.id, title_of(after), _fate(before, after, was), found, was)


def _fate(before: Placed[Any], after: Placed[Any], was: str) -> Fate:
    if isinstance(after.model, Plan) and after.model.edition.is_withdrawn_on(after.on.as_of):
        return "changed" if before.model.edition.is_withdrawn_on(before.on.as_of) else "withdrawn"
    return "renamed" if was else "changed"


def title_of(record: Placed[Any]) -> str:
    """What people call a record."""
    match record.model:
        case Shift() | SupplyFile() | ProgressFile():
            return _key(record)
        case Config() | CoordinationGroup():
            return ""
        case Supply(name=name):
            return f"{record.document.data['unit']} {name}"
        case model:
            return str(getattr(model, "title", None) or getattr(model, "name", None) or record.id)

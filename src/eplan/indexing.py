"""Documents and their models → Repository: which records a file holds, and which names a broken file declares."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from eplan.document import Document, Loc
from eplan.models.base import Part
from eplan.models.config import Config
from eplan.models.hazards import HazardFile, WarningFile
from eplan.models.headquarters import HeadquartersFile
from eplan.models.incidents import EventFile, ScenarioFile
from eplan.models.kinds import KINDS, kind_of
from eplan.models.plan import Plan
from eplan.models.practice import ActivityFile, DrillFile, DutyFile
from eplan.models.progress import ProgressFile
from eplan.models.resources import ShelterFile, SupplyFile, TeamFile
from eplan.models.tasks import TaskFile
from eplan.models.units import UnitFile
from eplan.parsing.characters import decoded
from eplan.repository import Context, Placed

_VALUES = re.compile(r"\b(?:id|name|full-name|post|aliases)[ \t]*[:：][ \t]*(\[[^\]\n]*|[^,}\n]+)")
_KEYS_AND_ITEMS = re.compile(r"^[ \t]*(?:-[ \t]+)?([^\s:#-][^:\n]*)", re.MULTILINE)
"""In a file of units a list may hold aliases, and the keys below `groups` are names."""
_DECLARING = frozenset(("id", "name", "full-name", "post"))


def placed_records(document: Document, model: Part, on: Context) -> Iterator[Placed[Any]]:
    """The records of one file, each with its place."""
    for loc, record in _records(model):
        yield Placed(record, document, loc, on)


def _records(model: Part) -> Iterator[tuple[Loc, Any]]:
    match model:
        case Plan() | ProgressFile() | Config():
            yield (), model
        case SupplyFile():
            yield (), model
            yield from _items("supplies", model.supplies)
        case UnitFile():
            yield from _items("units", model.units)
            yield from ((("groups", name), group) for name, group in model.groups.items())
            yield from _one("coordination-group", model.coordination_group)
        case TaskFile():
            yield from _task_records(model)
        case WarningFile():
            yield from _items("warnings", model.warnings)
            yield from _items("monitoring-points", model.monitoring_points)
        case _:
            yield from _list_file(model)


def _list_file(model: Part) -> Iterator[tuple[Loc, Any]]:
    match model:
        case (
            HeadquartersFile() | TeamFile() | ShelterFile() | HazardFile() | DrillFile()
            | ActivityFile() | DutyFile() | EventFile() | ScenarioFile()
        ):  # fmt: skip
            for name, info in type(model).model_fields.items():
                yield from _items(str(info.alias), getattr(model, name))
        case _:
            raise AssertionError(f"no records are known for {type(model).__name__}")


def _task_records(model: TaskFile) -> Iterator[tuple[Loc, Any]]:
    yield from _one("programme", model.programme)
    for index, area in enumerate(model.areas):
        loc = ("areas", index)
        yield loc, area
        yield from (((*loc, *inside), task) for inside, task in _items("tasks", area.tasks))


def _items(key: str, records: Iterable[Any]) -> Iterator[tuple[Loc, Any]]:
    yield from (((key, index), record) for index, record in enumerate(records))


def _one(key: str, record: Any) -> Iterator[tuple[Loc, Any]]:
    if record is not None:
        yield (key,), record


def declared_names(document: Document) -> Iterator[str]:
    """The ids and names that a file declares which is sound YAML but does not fit its model."""
    yield from _declared(document.data)


def _declared(data: Any) -> Iterator[str]:
    match data:
        case dict():
            for key, value in data.items():
                if key in _DECLARING and isinstance(value, str | int):
                    yield str(value)
                elif key == "aliases" and isinstance(value, tuple):
                    yield from map(str, value)
                elif key == "groups" and isinstance(value, dict):
                    yield from value
                yield from _declared(value)
        case tuple():
            for item in data:
                yield from _declared(item)


def names_in_text(path: PurePosixPath, source: bytes) -> Iterator[str]:
    """A guess at the ids and names that a broken file declares, as they are written: rather too many than too few."""
    yield path.stem
    patterns = (_VALUES, _KEYS_AND_ITEMS) if kind_of(path) is KINDS["units"] else (_VALUES,)
    text = decoded(source)
    for found in (found for pattern in patterns for found in pattern.findall(text)):
        for part in re.split(r"[\[\],{}]", found):
            yield part.split(" #")[0].strip(" \"'")

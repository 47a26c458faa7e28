"""References: the type of a field says what the name in it must name; the walk over a record is made from that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, Tag

from eplan.models.base import SHAPE, Name

Space = Literal[
    "unit", "units", "actor", "headquarters", "plan", "task", "team", "supply", "shelter", "hazard", "action", "moment",
    "file",
]  # fmt: skip
"""Where a name is looked up. `units` may also name a group of units; `actor` a unit, a group, a post, a team, a
headquarters or a fixed role; `action` and `moment` look inside the same plan; `file` is a path in the folder."""


@dataclass(frozen=True)
class Ref:
    """Marks a field whose text names something in a space."""

    space: Space


class Reference(NamedTuple):
    """A name that a record uses; `loc` leads to it from the record."""

    loc: tuple[str | int, ...]
    space: Space
    name: str


UnitRef = Annotated[Name, Ref("unit")]
UnitsRef = Annotated[Name, Ref("units")]
ActorRef = Annotated[Name, Ref("actor")]
HeadquartersRef = Annotated[Name, Ref("headquarters")]
PlanRef = Annotated[Name, Ref("plan")]
TaskRef = Annotated[Name, Ref("task")]
TeamRef = Annotated[Name, Ref("team")]
SupplyRef = Annotated[Name, Ref("supply")]
ShelterRef = Annotated[Name, Ref("shelter")]
HazardRef = Annotated[Name, Ref("hazard")]
ActionRef = Annotated[Name, Ref("action")]
MomentRef = Annotated[Name, Ref("moment")]
FileRef = Annotated[Name, Ref("file")]
TextOrHazards = Annotated[Annotated[str, Tag("(text)")] | Annotated[tuple[HazardRef, ...], Tag("(list)")], SHAPE]


Path = tuple[Any, ...]
"""Where a walk has got to: `()`, or the path to the thing around and the key or index in it. Few are ever read."""
Use = tuple[Path, Space, str]
"""A reference whose place has not been worked out."""
Walk = Callable[[Any, Path, list[Use]], None]
"""Adds the uses in a value to a list; lists cost a third of what generators inside generators cost."""


def references(record: BaseModel) -> Iterator[Reference]:
    """All references of a record and of the parts inside it."""
    return map(located, uses(record))


def uses(record: BaseModel) -> list[Use]:
    """The same without their places, which `located` works out."""
    found: list[Use] = []
    _of_model(type(record))(record, (), found)
    return found


def located(use: Use) -> Reference:
    """A use with its place."""
    path, space, name = use
    keys: list[str | int] = []
    while path:
        path, key = path
        keys.append(key)
    return Reference(tuple(reversed(keys)), space, name)


@cache
def _of_model(model: type[BaseModel]) -> Walk:
    """The way through the records of a model."""
    walks = _walks(model)

    def walk(record: Any, path: Path, found: list[Use]) -> None:
        values = record.__dict__
        for attribute, key, inside in walks:
            if value := values[attribute]:
                inside(value, (path, key), found)

    return walk


@cache
def _walks(model: type[BaseModel]) -> tuple[tuple[str, str, Walk], ...]:
    """The fields of a model that hold references, each with the way to get at them."""
    walks = []
    for attribute, info in model.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
        walk = _named(marks[0].space) if marks else _walk_of(info.annotation)
        if walk:
            walks.append((attribute, str(info.alias), walk))
    return tuple(walks)


def _walk_of(annotation: Any) -> Walk | None:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        mark = next((part for part in arguments[1:] if isinstance(part, Ref)), None)
        return _named(mark.space) if mark else _walk_of(arguments[0])
    if origin is tuple:
        inside = _walk_of(arguments[0])
        return _each(inside) if inside else None
    if origin is dict:
        keys, values = _walk_of(arguments[0]), _walk_of(arguments[1])
        return _entries(keys, values) if keys or values else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation) if _walks(annotation) else None
    return _any_of(tuple(filter(None, map(_walk_of, arguments))))


def _named(space: Space) -> Walk:
    def walk(value: Any, path: Path, found: list[Use]) -> None:
        if isinstance(value, str):
            found.append((path, space, value))

    return walk


def _each(inside: Walk) -> Walk:
    def walk(value: Any, path: Path, found: list[Use]) -> None:
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                inside(item, (path, index), found)

    return walk


def _entries(keys: Walk | None, values: Walk | None) -> Walk:
    def walk(value: Any, path: Path, found: list[Use]) -> None:
        for key, item in value.items():
            if keys:
                keys(key, (path, key), found)
            if values:
                values(item, (path, key), found)

    return walk


def _any_of(branches: tuple[Walk, ...]) -> Walk | None:
    """A union: at most one branch fits the value, and only that one finds anything."""
    if len(branches) <= 1:
        return branches[0] if branches else None

    def walk(value: Any, path: Path, found: list[Use]) -> None:
        for branch in branches:
            branch(value, path, found)

    return walk

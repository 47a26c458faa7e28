"""References: the type of a field says what the name in it must name; the walk over a record is made from that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

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


@dataclass(frozen=True, slots=True)
class Reference:
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

Walk = Callable[[Any, tuple[str | int, ...]], Iterator[Reference]]


def references(record: BaseModel) -> Iterator[Reference]:
    """All references of a record and of the parts inside it."""
    return _of_model(record, ())


def _of_model(record: BaseModel, loc: tuple[str | int, ...]) -> Iterator[Reference]:
    for attribute, key, walk in _walks(type(record)):
        value = getattr(record, attribute)
        if value:
            yield from walk(value, (*loc, key))


@cache
def _walks(model: type[BaseModel]) -> tuple[tuple[str, str, Walk], ...]:
    """The fields of a model that hold references, each with the way to get at them."""
    found = []
    for attribute, info in model.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
        walk = _named(marks[0].space) if marks else _walk_of(info.annotation)
        if walk:
            found.append((attribute, str(info.alias), walk))
    return tuple(found)


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
        return _of_model if _holds_references(annotation) else None
    return _any_of(tuple(filter(None, map(_walk_of, arguments))))


def _holds_references(model: type[BaseModel]) -> bool:
    return bool(_walks(model))


def _named(space: Space) -> Walk:
    def walk(value: Any, loc: tuple[str | int, ...]) -> Iterator[Reference]:
        if isinstance(value, str):
            yield Reference(loc, space, value)

    return walk


def _each(inside: Walk) -> Walk:
    def walk(value: Any, loc: tuple[str | int, ...]) -> Iterator[Reference]:
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from inside(item, (*loc, index))

    return walk


def _entries(keys: Walk | None, values: Walk | None) -> Walk:
    def walk(value: Any, loc: tuple[str | int, ...]) -> Iterator[Reference]:
        for key, item in value.items():
            if keys:
                yield from keys(key, (*loc, key))
            if values:
                yield from values(item, (*loc, key))

    return walk


def _any_of(branches: tuple[Walk, ...]) -> Walk | None:
    """A union: at most one branch fits the value, and only that one yields anything."""
    if len(branches) <= 1:
        return branches[0] if branches else None

    def walk(value: Any, loc: tuple[str | int, ...]) -> Iterator[Reference]:
        for branch in branches:
            yield from branch(value, loc)

    return walk

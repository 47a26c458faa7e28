"""Which item of one list is which of another: by what it is called, not by where it stands."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

T = TypeVar("T")
_NAMING = (
    "id",
    "level",
    "colour",
    "post",
    "name",
    "title",
    "external",
    "version",
    "task",
    "month",
    "unit",
    "what",
    "rule",
)
_HOP = ("from_", "to")


class Name(NamedTuple):
    """What an item is called, and the field that says so."""

    attribute: str
    value: Any


def name_of(item: Any) -> Name | None:
    """What tells an item of a list from its neighbours, where something does."""
    if all(getattr(item, part, None) for part in _HOP) and isinstance(getattr(item, "to", None), str):
        return Name("hop", (item.from_, item.to))
    found = (Name(attribute, getattr(item, attribute, None)) for attribute in _NAMING)
    return next((name for name in found if name.value is not None), None) if isinstance(item, BaseModel) else None


def keyed(items: Iterable[T], key: Callable[[T], Any]) -> dict[Any, T]:
    """Items by key; where several have one key, the later ones are told apart by their number."""
    found: dict[Any, T] = {}
    counts: dict[Any, int] = {}
    for item in items:
        name = key(item)
        counts[name] = counts.get(name, 0) + 1
        found[name if counts[name] == 1 else (name, counts[name])] = item
    return found

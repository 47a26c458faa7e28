"""What changed in one record: two models of one type → changes, each with the way that leads to it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eplan.changes.matching import Name, keyed, name_of

How = Literal["value", "word", "items", "order", "item"]
"""A value that became another, the same with words of a closed list, single items of a list of words, only the order of
items, or one whole item of a list that came or went."""
_ASIDE = frozenset(("accept", "note"))
_ELSEWHERE = {"SupplyFile": "supplies", "Area": "tasks"}
"""Lists whose items are records of their own."""
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Field:
    """A step to a field, by its English title, which the catalogues translate."""

    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A step to an entry of a mapping."""

    key: str


Step = Field | Entry | Name


@dataclass(frozen=True, slots=True)
class Change:
    """What stood there and what stands there now; None is nothing. `steps` lead there from the record."""

    steps: tuple[Step, ...]
    old: Any
    new: Any
    how: How = "value"


def changes(old: BaseModel, new: BaseModel, steps: tuple[Step, ...] = ()) -> Iterator[Change]:
    """The changes from one model to another of the same type; notes and accepted findings do not count."""
    for name, info in type(new).model_fields.items():
        if name not in _ASIDE and _ELSEWHERE.get(type(new).__name__) != name:
            step = Field(info.title or name)
            yield from _compared(getattr(old, name), getattr(new, name), (*steps, step), how_of(info))


def resemble(old: BaseModel, new: BaseModel) -> bool:
    """Whether two records are one under two names: at least half of what they say is the same."""
    fields = [name for name in type(new).model_fields if name not in (*_ASIDE, "id")]
    said = [name for name in fields if getattr(old, name) or getattr(new, name)]
    same = sum(getattr(old, name) == getattr(new, name) for name in said)
    return len(said) > 1 and same / len(said) >= _ALIKE


def how_of(info: FieldInfo) -> How:
    """How the values of a field change: as values of their own, or as words of a closed list."""
    return "word" if _is_closed(info.annotation) else "value"


def _is_closed(annotation: Any) -> bool:
    """Whether the values are words of a closed list."""
    if get_origin(annotation) is Literal:
        return all(isinstance(word, str) for word in get_args(annotation))
    return any(_is_closed(part) for part in get_args(annotation) if part is not Ellipsis)


def _compared(old: Any, new: Any, steps: tuple[Step, ...], how: How) -> Iterator[Change]:
    if old == new:
        return
    match old, new:
        case BaseModel(), BaseModel() if type(old) is type(new):
            yield from changes(old, new, steps)
        case None, BaseModel():
            yield from changes(type(new).model_construct(**_nothing(new)), new, steps)
        case BaseModel(), None:
            yield from changes(old, type(old).model_construct(**_nothing(old)), steps)
        case dict(), dict():
            yield from _entries(old, new, steps, how)
        case tuple(), tuple():
            yield from _lists(old, new, steps, how)
        case _:
            yield Change(steps, _said(old), _said(new), how)


def _nothing(model: BaseModel) -> dict[str, Any]:
    """The same model with nothing in it."""
    return {
        name: None if info.is_required() else info.get_default(call_default_factory=True)
        for name, info in type(model).model_fields.items()
    }


def _said(value: Any) -> Any:
    return None if value in ("", (), {}) else value


def _entries(old: Mapping[str, Any], new: Mapping[str, Any], steps: tuple[Step, ...], how: How) -> Iterator[Change]:
    for key in dict.fromkeys((*new, *old)):
        yield from _compared(old.get(key), new.get(key), (*steps, Entry(key)), how)


def _lists(old: tuple[Any, ...], new: tuple[Any, ...], steps: tuple[Step, ...], how: How) -> Iterator[Change]:
    if any(isinstance(item, BaseModel) for item in (*old, *new)):
        yield from _parts(old, new, steps)
    else:
        yield from _words(old, new, steps, how)


def _parts(old: tuple[Any, ...], new: tuple[Any, ...], steps: tuple[Step, ...]) -> Iterator[Change]:
    """Items with fields of their own."""
    before, after = keyed(old, name_of), keyed(new, name_of)
    partners = {key: key for key in after if key in before} | dict(_renamed(before, after))
    for key, item in after.items():
        here = (*steps, *_step(item))
        if key in partners:
            yield from changes(before[partners[key]], item, here)
        else:
            yield Change(here, None, item, "item")
    taken = set(partners.values())
    yield from (Change((*steps, *_step(item)), item, None, "item") for key, item in before.items() if key not in taken)
    if [partners[key] for key in after if key in partners] != [key for key in before if key in taken]:
        yield Change(steps, tuple(map(name_of, old)), tuple(map(name_of, new)), "order")


def _step(item: Any) -> tuple[Step, ...]:
    name = name_of(item)
    return (name,) if name else ()


def _renamed(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterator[tuple[Any, Any]]:
    left = {key: item for key, item in before.items() if key not in after}
    for key, item in after.items():
        match = next((name for name, other in left.items() if key not in before and resemble(other, item)), None)
        if match is not None:
            del left[match]
            yield key, match


def _words(old: tuple[Any, ...], new: tuple[Any, ...], steps: tuple[Step, ...], how: How) -> Iterator[Change]:
    """Plain items: which came, which went."""
    gone, come = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
    for item in tuple(come):
        near = get_close_matches(item, gone, n=1, cutoff=_ALIKE) if isinstance(item, str) and how == "value" else []
        if near:
            gone.remove(near[0])
            come.remove(item)
            yield Change(steps, near[0], item)
    if gone or come:
        yield Change(steps, tuple(gone) or None, tuple(come) or None, "items" if how == "value" else how)
    if [item for item in old if item in new] != [item for item in new if item in old]:
        yield Change(steps, old, new, "order")

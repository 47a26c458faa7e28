"""Bytes become a Document of plain data, or the Faults that keep them from being plain YAML.

The first reading makes data and nothing else; places and faults are the work of a second one, for the few files
that need it.
"""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, NoReturn

from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from eplan.document import Document
from eplan.finding import Fault, Position
from eplan.messages import say
from eplan.parsing.characters import is_dubious
from eplan.parsing.events import NextEvent, Refused, consume, veiled_events
from eplan.parsing.page import KINDS
from eplan.parsing.scalars import NULLS, SUSPECTS, LeadingZero, meaning
from eplan.parsing.survey import MAX_DEPTH, inspect, marking

__all__ = ["KINDS", "LeadingZero", "marking", "parse"]

MAX_BYTES = 4 << 20
_ODD_KEYS = NULLS | {"<<"}


def parse(path: PurePosixPath, source: bytes) -> Document | tuple[Fault, ...]:
    """The document of a file, or everything that is wrong with it."""
    if len(source) > MAX_BYTES:
        message = say("the file has more than {limit} megabytes; split it", limit=MAX_BYTES >> 20)
        return (Fault("too-large", Position(path), message),)
    data = _data(lambda: consume(source, _build, wary=True))
    if data is None or data.__class__ is str or is_dubious(source):
        if faults := inspect(path, source):
            return faults
        if data is None:  # libyaml was mistaken, and now we know that the file is sound
            data = _data(lambda: _build(veiled_events(source)))
    return Document(path, source, data, marking)


def _data(reading: Callable[[], Any]) -> Any:
    """The data of a file in which nothing is unusual, else None."""
    try:
        return reading()
    except Exception:  # the second reading finds out what it was
        return None


def _build(next_event: NextEvent) -> Any:
    next_event()
    beginning = next_event()
    if beginning.__class__ is StreamEndEvent or beginning.version or beginning.tags:
        raise Refused
    event = next_event()
    data = _BUILDERS[event.__class__](next_event, event, 1)
    next_event()
    if next_event().__class__ is not StreamEndEvent:
        raise Refused
    return data


def _mapping(next_event: NextEvent, beginning: Any, depth: int) -> dict[str, Any]:
    """The hottest loop of eplan: scalars are read in place, not by a function."""
    if beginning.anchor or beginning.ctag or depth > MAX_DEPTH:
        raise Refused
    entries: dict[str, Any] = {}
    while (event := next_event()).__class__ is ScalarEvent:
        key = event.value
        if key in entries or event.anchor or event.ctag or (key in _ODD_KEYS and not event.style):
            raise Refused
        event = next_event()
        if event.__class__ is ScalarEvent:
            if event.anchor or event.ctag:
                raise Refused
            text = event.value
            entries[key] = text if event.style or (text and text[0] not in SUSPECTS) else meaning(text)
        else:
            entries[key] = _BUILDERS[event.__class__](next_event, event, depth + 1)
    if event.__class__ is not MappingEndEvent:
        raise Refused
    return entries


def _sequence(next_event: NextEvent, beginning: Any, depth: int) -> tuple[Any, ...]:
    if beginning.anchor or beginning.ctag or depth > MAX_DEPTH:
        raise Refused
    items: list[Any] = []
    while (event := next_event()).__class__ is not SequenceEndEvent:
        if event.__class__ is ScalarEvent:
            if event.anchor or event.ctag:
                raise Refused
            text = event.value
            items.append(text if event.style or (text and text[0] not in SUSPECTS) else meaning(text))
        else:
            items.append(_BUILDERS[event.__class__](next_event, event, depth + 1))
    return tuple(items)


def _scalar(_next_event: NextEvent, event: Any, _depth: int) -> Any:
    """A file that is nothing but a scalar."""
    if event.anchor or event.ctag:
        raise Refused
    return event.value if event.style else meaning(event.value)


def _alias(_next_event: NextEvent, _event: Any, _depth: int) -> NoReturn:
    raise Refused


_BUILDERS: dict[type, Callable[[NextEvent, Any, int], Any]] = {
    MappingStartEvent: _mapping,
    SequenceStartEvent: _sequence,
    ScalarEvent: _scalar,
    AliasEvent: _alias,
}

"""Bytes become a Document of plain data, or the Faults that keep them from being plain YAML.

The first reading makes data and nothing else; places and faults are the work of a second one, for the few files
that need it.
"""

from collections.abc import Callable
from pathlib import PurePosixPath
from sys import intern
from typing import Any

from eplan.document import Document
from eplan.finding import Fault, Position
from eplan.messages import say
from eplan.parsing.characters import is_dubious
from eplan.parsing.events import NextEvent, Refused
from eplan.parsing.page import KINDS
from eplan.parsing.scalars import NULLS, SUSPECTS, LeadingZero, meaning
from eplan.parsing.skimming import CLOSED, DOCUMENT, END, MAPPING, SEQUENCE, STOP, skim, skim_veiled
from eplan.parsing.survey import MAX_DEPTH, inspect, marking

__all__ = ["KINDS", "LeadingZero", "marking", "parse"]

MAX_BYTES = 4 << 20
_ODD_KEYS = NULLS | {"<<"}


def parse(path: PurePosixPath, source: bytes) -> Document | tuple[Fault, ...]:
    """The document of a file, or everything that is wrong with it."""
    if len(source) > MAX_BYTES:
        message = say("the file has more than {limit} megabytes; split it", limit=MAX_BYTES >> 20)
        return (Fault("too-large", Position(path), message),)
    data = _data(skim, source)
    if data is None or data.__class__ is str or is_dubious(source):
        if faults := inspect(path, source):
            return faults
        if data is None:  # libyaml was mistaken, and now we know that the file is sound
            data = _data(skim_veiled, source)
    return Document(path, source, data, marking)


def _data(skimming: Callable[[bytes, Callable[[NextEvent], Any]], Any], source: bytes) -> Any:
    """The data of a file in which nothing is unusual, else None."""
    try:
        return skimming(source, _build)
    except Exception:  # the second reading finds out what it was
        return None


def _build(next_event: NextEvent) -> Any:
    if next_event() is not DOCUMENT:
        raise Refused
    event = next_event()
    data = _plain(event) if event.__class__ is str else _built(next_event, event, 1)
    if next_event() is not CLOSED or next_event() is not STOP:
        raise Refused
    return data


def _plain(text: str) -> Any:
    return text if text and text[0] not in SUSPECTS else meaning(text)


def _built(next_event: NextEvent, event: Any, depth: int) -> Any:
    """Whatever is not text without quotes."""
    if event.__class__ is tuple:
        return event[0]
    if depth > MAX_DEPTH:
        raise Refused
    if event is MAPPING:
        return _mapping(next_event, depth)
    if event is SEQUENCE:
        return _sequence(next_event, depth)
    raise Refused


def _mapping(next_event: NextEvent, depth: int) -> dict[str, Any]:
    """The hottest loop of eplan: texts are read in place, not by a function."""
    entries: dict[str, Any] = {}
    while (key := next_event()) is not END:
        if key.__class__ is str:
            if key in _ODD_KEYS:
                raise Refused
        elif key.__class__ is tuple:
            (key,) = key
        else:
            raise Refused
        if key in entries:
            raise Refused
        event = next_event()
        if event.__class__ is str:
            value = event if event and event[0] not in SUSPECTS else meaning(event)
        else:
            value = _built(next_event, event, depth + 1)
        entries[intern(key)] = value
    return entries


def _sequence(next_event: NextEvent, depth: int) -> tuple[Any, ...]:
    items: list[Any] = []
    while (event := next_event()) is not END:
        items.append(_plain(event) if event.__class__ is str else _built(next_event, event, depth + 1))
    return tuple(items)

"""The first reading's events: no objects, no marks, only what plain data are made of.

A text without quotes comes as the text itself, one with quotes as a tuple of it, everything else as one of the signs.

Ruamel's C parser looks up the classes of its events in its own module whenever it makes one. While a skimming lasts,
small functions stand in their place there: an eighth of the time of a whole check went into objects nobody looks at.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from enum import Enum, auto
from typing import Any, TypeVar

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from eplan.parsing.events import (
    NextEvent,
    could_hold_tight_key,
    fast_events,
    is_limit_of_libyaml,
    is_surely_small,
    veiled_events,
)

try:
    import _ruamel_yaml
except ImportError:
    _ruamel_yaml = None

T = TypeVar("T")


class Sign(Enum):
    """An event that is no text. `UNUSUAL` is what no plain file holds: aliases, anchors, tags, directives."""

    START = auto()
    DOCUMENT = auto()
    MAPPING = auto()
    SEQUENCE = auto()
    END = auto()
    CLOSED = auto()
    STOP = auto()
    UNUSUAL = auto()


START, DOCUMENT, MAPPING, SEQUENCE, END, CLOSED, STOP, UNUSUAL = Sign


def skim(source: bytes, reader: Callable[[NextEvent], T]) -> T:
    """What `reader` makes of the skimmed events, with a second try where libyaml refuses sound YAML.

    It gives up where `{id:3}` could stand: YAML takes it for a key `id:3`, and nobody means that.
    """
    try:
        with _skimming_parser() if is_surely_small(source) else nullcontext():
            return reader(_skimmed(fast_events(source)))
    except MarkedYAMLError as error:
        if not is_limit_of_libyaml(error, source) or could_hold_tight_key(source):
            raise
    return skim_veiled(source, reader)


def skim_veiled(source: bytes, reader: Callable[[NextEvent], T]) -> T:
    """The same, hiding from libyaml what it is mistaken about."""
    return reader(_skimmed(veiled_events(source)))


def _skimmed(next_event: NextEvent) -> NextEvent:
    """The events behind the start of the stream; where the parser does not skim them, one by one."""
    return next_event if next_event() is START else lambda: _skim(next_event())


def _skim(event: Any) -> Any:
    match event:
        case ScalarEvent():
            return _text(event.anchor, event.ctag, None, event.value, None, None, event.style)
        case MappingStartEvent() | SequenceStartEvent():
            return _NAMED[type(event).__name__](event.anchor, event.ctag)
        case DocumentStartEvent():
            return _document(None, None, None, event.version, event.tags)
        case _:
            return _NAMED[type(event).__name__]()


def _text(anchor: Any, tag: Any, _implicit: Any, text: str, _start: Any, _end: Any, style: str | None) -> Any:
    if anchor or tag:
        return UNUSUAL
    return (text,) if style else text


def _document(_start: Any, _end: Any, _explicit: Any, version: Any, tags: Any) -> Sign:
    return UNUSUAL if version or tags else DOCUMENT


def _beginning(sign: Sign) -> Callable[..., Sign]:
    return lambda anchor, tag, _implicit=None, _start=None, _end=None, _flow=None: UNUSUAL if anchor or tag else sign


def _always(sign: Sign) -> Callable[..., Sign]:
    return lambda _start=None, _end=None, _detail=None: sign


_NAMED: dict[str, Callable[..., Any]] = {
    "StreamStartEvent": _always(START),
    "DocumentStartEvent": _document,
    "MappingStartEvent": _beginning(MAPPING),
    "SequenceStartEvent": _beginning(SEQUENCE),
    "ScalarEvent": _text,
    "AliasEvent": _always(UNUSUAL),
    "MappingEndEvent": _always(END),
    "SequenceEndEvent": _always(END),
    "DocumentEndEvent": _always(CLOSED),
    "StreamEndEvent": _always(STOP),
}


@contextmanager
def _skimming_parser() -> Iterator[None]:
    """Lets libyaml's events be skimmed as they are made."""
    module = vars(_ruamel_yaml) if _ruamel_yaml else {}
    classes = {name: module[name] for name in _NAMED if name in module}
    module.update(_NAMED)
    try:
        yield
    finally:
        module.update(classes)

"""Where the events of a YAML file come from: libyaml, or ruamel's own parser where libyaml is missing."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import NodeEvent, ScalarEvent

try:
    from _ruamel_yaml import CParser
except ImportError:  # ruamel.yaml.clib is not installed: everything works, twenty times slower
    CParser = None

MAX_NODES = 200_000
_MAX_VEILED = 512 << 10
_VEILS = (
    (re.compile(r"""(?<=[^\s\[\]{},"']):(?=[^\s\[\]{},])"""), "\ue000"),
    (re.compile(r"""(?<=[^\s\[\]{},"'])\?"""), "\ue001"),
)
_UNVEILING = str.maketrans("\ue000\ue001", ":?")
_TIGHT_KEY = re.compile(rb"[{,]\s*[^\s,:{}\[\]]+:[^\s,{}\[\]]*\s*[,}]")

NextEvent = Callable[[], Any]
T = TypeVar("T")


class Refused(Exception):  # noqa: N818 - not an error: the reading of this file ends here
    """The file is not plain YAML."""


def fast_events(source: bytes) -> NextEvent:
    """The events of the fastest parser there is; too many of them end in `Refused`."""
    next_event: NextEvent = pure_events(source) if CParser is None else CParser(source).get_event
    return next_event if is_surely_small(source) else _counted(next_event).__next__


def is_surely_small(source: bytes) -> bool:
    """Whether a file cannot hold too many nodes: the densest YAML, `[?,?,?]`, makes three of two bytes."""
    return len(source) <= MAX_NODES // 2


def pure_events(source: bytes) -> NextEvent:
    stream: Iterator[Any] = YAML(typ="safe", pure=True).parse(source.decode("utf-8-sig"))
    return stream.__next__


def _counted(next_event: NextEvent) -> Iterator[Any]:
    left = MAX_NODES
    while left >= 0:
        event = next_event()
        left -= isinstance(event, NodeEvent)
        yield event
    raise Refused


def consume(source: bytes, reader: Callable[[NextEvent], T]) -> T:
    """What `reader` makes of the events, with a second try where libyaml refuses sound YAML."""
    try:
        return reader(fast_events(source))
    except MarkedYAMLError as error:
        if not is_limit_of_libyaml(error, source):
            raise
    return reader(veiled_events(source))


def veiled_events(source: bytes) -> NextEvent:
    """The events of libyaml, from which the colons and question marks inside of words were hidden.

    libyaml 0.1.7 refuses them between brackets: `[http://x]`, `{from: 08:00}`, `[a?b]`. Every character is replaced by
    one other character, so all marks stay right.
    """
    text = source.decode("utf-8-sig")
    for pattern, veil in _VEILS:
        text = pattern.sub(veil, text)
    next_event = fast_events(text.encode())

    def unveiled() -> Any:
        event = next_event()
        if event.__class__ is ScalarEvent:
            event.value = event.value.translate(_UNVEILING)
        return event

    return unveiled


def could_hold_tight_key(source: bytes) -> bool:
    """Whether `{id:3}` could stand in the file."""
    return bool(_TIGHT_KEY.search(source))


def is_limit_of_libyaml(error: MarkedYAMLError, source: bytes) -> bool:
    """Whether libyaml refuses here what YAML allows."""
    mark = error.problem_mark
    if CParser is None or mark is None or len(source) > _MAX_VEILED:
        return False
    text = source.decode("utf-8-sig")
    is_limit = "found unexpected ':'" in error.problem or text[mark.index : mark.index + 1] == "?"
    return is_limit and not any(veil in text for _, veil in _VEILS)

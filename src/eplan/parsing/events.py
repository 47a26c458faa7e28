"""Where the events of a YAML file come from: libyaml, or ruamel's own parser where libyaml is missing or mistaken."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import NodeEvent

try:
    from _ruamel_yaml import CParser
except ImportError:  # ruamel.yaml.clib is not installed: everything works, twenty times slower
    CParser = None

MAX_NODES = 200_000
_SURELY_FEW = MAX_NODES // 2
"""A file of so many bytes cannot hold too many nodes: the densest YAML, `[?,?,?]`, makes three of two bytes."""
_MAX_SLOW = 128 << 10
"""Larger files are not given to the slow parser for a second opinion."""

NextEvent = Callable[[], Any]
T = TypeVar("T")


class Refused(Exception):  # noqa: N818 - not an error: the reading of this file ends here
    """The file is not plain YAML."""


def fast_events(source: bytes) -> NextEvent:
    """The events of the fastest parser there is; too many of them end in `Refused`."""
    next_event: NextEvent = pure_events(source) if CParser is None else CParser(source).get_event
    return next_event if len(source) <= _SURELY_FEW else _counted(next_event).__next__


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
    """What `reader` makes of the events, with a second opinion where libyaml refuses sound YAML."""
    try:
        return reader(fast_events(source))
    except MarkedYAMLError as error:
        if CParser is None or len(source) > _MAX_SLOW or not _is_limit_of_libyaml(error, source):
            raise
        return _second_opinion(source, reader, error)


def _second_opinion(source: bytes, reader: Callable[[NextEvent], T], first: MarkedYAMLError) -> T:
    """The file may be wrong further down; then the later of the two complaints is the true one."""
    try:
        return reader(pure_events(source))
    except MarkedYAMLError as second:
        raise max((first, second), key=_spot) from None
    except YAMLError:
        raise first from None


def _spot(error: MarkedYAMLError) -> tuple[int, int]:
    mark = error.problem_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _is_limit_of_libyaml(error: MarkedYAMLError, source: bytes) -> bool:
    """libyaml 0.1.7 does not know that `[http://x]`, `[12:30]` and `[a?b]` are sound."""
    if "found unexpected ':'" in (error.problem or ""):
        return True
    mark = error.problem_mark
    return mark is not None and source.decode("utf-8-sig")[mark.index : mark.index + 1] == "?"

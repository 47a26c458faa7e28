"""Which things hang together: links are passed on, whichever way they point."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def clusters(links: Mapping[T, Iterable[T]]) -> Iterator[tuple[T, ...]]:
    """The groups of things that are linked, directly or by way of others; each thing stands in one group."""
    neighbours: dict[T, list[T]] = {}
    for one, others in links.items():
        neighbours.setdefault(one, [])
        for other in others:
            neighbours[one].append(other)
            neighbours.setdefault(other, []).append(one)
    seen: set[T] = set()
    for start in neighbours:
        if start not in seen:
            yield tuple(_reached(start, neighbours, seen))


def _reached(start: T, neighbours: Mapping[T, list[T]], seen: set[T]) -> Iterator[T]:
    waiting = [start]
    seen.add(start)
    while waiting:
        here = waiting.pop(0)
        yield here
        fresh = [other for other in dict.fromkeys(neighbours[here]) if other not in seen]
        seen.update(fresh)
        waiting += fresh

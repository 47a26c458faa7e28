"""Going round in circles: what waits for itself, or stands under itself."""

from collections.abc import Iterable, Iterator, Mapping


def cycles(arrows: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """The cycles of a graph, each as its nodes in order; as many as it takes to see that they all must be cut."""
    done: set[str] = set()
    for start in arrows:
        if start not in done:
            yield from _cycles_from(start, arrows, done)


def _cycles_from(start: str, arrows: Mapping[str, Iterable[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    path = {start: iter(arrows[start])}
    while path:
        node = next(reversed(path))
        following = next(path[node], None)
        if following is None:
            done.add(node)
            del path[node]
        elif following in path:
            names = tuple(path)
            yield names[names.index(following) :]
        elif following in arrows and following not in done:
            path[following] = iter(arrows[following])

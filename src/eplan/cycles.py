"""Going round in circles: what waits for itself, or stands under itself."""

from collections.abc import Collection, Iterator, Mapping


def cycles(arrows: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """The cycles of a graph, each as its nodes in order; as many as it takes to see that they all must be cut."""
    done: set[str] = set()
    inside = ((node, [name for name in following if name in arrows]) for node, following in arrows.items() if following)
    onward = {node: following for node, following in inside if following}
    for start in onward:
        if start not in done:
            yield from _cycles_from(start, onward, done)


def _cycles_from(start: str, arrows: Mapping[str, Collection[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
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

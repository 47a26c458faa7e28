"""The legend above a chart: filled squares and what they mean."""

from collections.abc import Iterable, Iterator

from eplan.render.charts.lettering import SMALL, width_of
from eplan.render.charts.svg import MUTED, label, rect


def legend(entries: Iterable[tuple[str, str, str]], x: float) -> Iterator[str]:
    """Fill, edge and words of each entry, in one line."""
    for fill, edge, words in entries:
        yield rect(x, 3, 10, 10, fill, edge)
        yield label(x + 14, 12, words, size=SMALL, fill=MUTED)
        x += 28 + width_of(words, SMALL)

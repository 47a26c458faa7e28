"""Boxes joined from top to bottom: the course of a response, and who stands under whom."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from eplan.render.charts.lettering import width_of, wrapped
from eplan.render.charts.svg import EDGES, INK, MUTED, PAPER, RULE, WIDTH, Canvas, height_of, label, labels, line, rect
from eplan.render.charts.svg import polygon as filled

SIZE, SMALL = 14.0, 13.0
"""Larger than in charts: these drawings are read as text."""
ACROSS, GUTTER, GAP, PADDING, BAR, FRAME = 4, 10.0, 24.0, 10.0, 7.0, 8.0
NARROWEST = 280.0
EDGE = EDGES["open"]


class Box(NamedTuple):
    """A step or a body: its title, the words under it, and a colour that is shown as a bar at its left."""

    title: str
    words: str = ""
    colour: str = ""


class _Laid(NamedTuple):
    """Boxes side by side with their width, their lines and the height they need."""

    boxes: tuple[Box, ...]
    width: float
    lines: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    height: float


def boxes(title: str, steps: Sequence[tuple[Box, ...]], *, arrows: bool) -> str:
    """The steps as SVG, one below the other; a step of more boxes than fit side by side has a frame around its rows."""
    y, parts = 1.0, list[str]()
    laid = [tuple(_rows(step)) for step in steps if step]
    for place, rows in enumerate(laid):
        framed = FRAME if len(rows) > 1 else 0.0
        height = sum(row.height for row in rows) + GUTTER * (len(rows) - 1) + 2 * framed
        if framed:
            parts.append(rect(1, y, WIDTH - 2, height, PAPER, RULE))
        parts += _drawn(rows, y + framed)
        y += height + GAP
        if place < len(laid) - 1:
            parts += _joint(y - GAP, y, arrows)
    return str(Canvas(y - GAP + 1, title, tuple(parts)))


def _rows(step: tuple[Box, ...]) -> Iterator[_Laid]:
    """The boxes of a step, at most `ACROSS` side by side, and all of one width."""
    count = -(-len(step) // -(-len(step) // ACROSS))
    inside = WIDTH - 2 - (2 * FRAME if len(step) > ACROSS else 0)
    width = (inside - GUTTER * (count - 1)) / count if len(step) > 1 else _fitting(step[0], inside)
    starts = [*range(0, len(step), count), len(step)]
    for start, end in pairwise(starts):
        own = step[start:end]
        lines = tuple((wrapped(box.title, _room(width)), _words(box, width)) for box in own)
        height = max(height_of(len(titles), SIZE) + height_of(len(words), SMALL) for titles, words in lines)
        yield _Laid(own, width, lines, height + 2 * PADDING)


def _fitting(box: Box, inside: float) -> float:
    """A box for itself is as wide as its longest line."""
    lines = (width_of(box.title, SIZE), *(width_of(line, SMALL) for line in box.words.split("\n")))
    return min(inside, max(NARROWEST, max(lines) + 2 * PADDING + BAR + 2))


def _room(width: float) -> float:
    return width - 2 * PADDING - BAR


def _words(box: Box, width: float) -> tuple[str, ...]:
    parts = box.words.split("\n") if box.words else ()
    return tuple(line for part in parts for line in wrapped(part, _room(width), SMALL))


def _drawn(rows: Sequence[_Laid], top: float) -> Iterator[str]:
    for row in rows:
        left = (WIDTH - row.width * len(row.boxes) - GUTTER * (len(row.boxes) - 1)) / 2
        for place, box in enumerate(row.boxes):
            x = left + place * (row.width + GUTTER)
            yield rect(x, top, row.width, row.height, PAPER, EDGE)
            if box.colour:
                yield rect(x, top, BAR, row.height, box.colour)
            yield from _written(row.lines[place], x + BAR + PADDING, top + PADDING + SIZE)
        top += row.height + GUTTER


def _written(lines: tuple[tuple[str, ...], tuple[str, ...]], x: float, y: float) -> Iterator[str]:
    titles, words = lines
    for place, words_of_title in enumerate(titles):
        yield label(x, y + height_of(place, SIZE), words_of_title, size=SIZE, bold=True)
    yield from labels(x, y + height_of(len(titles), SIZE), words, fill=INK, size=SMALL)


def _joint(top: float, bottom: float, arrow: bool) -> Iterator[str]:
    middle = WIDTH / 2
    yield line(middle, top, middle, bottom - (5 if arrow else 0), MUTED, 1.0)
    if arrow:
        yield filled(((middle - 4, bottom - 7), (middle + 4, bottom - 7), (middle, bottom)), MUTED)

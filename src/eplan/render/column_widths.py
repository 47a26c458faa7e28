"""How wide the columns of a printed table are: by their weights, then moved until the table is as low as can be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from eplan.render.blocks import Row, Table, Text

LATIN = 0.58
"""Width of a Latin letter in ems, on the safe side."""
_GAP = 0.25
"""Ems between Chinese and Latin."""
_RUN, _VALUE, _TITLE = 7.5, 9.5, 4.0
"""Ems: a Latin run that gets its room; a value, such as a day, that is better kept whole; a word of a title."""
_BROKEN, _OTHERS = 0.8, 0.15
"""What a broken value costs, in lines; what the other cells of a row count beside its highest."""
_SAMPLE, _MOVES, _STEPS = 30, 10, (16, 32, 64)
_WIDE = re.compile("[\u2014\u2018-\u201d\u2026\u2460-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
_RUNS = re.compile("[!-~]+")
_SEAMS = re.compile("(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Extent:
    """Words as a column sees them, in ems: the width of each line, and of the longest piece that cannot be broken."""

    lines: tuple[float, ...] = ()
    least: float = 0.0

    def height(self, width: float) -> float:
        """Lines in a column of this width; a line that goes on holds whole characters only."""
        whole = max(1.0, width // 1)
        found = sum(1.0 if line <= width else ceil(line / whole) for line in self.lines)
        return found + (_BROKEN if found > len(self.lines) == 1 and self.lines[0] <= _VALUE else 0.0)


@lru_cache(maxsize=1 << 14)
def extent(words: str) -> Extent:
    """The extent of words; a Latin run that is longer than a column should be is broken there."""
    longest = max((len(run) for run in _RUNS.findall(words)), default=0) * LATIN
    return Extent(tuple(map(_ems, words.split("\n"))), min(longest, _RUN))


def column_widths(table: Table, room: float, padding: float) -> tuple[float, ...]:
    """The columns' widths with their padding, in ems; together they fill the room."""
    if len(table.columns) < 2:
        return (room,) * len(table.columns)
    titles = [_title(column.title) for column in table.columns]
    rows = [titles, *(_extents(row, len(titles)) for row in _sampled(table.rows))]
    least = [max(row[place].least for row in rows) + padding + LATIN for place in range(len(titles))]
    weights = [max(column.width, 0.1) for column in table.columns]
    widths = _shared(room, weights, least)
    for part in _STEPS:
        widths = _settled(widths, least, rows, padding, room / part)
    return tuple(widths)


def printed(text: Text) -> str:
    """The words as they stand on paper, where a link that asks for it has its page number behind it."""
    return "".join(f"{run.text}（000）" if run.page else run.text for run in text)


def _ems(line: str) -> float:
    wide = len(_WIDE.findall(line))
    return wide + (len(line) - wide) * LATIN + len(_SEAMS.findall(line)) * _GAP


def _title(words: str) -> Extent:
    found = extent(words)
    return Extent(found.lines, max(found.least, min(_ems(words), _TITLE)))


def _sampled(rows: Sequence[Row]) -> Iterator[Row]:
    found = [row for row in rows if not row.is_head]
    return iter(found[:: 1 + len(found) // _SAMPLE])


def _extents(row: Row, columns: int) -> list[Extent]:
    """The cells of a row, column by column; what spans several columns asks for no width."""
    found: list[Extent] = []
    for cell in row.cells:
        found += [extent(printed(cell.text))] if cell.span == 1 else [Extent()] * cell.span
    return (found + [Extent()] * columns)[:columns]


def _shared(room: float, weights: list[float], least: list[float]) -> list[float]:
    """Room by weight, where every column has its least; all are squeezed alike where the room is too small."""
    if sum(least) >= room:
        return [room * width / sum(least) for width in least]
    short = {place for place, width in enumerate(least) if room * weights[place] / sum(weights) < width}
    spare = room - sum(least[place] for place in short)
    total = sum(weight for place, weight in enumerate(weights) if place not in short) or 1.0
    wish = [least[place] if place in short else spare * weight / total for place, weight in enumerate(weights)]
    over = [max(width, low) for width, low in zip(wish, least, strict=True)]
    return [room * width / sum(over) for width in over]


def _settled(
    widths: list[float], least: list[float], rows: list[list[Extent]], padding: float, step: float
) -> list[float]:
    """Move steps of width from the column that misses them least to the one that gains most."""
    widths = list(widths)
    for _ in range(_MOVES):
        heights = [[item.height(width - padding) for item, width in zip(row, widths, strict=True)] for row in rows]
        cost = sum(map(_cost, heights))
        if cost <= sum(_cost([1.0] * len(row)) for row in rows):
            break
        gains = [cost - _changed(rows, heights, place, width + step - padding) for place, width in enumerate(widths)]
        losses = [
            _changed(rows, heights, place, width - step - padding) - cost if width - step >= least[place] else 1e9
            for place, width in enumerate(widths)
        ]
        gain, taker, giver = max(
            (gains[taker] - losses[giver], taker, giver)
            for taker in range(len(widths))
            for giver in range(len(widths))
            if taker != giver
        )
        if gain <= 0.01:
            break
        widths[taker] += step
        widths[giver] -= step
    return widths


def _changed(rows: list[list[Extent]], heights: list[list[float]], place: int, width: float) -> float:
    """The cost where one column has another width."""
    return sum(
        _cost([*others[:place], row[place].height(width), *others[place + 1 :]])
        for row, others in zip(rows, heights, strict=True)
    )


def _cost(heights: list[float]) -> float:
    return max(heights) + _OTHERS * sum(heights)

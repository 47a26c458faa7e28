"""Levels in their colours: one table, a coloured head for each level, under it what holds for the level."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eplan.render.blocks import Cell, Column, Row, Table, Tone, cell, text
from eplan.render.commonmark import joined


@dataclass(frozen=True)
class LevelText:
    """A level: what it is called, its colour, and what is said of it as label and value."""

    title: str
    tone: Tone
    facts: tuple[tuple[str, str], ...]


def level_table(levels: Iterable[LevelText]) -> Table | None:
    """All levels in one table."""
    rows = tuple(row for level in levels for row in _rows(level))
    return Table((Column("", 1, is_head=True), Column("", 4.4)), rows, style="facts") if rows else None


def _rows(level: LevelText) -> Iterator[Row]:
    yield Row((Cell(text(level.title), span=2),), level.tone, is_head=True)
    yield from (Row((cell(label), cell(joined(value)))) for label, value in level.facts if value)

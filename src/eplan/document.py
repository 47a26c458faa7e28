"""One parsed YAML file: plain data, and where each part of it stands.

The data are dicts, tuples, strings, numbers, booleans and None. Places are worked out only when somebody
asks for one: most files of a folder are never blamed for anything.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from eplan.finding import Position

Loc = tuple[str | int, ...]
_NAMES = ("id", "name", "unit", "title", "month", "date", "task", "level", "colour", "rule", "post", "to")


class Mark(NamedTuple):
    """Where a value stands; lines and columns from 0, the end exclusive. Mappings hold (key, value) marks."""

    line: int
    column: int
    end_line: int
    end_column: int
    children: "Mapping[str, tuple[Mark, Mark]] | tuple[Mark, ...] | None" = None


@dataclass(frozen=True)
class Document:
    """A file that is sound YAML. `marking` makes the tree of marks from the source."""

    path: PurePosixPath
    source: bytes = field(repr=False)
    data: Any = field(repr=False)
    marking: "Callable[[bytes], Mark]" = field(repr=False)

    @cached_property
    def marks(self) -> "Mark":
        return self.marking(self.source)

    @cached_property
    def text(self) -> str:
        """The file as it is written; several rules look for words in it."""
        return self.source.decode("utf-8-sig")

    def locate(self, loc: Loc) -> Position:
        """The place of `loc`: an entry of a mapping stands at its key, an item of a list at the item.

        A part that the file does not hold, such as a missing field, stands at the record or list that lacks it.
        """
        mark, start, end = self.marks, self.marks, self.marks
        for part in loc:
            match mark.children:
                case dict() as entries if part in entries:
                    start, mark = entries[str(part)]
                    end = start if mark.children is not None else mark
                case tuple() as items if isinstance(part, int) and part < len(items):
                    start = mark = items[part]
                    end = _first_line(start)
                case _:
                    break
        return self._position(start, _first_line(end) if end is self.marks else end)

    def written(self, loc: Loc) -> str:
        """A value as it stands in the file; only the first line of what has several."""
        mark = self.marks
        for part in loc:
            children: Any = mark.children
            mark = children[part][1] if isinstance(children, dict) else children[part]
        line = re.split("\r\n|\r|\n", self.source.decode("utf-8-sig"))[mark.line]
        return line[mark.column : mark.end_column if mark.end_line == mark.line else None]

    def _position(self, start: Mark, end: Mark) -> Position:
        return Position(self.path, start.line + 1, start.column + 1, end.end_line + 1, end.end_column + 1)

    def name_of(self, loc: Loc) -> str:
        """`loc` in words that stay when lines and list items move: `areas[1].tasks[1.1].due`."""
        words, here = [], self.data
        for part in loc:
            here = _child(here, part)
            words.append(f"[{_own_name(here) or part}]" if isinstance(part, int) else f".{part}")
        return "".join(words).lstrip(".")


def _first_line(mark: Mark) -> Mark:
    """A collection is pointed at by its first key or item, not by all its lines."""
    match mark.children:
        case dict() as entries if entries:
            first: tuple[Mark, Mark] = next(iter(entries.values()))
            return first[1] if first[1].children is None else first[0]
        case tuple() as items if items:
            return _first_line(items[0])
        case _:
            return mark


def _child(data: Any, part: str | int) -> Any:
    match data:
        case dict():
            return data.get(part)
        case tuple() if isinstance(part, int) and part < len(data):
            return data[part]
        case _:
            return None


def _own_name(data: Any) -> str | None:
    if isinstance(data, str):
        return data
    if isinstance(data, dict):
        return next((str(data[name]) for name in _NAMES if isinstance(data.get(name), str | int)), None)
    return None


@dataclass(frozen=True)
class Place:
    """A part of a document, not yet looked up."""

    document: Document
    loc: Loc = ()

    @property
    def position(self) -> Position:
        return self.document.locate(self.loc)

    @property
    def name(self) -> str:
        return self.document.name_of(self.loc)

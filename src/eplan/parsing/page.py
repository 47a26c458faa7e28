"""The lines of a file, for pointing at parts of them. Spots count from 0, positions from 1."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, get_args

from eplan.finding import Fault, Position
from eplan.messages import Message

Kind = Literal[
    "not-utf8",
    "bad-character",
    "not-yaml",
    "tab-indentation",
    "duplicate-key",
    "alias-or-anchor",
    "tag",
    "merge-key",
    "bad-key",
    "second-document",
    "yaml-directive",
    "empty-file",
    "too-deep",
    "too-large",
    "too-many-nodes",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Every way in which a file is not plain YAML; each is a rule of this name."""

Spot = tuple[int, int]
"""Line and column."""
BLANKS = " \t"
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Page:
    """A file's text by lines, without a byte order mark."""

    path: PurePosixPath
    lines: tuple[str, ...]

    @classmethod
    def of(cls, path: PurePosixPath, text: str) -> "Page":
        return cls(path, tuple(_LINE_BREAK.split(text)))

    def line(self, number: int) -> str:
        """The text of a line; nothing outside of the file."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def character(self, spot: Spot) -> str:
        line, column = spot
        return self.line(line)[column : column + 1]

    def indentation(self, number: int) -> int:
        text = self.line(number)
        return len(text) - len(text.lstrip(BLANKS))

    def end_of(self, number: int) -> Spot:
        """Where the text of a line ends, blanks behind it left out."""
        return number, len(self.line(number).rstrip(BLANKS))

    def fault(self, kind: Kind, message: Message, start: Spot, end: Spot | None = None) -> Fault:
        """A fault of what stands between the spots; of one character where no end is given."""
        line, column = self._inside(start)
        end_line, end_column = self._inside(max(start, end or (start[0], start[1] + 1)))
        return Fault(kind, Position(self.path, line + 1, column + 1, end_line + 1, end_column + 1), message)

    def _inside(self, spot: Spot) -> Spot:
        """The spot itself, or the end of the last line if a parser looked beyond it."""
        line, column = spot
        last = len(self.lines) - 1
        return (line, min(column, len(self.line(line)))) if line <= last else (last, len(self.lines[last]))

"""The texts of a plan and where they stand. A file that holds nothing of what a rule looks for is not walked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from eplan.document import Loc, Place
from eplan.finding import Position
from eplan.models.plan import Plan
from eplan.repository import Placed

ASIDE = frozenset(("accept", "note"))
"""Not part of the plan's text."""
QUOTED = ASIDE | {"edition", "basis", "parent"}
"""Names of other documents, which are not this plan's wording."""


@dataclass(frozen=True)
class Passage(Place):
    """Words in a text: in one that has several lines they are pointed at on their own line."""

    words: str = ""
    earlier: int = 0
    """How often the words stand in the text before."""

    @property
    def position(self) -> Position:
        field = self.document.locate(self.loc)
        lines = self.document.text.split("\n")[field.line - 1 : field.end_line]
        found = (
            (line, words.start() + 1)
            for line, text in enumerate(lines, start=field.line)
            for words in re.finditer(re.escape(self.words), text)
        )
        line, column = next(islice(found, self.earlier, None), (field.line, 0))
        return field if line == field.line else Position(field.path, line, column, line, column + len(self.words))


def passage(plan: Placed[Plan], loc: Loc, found: re.Match[str]) -> Passage:
    """The place of a match."""
    earlier = found.string[: found.start()].count(found[0])
    return Passage(plan.document, (*plan.loc, *loc), found[0], earlier)


def whole_text(plan: Placed[Plan]) -> str:
    """The file as it is written."""
    return plan.document.text


def mentions(plan: Placed[Plan], *words: bytes) -> bool:
    """Whether all these words stand in the file; a cheap question."""
    return all(word in plan.document.source for word in words)


def holds(plan: Placed[Plan], *words: str) -> bool:
    """Whether one of these words stands in the file; a single character is found thirty times faster than two."""
    text = plan.document.text
    return any(word in text for word in words)


def passages(
    plan: Placed[Plan], pattern: str, hint: str, without: frozenset[str] = QUOTED
) -> Iterator[tuple[Loc, re.Match[str]]]:
    """What matches in the texts of a plan, and the fields that hold it; `without` are the keys that are left out.

    `hint` is a simple pattern that every match holds: it begins with a character or a set of them, which is searched
    many times faster than a branching pattern. Neither is compiled before a plan needs it.
    """
    hinting = re.compile(hint)
    if hinting.search(plan.document.text):
        for loc, text in texts(plan.document.data, without):
            if hinting.search(text):
                yield from ((loc, found) for found in re.finditer(pattern, text))


def texts(data: Any, without: frozenset[str] = QUOTED, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text below a part of a file."""
    match data:
        case str():
            yield loc, data
        case dict():
            for key, value in data.items():
                if key not in without:
                    yield from texts(value, without, (*loc, key))
        case tuple():
            for index, value in enumerate(data):
                yield from texts(value, without, (*loc, index))


def before(found: re.Match[str], length: int) -> str:
    """The words just before a match."""
    return found.string[max(0, found.start() - length) : found.start()]


def after(found: re.Match[str], length: int) -> str:
    """The words just after a match."""
    return found.string[found.end() : found.end() + length]

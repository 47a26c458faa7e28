"""The texts of a plan and where they stand. A file that holds nothing of what a rule looks for is not walked."""

import re
from collections.abc import Iterator
from typing import Any

from eplan.document import Loc
from eplan.models.plan import Plan
from eplan.repository import Placed

ASIDE = frozenset(("accept", "note"))
"""Not part of the plan's text."""
QUOTED = ASIDE | {"edition", "basis", "parent"}
"""Names of other documents, which are not this plan's wording."""


def whole_text(plan: Placed[Plan]) -> str:
    """The file as it is written."""
    return plan.document.text


def mentions(plan: Placed[Plan], *words: bytes) -> bool:
    """Whether all these words stand in the file; the cheapest question of all."""
    return all(word in plan.document.source for word in words)


def passages(
    plan: Placed[Plan], pattern: re.Pattern[str], hint: re.Pattern[str], without: frozenset[str] = QUOTED
) -> Iterator[tuple[Loc, re.Match[str]]]:
    """What matches in the texts of a plan, and the fields that hold it; `without` are the keys that are left out.

    `hint` is a simple pattern that every match holds: it begins with a character or a set of them, which is searched
    many times faster than a branching pattern.
    """
    if hint.search(plan.document.text):
        for loc, text in texts(plan.document.data, without):
            if hint.search(text):
                yield from ((loc, found) for found in pattern.finditer(text))


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

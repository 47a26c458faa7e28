"""Files that could not be used, and what can be told of them all the same."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from eplan.models.kinds import KINDS
from eplan.models.refs import Space

_DECLARING: Mapping[str, tuple[Space, ...]] = {
    "units": ("unit", "units", "actor"),
    "headquarters": ("headquarters", "actor"),
    "tasks": ("task",),
    "teams": ("team", "actor"),
    "supplies": ("supply",),
    "shelters": ("shelter",),
    "hazards": ("hazard",),
}
"""Which spaces the names of a kind of file belong to. The id of a plan is the name of its file, so always told."""


class Broken(NamedTuple):
    """A file that could not be used: its kind, None where it belongs to none; its text, None where it was not read.

    `declared` are the ids and names that it seems to declare, its own name among them.
    """

    path: PurePosixPath
    kind: str | None
    text: str | None = None
    declared: frozenset[str] = frozenset()

    @property
    def hidden_spaces(self) -> tuple[Space, ...]:
        """The spaces that its names belong to, where not one of them can be told: it is empty, or was not read."""
        return () if self.declared - {self.path.stem} else _DECLARING.get(self.kind or "", ())

    def may_hold(self, kind: str, words: re.Pattern[str]) -> bool:
        """Whether a record of a kind of file that has such words may stand in it."""
        if self.kind not in (None, kind):
            return False
        if self.text is None:
            return True
        looks_so = self.kind == kind or re.search(_keys_of(kind), self.text) is not None
        return looks_so and words.search(f"{self.path.stem}\n{self.text}") is not None


def _keys_of(kind: str) -> str:
    """A pattern of the keys with which files of a kind begin; such as plans must have."""
    fields = KINDS[kind].model.model_fields.values()
    needed = [str(field.alias) for field in fields if field.is_required()] or [str(field.alias) for field in fields]
    return f"(?m)^(?:{one_of(needed)}):"


def one_of(words: Iterable[str]) -> str:
    """A pattern of any of these words."""
    return "|".join(map(re.escape, words))

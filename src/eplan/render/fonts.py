"""The fonts that ship with eplan, and the characters of a document that they cannot print."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from eplan.finding import Position
from eplan.messages import Message, say
from eplan.render.blocks import Paper
from eplan.render.hidden import visible

FOLDER = Path(__file__).parent / "fonts"
_FACES = ("eplan-song.otf", "eplan-kai.ttf", "eplan-hei.otf")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_VARIANTS = range(0xFE00, 0xFE10)
_PLACES = 3


@dataclass(frozen=True)
class MissingGlyph:
    """A character that no font has, and where the folder's files write it."""

    character: str
    positions: tuple[Position, ...]

    @property
    def message(self) -> Message:
        code = f"U+{ord(self.character):04X}"
        if not self.positions:
            return say("{character} ({code}) is in none of the fonts and is printed as a box", character=self.character,
                       code=code)  # fmt: skip
        return say(
            "{character} ({code}) is in none of the fonts and is printed as a box; it stands at {places}",
            character=self.character,
            code=code,
            places=tuple(map(str, self.positions[:_PLACES])),
        )


def uncovered(*papers: Paper) -> tuple[str, ...]:
    """The characters of documents that none of the fonts has; of those that are never seen none is wanted."""
    texts = set[str]()
    _gather(papers, texts)
    wanted = set(filter(_is_seen, visible("".join(set().union(*texts)))))
    for face in _FACES:
        if wanted:
            wanted -= _characters(face)
    return tuple(sorted(wanted))


def located(characters: Iterable[str], files: Mapping[PurePosixPath, bytes]) -> tuple[MissingGlyph, ...]:
    """The characters with their places in the folder's files."""
    return tuple(MissingGlyph(character, tuple(_positions(character, files))) for character in characters)


@cache
def _characters(face: str) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a tenth of a second, for PDF alone

    with TTFont(FOLDER / face, lazy=True) as font:
        return frozenset(map(chr, font["cmap"].getBestCmap()))


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN and ord(character) not in _VARIANTS and character not in "⟨⟩"


def _gather(value: Any, texts: set[str]) -> None:
    """Every text in blocks, each once: a book says most of its words many times."""
    if isinstance(value, str):
        texts.add(value)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, texts)
    else:
        for name in _names(value.__class__):
            _gather(getattr(value, name), texts)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind)) if is_dataclass(kind) else ()


def _positions(character: str, files: Mapping[PurePosixPath, bytes]) -> Iterator[Position]:
    needle = character.encode()
    for path, source in files.items():
        if needle in source:
            for number, line in enumerate(source.decode("utf-8", "replace").splitlines(), start=1):
                column = line.find(character) + 1
                if column:
                    yield Position(path, number, column, number, column + 1)

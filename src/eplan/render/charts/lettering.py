"""How wide a text is, and where it breaks into lines: nothing is cut off, so long names take two lines."""

import re
from collections.abc import Iterable, Iterator

SIZE, SMALL = 11.0, 10.0
_EMS = {
    **dict.fromkeys("ijlI.,:;'|! ", 0.3),
    **dict.fromkeys('frt()[]{}-/"`', 0.4),
    **dict.fromkeys("ceksvxyzaJLFEgY0123456789_*?", 0.57),
    **dict.fromkeys("wGHNUODQ&", 0.8),
    **dict.fromkeys("mMW%@—", 0.95),
}
"""Widths in ems of the face that ships with eplan, rounded up; all other Latin letters are 0.66."""
_PIECES = re.compile(r"[A-Za-z0-9.,:;()/%_'\-]+ ?|.")
_NO_BEGINNING = frozenset("，。、；：！？）》”’」』】〕…·,.;:!?)]}％%")


def width_of(words: str, size: float = SIZE) -> float:
    """Roughly how wide a text is, on the safe side."""
    return size * sum(map(_em, words))


def _em(letter: str) -> float:
    return 1.0 if ord(letter) > 0x2E00 else _EMS.get(letter, 0.66)


def wrapped(words: str, room: float, size: float = SIZE) -> tuple[str, ...]:
    """The text in lines no wider than `room`; no closing mark begins a line."""
    lines: list[str] = [""]
    for piece in _pieces(words, room, size):
        if lines[-1] and width_of((lines[-1] + piece).rstrip(), size) > room and piece not in _NO_BEGINNING:
            lines.append("")
        lines[-1] += piece
    return tuple(line.strip() for line in lines)


def _pieces(words: str, room: float, size: float) -> Iterator[str]:
    """Chinese by the character, other words whole; one that is wider than a line breaks anywhere."""
    for piece in _PIECES.findall(" ".join(words.split())):
        if width_of(piece, size) <= room:
            yield piece
        else:
            yield from piece


def widest(texts: Iterable[str], most: float, size: float = SIZE) -> float:
    """How wide a column of texts is, at most `most`."""
    return min(max((width_of(words, size) for words in texts), default=0.0) + 2, most)

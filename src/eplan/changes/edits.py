"""Two versions of a text → the few places in which they differ, each with a little of what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]+|[^。；！？\n]+")
_TOKEN = re.compile(r"[A-Za-z0-9.%]+|\s+|.", re.DOTALL)
_STOP = re.compile(r"[，。；：、！？,.;:!?（）()“”\s]")
_AROUND = 8
_MOST = 6
_LEAST_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Edit:
    """A place that was `old` and is `new`; an empty side is nothing."""

    old: str
    new: str


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The places in which a text was changed; one edit of the whole where little of it is left."""
    found = tuple(edit for edit in _by_sentence(old, new) if edit.old or edit.new)
    if len(found) > _MOST or _likeness(old, new) < _LEAST_ALIKE:
        return (Edit(old.strip(), new.strip()),)
    return found


def _by_sentence(old: str, new: str) -> Iterator[Edit]:
    before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind != "equal":
            yield from _in_sentences(before[i1:i2], after[j1:j2])


def _in_sentences(before: list[str], after: list[str]) -> Iterator[Edit]:
    """A sentence and the one that took its place by the words that differ; the others came or went."""
    left = list(before)
    for sentence in after:
        near = next((other for other in left if _likeness(other, sentence) >= _LEAST_ALIKE), None)
        if near is None:
            yield Edit("", sentence.strip())
        else:
            left.remove(near)
            yield from _in_words(near, sentence)
    yield from (Edit(sentence.strip(), "") for sentence in left)


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old, new, False).ratio()


def _in_words(old: str, new: str) -> Iterator[Edit]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    codes = SequenceMatcher(None, before, after, False).get_opcodes()
    yield from (_edit(place, before, after) for place in _joined([code for code in codes if code[0] != "equal"]))


Place = tuple[int, int, int, int]
"""From and to in the old text, from and to in the new."""


def _joined(codes: list[tuple[str, int, int, int, int]]) -> list[Place]:
    """Neighbouring changes as one."""
    found: list[Place] = []
    for _, i1, i2, j1, j2 in codes:
        if found and i1 - found[-1][1] <= 2:
            found[-1] = (found[-1][0], i2, found[-1][2], j2)
        else:
            found.append((i1, i2, j1, j2))
    return found


def _edit(place: Place, before: list[str], after: list[str]) -> Edit:
    i1, i2, j1, j2 = place
    lead, tail = _before("".join(before[:i1])), _after("".join(before[i2:]))
    old, new = "".join(before[i1:i2]), "".join(after[j1:j2])
    if not (old and new) and len(old or new) > _AROUND:
        return Edit(old.strip(), new.strip())
    return Edit((lead + old + tail).strip(), (lead + new + tail).strip())


def _before(text: str) -> str:
    """The last few letters, from the last mark of punctuation on."""
    return _STOP.split(text[-_AROUND:])[-1]


def _after(text: str) -> str:
    return _STOP.split(text[:_AROUND])[0]

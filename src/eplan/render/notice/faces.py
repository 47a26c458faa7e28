"""小标宋 and 仿宋, which GB/T 9704 asks for and eplan may not ship: those of this machine where it has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import typst

from eplan.messages import Message, say
from eplan.render.fonts import FOLDER

_NAMES: Mapping[str, tuple[str, ...]] = {
    "小标宋": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
    "仿宋": (
        "FangSong_GB2312", "FangSong", "仿宋_GB2312", "仿宋", "STFangsong", "FZFangSong-Z02S", "FandolFang R",
        "FandolFang", "Zhuque Fangsong", "Zhuque Fangsong (technical preview)",
    ),
}  # fmt: skip
"""The names by which systems know the two faces, the best first."""


@dataclass(frozen=True)
class Faces:
    """What titles and text are set in before the fonts that ship with eplan; empty where this machine has nothing."""

    title: tuple[str, ...]
    body: tuple[str, ...]


@cache
def letter_fonts() -> typst.Fonts:
    """The fonts that ship with eplan, and those of this machine."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[FOLDER])


def letter_faces() -> Faces:
    return Faces(_found("小标宋"), _found("仿宋"))


def absent_faces() -> Message | None:
    """What the letters lack on this machine, in one sentence."""
    absent = [name for name in _NAMES if not _found(name)]
    if not absent:
        return None
    return say(
        "GB/T 9704 asks for {faces}, which this machine does not have and eplan may not ship; Song stands in for them",
        faces=absent,
    )


def _found(face: str) -> tuple[str, ...]:
    present = set(letter_fonts().families())
    return tuple(name for name in _NAMES[face] if name in present)[:1]

"""Words → names of files and folders that every file system takes: Windows, macOS, Linux, a memory stick."""

import re
from collections.abc import Iterable
from unicodedata import category, normalize

_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
"""Names of devices: Windows opens the device instead of the file, whatever follows the point."""
_NO_NAME = "—"
LONGEST = 180
"""Bytes of UTF-8; file systems take 255, and whoever copies a folder adds to its name."""


def file_name(words: str, longest: int = LONGEST) -> str:
    """The words as one name: what means something in a path is a dash, long names are cut, no name is a dash."""
    seen = "".join(sign for sign in normalize("NFC", words) if category(sign) not in ("Cf", "Cs", "Zl", "Zp"))
    name = _trimmed(_UNFIT.sub("-", seen))
    if _RESERVED.match(name):
        name = f"_{name}"
    return _trimmed(name.encode()[:longest].decode("utf-8", "ignore")) or _NO_NAME


def _trimmed(name: str) -> str:
    """Blanks and points at the end vanish on Windows; a point at the beginning hides a file."""
    return name.strip().rstrip(". ").lstrip(". ")


def kept_name(path: str, longest: int = LONGEST) -> str:
    """The name of a file that is copied, with its ending."""
    stem, point, ending = path.rpartition("/")[2].rpartition(".")
    if not point or not stem:
        return file_name(ending, longest)
    ending = file_name(ending, 20)
    return f"{file_name(stem, longest - len(ending) - 1)}.{ending}"


def distinct(names: Iterable[str]) -> list[str]:
    """The names, numbered where two would be one file; big and small letters are the same to Windows and macOS."""
    taken: set[str] = set()
    found = []
    for name in names:
        free = next(other for other in _numbered(name) if _folded(other) not in taken)
        taken.add(_folded(free))
        found.append(free)
    return found


def _numbered(name: str) -> Iterable[str]:
    yield name
    stem, point, ending = name.rpartition(".")
    number = 2
    while True:
        yield f"{stem} ({number}){point}{ending}" if stem and " " not in ending else f"{name} ({number})"
        number += 1


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()

"""The words by which a written file is known again: who wrote it, the code of its pages, a sum over its bytes.

The sum tells a file that was altered by accident or by hand from one that was not. It is no signature: who knows how
can make it anew.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from eplan import __version__

_LENGTH = 16
_NO_SUM = "0" * _LENGTH
_MARK = re.compile(
    rb"eplan [^;\s]+; code: (?P<code>[0-9A-Z]{5}-[0-9A-Z]{5})"
    rb"(?:; scope: (?P<scope>[!-:<-~]*))?; sum: (?P<sum>[0-9a-f]{16})"
)
_HEAD, _TAIL = 4096, 2048
_MARKED_AT_THE_END = (b"%PDF", b"PK")


@dataclass(frozen=True)
class Mark:
    """What a file says of itself; `is_whole` is whether its bytes still have the sum that it names."""

    code: str
    scope: tuple[tuple[str, str], ...]
    is_whole: bool


def marker(code: str = "", options: Iterable[tuple[str, str]] = ()) -> str:
    """The words that a file carries; the sum is put in when the file is sealed."""
    parts = [f"eplan {__version__}"]
    if code:
        parts.append(f"code: {code}")
        scope = ",".join(f"{option}={quote(word, safe='')}" for option, word in options)
        parts += [f"scope: {scope}"] if scope else []
        parts.append(f"sum: {_NO_SUM}")
    return "; ".join(parts)


def sealed(content: bytes) -> bytes:
    """The file with its sum put in."""
    found = _found(content)
    return _with_sum(content, found, _sum(content)) if found else content


def read_mark(content: bytes) -> Mark | None:
    """What a file says of itself; None where eplan did not write it, or wrote it without a code."""
    found = _found(content)
    if found is None:
        return None
    own = found["sum"].decode()
    pairs = (pair.partition("=") for pair in (found["scope"] or b"").decode().split(",") if pair)
    scope = tuple((option, unquote(word)) for option, _, word in pairs)
    return Mark(found["code"].decode(), scope, _sum(_with_sum(content, found, _NO_SUM)) == own)


def _found(content: bytes) -> re.Match[bytes] | None:
    """The mark: near the end of files in parts, near the beginning of text."""
    if content.startswith(_MARKED_AT_THE_END):
        marks = list(_MARK.finditer(content, max(0, len(content) - _TAIL)))
        return marks[-1] if marks else None
    return _MARK.search(content, 0, _HEAD)


def _with_sum(content: bytes, found: re.Match[bytes], words: str) -> bytes:
    return content[: found.start("sum")] + words.encode() + content[found.end("sum") :]


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_LENGTH]

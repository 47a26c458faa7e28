"""Bytes that are not UTF-8, and characters that no YAML file may hold."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from eplan.finding import Fault
from eplan.messages import say
from eplan.parsing.page import Page

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SMUGGLERS = ("\\", "\u0085", "\u2028", "\u2029", "\u200b", "\u2060")
"""What libyaml takes without a word: escapes, behind which anything may hide; line breaks and blanks unseen."""
_BAD = "[^\t\n\r -~\u00a0-\u200a\u200c-\u2027\u202a-\u205f\u2061-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""Compiled when a file needs it: that takes as long as reading twenty sound ones."""


def misread(path: PurePosixPath, source: bytes) -> Fault | None:
    """The fault of a file that is not UTF-8, at the first byte that tells."""
    if (first := _first_bad_byte(source)) is None:
        return None
    before = Page.of(path, source[:first].decode("utf-8-sig"))
    start = len(before.lines) - 1, len(before.lines[-1])
    if encoding := _likely_encoding(source, first):
        message = say("the file looks like {encoding}; it must be saved as UTF-8", encoding=encoding)
    else:
        message = say("the file is not UTF-8 here: it is damaged or has another encoding; it must be saved as UTF-8")
    return before.fault("not-utf8", message, start)


def is_dubious(source: bytes) -> bool:
    """Whether libyaml could let characters pass here that we do not."""
    try:
        text = source.decode()
    except UnicodeDecodeError:
        return True
    return any(smuggler in text for smuggler in _SMUGGLERS) or text.find("\ufeff", 1) > 0


def bad_characters(page: Page, most: int) -> Iterator[Fault]:
    """The first characters of the text that YAML forbids or that would shift the lines."""
    found = ((number, match) for number, line in enumerate(page.lines) for match in re.finditer(_BAD, line))
    for number, match in islice(found, most):
        message = say("the invisible character {code} is not allowed; delete it", code=_code(match[0]))
        yield page.fault("bad-character", message, (number, match.start()))


def forbidden(text: str) -> str | None:
    """The code of the first forbidden character of a text."""
    found = re.search(_BAD, text)
    return _code(found[0]) if found else None


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _first_bad_byte(source: bytes) -> int | None:
    if source.startswith(_UTF16_MARKS):
        return 0
    try:
        source.decode()
    except UnicodeDecodeError as error:
        return error.start
    return source.index(0) if _is_half_nul(source) else None


def decoded(source: bytes) -> str:
    """The text of a file in whatever encoding it may have been saved, without the characters that are not seen."""
    return "".join(sign for sign in _guessed(source) if sign.isprintable() or sign == "\n")


def _guessed(source: bytes) -> str:
    if source.startswith(_UTF16_MARKS):
        return source.decode("utf-16", "replace")
    if _is_half_nul(source):
        return source.decode("utf-16-be" if source[:1] == b"\0" else "utf-16-le", "replace")
    first = _first_bad_byte(source)
    is_gbk = first is not None and _likely_encoding(source, first) is not None
    return source.decode("gb18030" if is_gbk else "utf-8", "replace")


def _is_half_nul(source: bytes) -> bool:
    """Text in UTF-16 without a mark: every blank and Latin letter brings a NUL."""
    return source.count(0) * 10 > len(source)


def _likely_encoding(source: bytes, first: int) -> str | None:
    if source.startswith(_UTF16_MARKS) or _is_half_nul(source):
        return "UTF-16"
    if max(source[:first].decode(), default="") >= "\u0800":
        return None  # Chinese in sound UTF-8 stands before the bad byte
    try:
        source.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return "GB18030 (GBK)"

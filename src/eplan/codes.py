"""Short codes of what is printed: a digest that can be read out over the telephone, and tells when it was misread.

Ten characters without 0, 1, I, L, O, such as K7QMX-3RTVA. Nine are a digest (44 bits); with the tenth, the sum of all
values weighted by their places is a multiple of 31: one wrong character, or two that changed places, make no code.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_BASE = len(ALPHABET)
_DIGITS = 9
_HALF = 5
_BESIDE = ("accept", "note")


def code_of(value: Any) -> str:
    """The code of plain data: mappings, lists, text, numbers; the order of keys does not count."""
    number = int.from_bytes(hashlib.sha256(canonical(value).encode()).digest()[:16]) % _BASE**_DIGITS
    digits = [number // _BASE**place % _BASE for place in range(_DIGITS)]
    return _written((*digits, _check(digits)))


def substance(value: Any, without: frozenset[str] = frozenset()) -> Any:
    """A record as plain data: what it says beyond the defaults, without notes, accepted findings and some keys."""
    match value:
        case BaseModel():
            said = ((key, getattr(value, name), default) for name, key, default in _fields(type(value)))
            return {key: substance(item) for key, item, default in said if key not in without and item != default}
        case Mapping():
            return {str(key): substance(item) for key, item in value.items()}
        case tuple() | list():
            return [substance(item) for item in value]
        case _:
            return value


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """Attribute, key and default of what counts."""
    return tuple(
        (name, str(info.alias or name), info.default)
        for name, info in model.model_fields.items()
        if name not in _BESIDE
    )


def canonical(value: Any) -> str:
    """One way to write plain data; what is none of JSON's types is written as its words."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def read_code(text: str) -> str | None:
    """The code as it is printed, however it was typed; None where the text is no code, or one that was misread."""
    letters = [letter for letter in unicodedata.normalize("NFKC", text).upper() if letter not in " -–—"]
    if len(letters) != _DIGITS + 1 or any(letter not in ALPHABET for letter in letters):
        return None
    values = [ALPHABET.index(letter) for letter in letters]
    return _written(values) if _check(values[:-1]) == values[-1] else None


def looks_like_code(text: str) -> bool:
    """Whether the text has the form of a code, right or misread."""
    letters = [letter for letter in unicodedata.normalize("NFKC", text).upper() if letter not in " -–—"]
    return len(letters) == _DIGITS + 1 and all(letter.isascii() and letter.isalnum() for letter in letters)


def _check(values: Iterable[int]) -> int:
    """The last value, whose weight is -1."""
    return sum(place * value for place, value in enumerate(values, start=1)) % _BASE


def _written(values: Iterable[int]) -> str:
    letters = "".join(ALPHABET[value] for value in values)
    return f"{letters[:_HALF]}-{letters[_HALF:]}"

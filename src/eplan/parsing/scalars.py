"""What an unquoted scalar means: YAML 1.2 without whatever a reader of plans would not expect.

`on`, `1:30`, `2012-06-30`, `0x1F`, `0o17`, `1_000` and `.inf` are text.
"""

import re
from functools import lru_cache
from math import isfinite

SUSPECTS = frozenset("0123456789-+.~nNtTfF")
"""Whatever starts otherwise, and is not empty, is text."""
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_CONSTANTS = dict.fromkeys(NULLS, None) | dict.fromkeys(("true", "True", "TRUE"), True)
_CONSTANTS |= dict.fromkeys(("false", "False", "FALSE"), False)
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(\.[0-9]{0,300})?)([eE][-+]?[0-9]{1,300})?")
_LONGEST = 15
"""More digits than this are a code: no quantity of a plan is that large."""

Scalar = str | int | float | bool | None


class LeadingZero(int):
    """An unquoted run of digits that is rather a code than a number: `0812`, `+86139`, an identity card's 18 digits.

    As a number it loses what makes it a code; `text` is how it stands in the file.
    """

    text: str

    def __new__(cls, text: str) -> "LeadingZero":
        number = super().__new__(cls, text)
        number.text = text
        return number


@lru_cache(maxsize=2048)
def meaning(text: str) -> Scalar:
    """The value of an unquoted scalar that is empty or starts with one of `SUSPECTS`.

    Dates, small numbers and `true` fill a folder: remembering them makes reading a tenth faster.
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if not (number := _NUMBER.fullmatch(text)):
        return text
    if number.lastindex or "." in text:
        return _real(text)
    whole = int(text)
    return whole if len(text) <= _LONGEST and str(whole) == text else LeadingZero(text)


def _real(text: str) -> float | str:
    real = float(text)
    return real if isfinite(real) else text

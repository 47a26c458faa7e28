"""Which level the name of a grade or of a response level says: Ⅱ级响应 and 重大 say 2."""

import re
from functools import lru_cache

_GRADES = {"特别重大": 1, "特大": 1, "重大": 2, "大": 2, "较大": 3, "中": 3, "一般": 4, "小": 4}
NUMERALS = {
    "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "I": 1, "II": 2, "III": 3, "IV": 4, "一": 1, "二": 2, "三": 3, "四": 4,
    "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
"""The ways of writing a level."""
_GRADE = re.compile("特别重大|特大|较大|重大(?!动物|危险|活动|传染)|一般|[大中小](?=型(?!群众|活动))")
_NUMERAL = re.compile("(?<![A-Za-z0-9十])([ⅠⅡⅢⅣ一二三四1-4]|I{1,3}|IV)级")


@lru_cache(maxsize=1024)
def levels_said(name: str | None) -> frozenset[int]:
    """The levels that a name says; none where it has words of its own. A district says the same few names again."""
    grades = (_GRADES[found] for found in _GRADE.findall(name or ""))
    return frozenset((*grades, *(NUMERALS[found] for found in _NUMERAL.findall(name or ""))))

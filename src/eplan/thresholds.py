"""The numbers of a grade in words, as 死亡10人以上30人以下, read as ranges."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from eplan.models.quantities import Bounds

_INCLUDED = r"(?:[（(](?P<{0}>不?含)[^）)]{{0,6}}[）)])?"
_AMOUNT = r"(?P<{0}>\d+(?:\.\d+)?)(?P<{0}_unit>{1})"
_FACTORS = {"": 1, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8}
_KINDS: Mapping[str, tuple[str, str]] = {
    "deaths": ("死亡", "人"),
    "serious-injuries": ("重伤", "人"),
    "loss-yuan": ("直接经济损失", "(?:亿|千万|百万|万)?元"),
    "burnt-hectares": ("(?:受害森林|过火)面积", "公顷"),
}
_BETWEEN = "(?:[（(][^）)]{0,8}[）)]|人数|达到?|在|为|的)*"
_JOINED = re.compile("[且并]|同时")
_CLAUSE_END = re.compile("[，。；,;、或]")


def _range(unit: str) -> str:
    """`10人以上30人以下`, `30人以上`, `3人以下`, `不足3人`."""
    low = _AMOUNT.format("low", unit) + _INCLUDED.format("low_before") + "以上" + _INCLUDED.format("low_after")
    high = _AMOUNT.format("high", unit) + _INCLUDED.format("high_before") + "以下" + _INCLUDED.format("high_after")
    return f"(?:{low}(?:[、，]?(?:不足)?{high})?|{high.replace('<high', '<only')})"


_PATTERNS = {
    key: f"(?:{word}{_BETWEEN}{_range(unit)}|{_range(unit).replace('?P<', '?P<after_')}{_BETWEEN}{word})"
    for key, (word, unit) in _KINDS.items()
}


@lru_cache(maxsize=1024)
def in_words(criteria: str | None) -> Mapping[str, Bounds]:
    """The ranges that criteria give in words, by key of thresholds; what is said twice or with a condition is left out.

    以上 includes the number, 以下 does not, unless the words say otherwise.
    """
    return dict(_found(criteria)) if criteria else {}


def _found(criteria: str) -> Iterator[tuple[str, Bounds]]:
    for key, pattern in _PATTERNS.items():
        matches = list(re.finditer(pattern, criteria))
        if len(matches) == 1 and not _JOINED.search(_clause(matches[0])):
            yield key, _bounds(matches[0])


def _clause(found: re.Match[str]) -> str:
    """The words of a match and around it, up to the next comma."""
    text = found.string
    begin = max((mark.end() for mark in _CLAUSE_END.finditer(text, 0, found.start())), default=0)
    end = _CLAUSE_END.search(text, found.end())
    return text[begin : end.start() if end else len(text)]


def _bounds(found: re.Match[str]) -> Bounds:
    groups = {name.removeprefix("after_"): value for name, value in found.groupdict().items() if value is not None}
    low, high = _number(groups, "low"), _number(groups, "high")
    high_name = "high"
    if high is None:
        high, high_name = _number(groups, "only"), "only"
    return Bounds(
        found[0],
        low,
        low is not None and "不含" not in (groups.get("low_before"), groups.get("low_after")),
        high,
        "含" in (groups.get(f"{high_name}_before"), groups.get(f"{high_name}_after")),
    )


def _number(groups: Mapping[str, str], name: str) -> float | None:
    if name not in groups:
        return None
    return float(groups[name]) * _FACTORS.get(groups[f"{name}_unit"].removesuffix("元"), 1)

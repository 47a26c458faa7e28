"""Words and values → Typst source that can only ever be words and values: no character of theirs is obeyed."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from eplan.render.blocks import Run, Style, Text, anchor, checked_link
from eplan.render.hidden import visible

RUN_LIMIT = 24
"""Latin letters that may stand side by side in running text without a place to break the line."""
_PIECE = 8
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile('["\\\\\n\r\t]')
_SHOWN_MARK = re.compile("⟨(U\\+[0-9A-F]{4})⟩")
_FUNCTIONS: Mapping[Style, str] = {"strong": "strong", "emphasis": "kaiti", "muted": "muted", "example": "example"}


def literal(value: Any) -> str:
    """A value where Typst expects code."""
    match value:
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value}"
        case str():
            return '"' + _ESCAPED.sub(lambda found: _ESCAPES[found[0]], value) + '"'
        case Sequence():
            return "(" + "".join(f"{literal(item)}, " for item in value) + ")"
    raise TypeError(f"no Typst literal for {value!r}")


@lru_cache(maxsize=1 << 14)
def words(text: str, limit: int = RUN_LIMIT) -> str:
    """Words as expressions that end by themselves, so that nothing after them is read as part of them."""
    return "#linebreak();".join(f"#{literal(line)};" if line else "" for line in printable(text, limit).split("\n"))


def printable(text: str, limit: int = RUN_LIMIT) -> str:
    """Text with hidden characters shown in brackets that our fonts have, and with places to break long Latin runs."""
    bracketed = _SHOWN_MARK.sub(r"〈\1〉", visible(text))
    return re.sub(f"[!-~]{{{limit + 1},}}", lambda found: _pieces(found[0]), bracketed)


def runs(text: Text, anchors: frozenset[str], limit: int = RUN_LIMIT) -> str:
    """Runs of text; a link into the document is followed only where its anchor is."""
    return "".join(_run(run, anchors, limit) for run in text)


def label(name: str, anchors: frozenset[str]) -> str:
    """The name by which links find what stands before it."""
    return f"#label({literal(anchor(name))});" if anchor(name) in anchors else ""


def _pieces(run: str) -> str:
    return "\u200b".join(re.findall(rf"\w{{1,{_PIECE}}}\W*|\W+", run))


def _run(run: Run, anchors: frozenset[str], limit: int) -> str:
    body = f"#code({literal(printable(run.text, limit))});" if run.style == "code" else words(run.text, limit)
    if run.style in _FUNCTIONS:
        body = f"#{_FUNCTIONS[run.style]}[{body}];"
    link = checked_link(run.link)
    if run.page and link[1:] in anchors:
        body += f"#page-of(label({literal(link[1:])}));"
    return _linked(body, link, anchors)


def _linked(body: str, link: str, anchors: frozenset[str]) -> str:
    if link.startswith("#"):
        return f"#link(label({literal(link[1:])}))[{body}];" if link[1:] in anchors else body
    return f"#link({literal(link)})[{body}];" if link else body

"""Blocks → Markdown (CommonMark with the tables of GitHub). Words come out as typed: whatever is syntax is escaped."""

import re
from collections.abc import Mapping

from markupsafe import Markup

from eplan.messages import Translator
from eplan.render.blocks import Paper, Text, anchor, checked_link, outline, plain, traces
from eplan.render.hidden import visible
from eplan.render.marker import marker
from eplan.render.templating import environment, rendered

TEMPLATE = "markdown/paper.md.j2"
_SYNTAX = re.compile(r"([\\`*_\[\]<>#|~&$!{}])")
_OPENING = re.compile(r"^([ \t]*)(?:([-+=:])|(\d{1,9})([.)]))", re.MULTILINE)
_MARKS = {"strong": "strong", "emphasis": "em"}


def markdown(paper: Paper, translate: Translator, own: Mapping[str, str] | None = None) -> str:
    """The document; `own` are the folder's own templates, which replace those of the same name."""
    page = environment(escaped, own or {})
    page.filters.update(_FILTERS)
    page.globals.update(
        kind=lambda block: type(block).__name__,
        traces=lambda block: tuple(traces(block)),
        entries=lambda depth: tuple(outline(paper.blocks, depth)),
        ranks={entry.anchor: min(entry.level + 1, 6) for entry in outline(paper.blocks, 6)},
        translate=translate,
    )
    text = rendered(page, TEMPLATE, own or {}, paper=paper, mark=marker(paper.code, paper.scope))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escaped(text: str) -> Markup:
    """Words that Markdown leaves alone: no emphasis, links, HTML, formulas, lists or headings out of data."""
    return Markup(_OPENING.sub(_opened, _inert(text)))  # noqa: S704 - escaped for Markdown, which is written here


def _inert(text: str) -> str:
    """Words without a meaning inside a line."""
    return _SYNTAX.sub(r"\\\1", text.replace("\t", " "))


def _opened(found: re.Match[str]) -> str:
    """Words without a meaning at the beginning of a line."""
    mark, number, end = found[2], found[3], found[4]
    return f"\\{mark}" if mark else f"{number}\\{end}"


def _inline(text: Text) -> Markup:
    """Runs of text; a line break of theirs stays a line break."""
    return Markup(_OPENING.sub(_opened, _runs(text)))  # noqa: S704 - escaped run by run


def _runs(text: Text) -> str:
    """Words without line breaks around them: a break that ends nothing would be a backslash."""
    words = "".join(_run(run.text, run.style, checked_link(run.link)) for run in text)
    return re.sub(r"\A(?:\\\n)+|(?:\\\n)+\Z", "", words).strip()


def _run(words: str, style: str, link: str) -> str:
    shown = visible(words)
    body = _code(shown) if style == "code" else _broken(_inert(shown))
    body = _marked(body, _MARKS.get(style, "")) if body.strip() else body
    return f"[{body}](<{_address(link)}>)" if link else body


def _broken(words: str) -> str:
    """Line breaks as hard breaks; blanks that begin a line would mean something."""
    return re.sub(r"[ ]*\n[ ]*", "\\\\\n", words)


def _marked(body: str, tag: str) -> str:
    """Emphasis; beside punctuation Markdown's own marks fail in Chinese text, so HTML stands in for them."""
    if not tag:
        return body
    mark = {"strong": "**", "em": "*"}[tag]
    return f"{mark}{body}{mark}" if body[0].isalnum() and body[-1].isalnum() else f"<{tag}>{body}</{tag}>"


def _address(link: str) -> str:
    return re.sub(r"[<>\\\s]", lambda found: f"%{ord(found[0]):02X}", link)


def _code(words: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    blank = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{blank}{words}{blank}{fence}".replace("\n", " ")


def _in_cell(text: Text) -> Markup:
    """Runs of text inside a table, where a line break is `<br>` and even code may hold no bare bar."""
    if not plain(text).strip():
        return Markup()
    one_line = _runs(text).replace("\\\n", "<br>").replace("\n", " ")
    return Markup(re.sub(r"(?<!\\)\|", r"\\|", one_line))  # noqa: S704 - escaped run by run


def _one_line(text: str) -> Markup:
    """Plain words that may open a line."""
    return escaped(_flat(text))


def in_line(text: str) -> Markup:
    """Plain words after something else: in headings, links and heads of tables."""
    return Markup(_inert(_flat(text)))  # noqa: S704 - escaped already


def _quoted(text: str) -> Markup:
    """Lines after the first inside a quotation."""
    return Markup(str(text).replace("\n", "\n> "))  # noqa: S704 - escaped already


def _indented(text: str, width: int) -> Markup:
    """A block inside a list item."""
    lines = str(text).strip("\n").split("\n")
    return Markup("\n".join(" " * width + line if line else "" for line in lines)[width:])  # noqa: S704 - escaped already


def _fenced(text: Text) -> Markup:
    """A block of code, with a fence that no line of it can close."""
    words = visible("".join(run.text for run in text))
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", words)), default=0))
    return Markup(f"{fence}\n{words}\n{fence}")  # noqa: S704 - fenced


def _flat(text: str) -> str:
    """Plain words on one line, still to be escaped."""
    return " ".join(visible(text).split())


def _anchor(words: str) -> Markup:
    return Markup(anchor(words))  # noqa: S704 - letters, digits, dashes


_FILTERS = {
    "inline": _inline,
    "in_cell": _in_cell,
    "one_line": _one_line,
    "in_line": in_line,
    "flat": _flat,
    "indented": _indented,
    "quoted": _quoted,
    "fenced": _fenced,
    "anchor": _anchor,
    "raw": Markup,
}

"""Texts of plans (CommonMark) → blocks. HTML and images in them are text; links lead to the web or a mailbox."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from eplan.render.blocks import Block, Items, Paragraph, Run, Style, Text, checked_link, text

_ENUMERATED = re.compile(
    r"[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|[①-⑳]|第[一二三四五六七八九十]+条"
)
"""How Chinese documents number what Markdown takes for running text."""
_SPACED = re.compile(r"[!-~]")
_STYLES: dict[str, Style] = {"strong": "strong", "em": "emphasis"}


def commonmark(source: str) -> tuple[Block, ...]:
    """The blocks of a text."""
    return tuple(_blocks(_parser().parse(source)))


def joined(source: str) -> str:
    """A sentence that is not CommonMark: as typed, but for the line ends that only fold the source."""
    first, *others = [line.strip() for line in source.strip().split("\n")]
    for line in others:
        first += _break(first, line) + line if line else "\n"
    return first


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable("code")  # an indented paragraph is no program
    parser.validateLink = _is_web_link  # type: ignore[method-assign]  # the documented way to narrow links
    return parser


def _is_web_link(url: str) -> bool:
    return not url.startswith(("#", "./")) and bool(checked_link(url))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    place = 0
    while place < len(tokens):
        end = _end(tokens, place)
        yield from _block(tokens[place], tokens[place + 1 : end])
        place = end + 1


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where the block that opens at `start` closes; a block of one token closes at once."""
    depth = 0
    for place in range(start, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    return len(tokens) - 1


def _block(token: Token, inside: Sequence[Token]) -> Iterator[Block]:
    match token.type:
        case "paragraph_open" | "heading_open" if words := _text(inside[0]):
            yield Paragraph(words if token.type == "paragraph_open" else _emphasised(words))
        case "bullet_list_open" | "ordered_list_open":
            yield _items(token, inside)
        case "blockquote_open":
            yield from (_quote(block) for block in _blocks(inside))
        case "fence":
            yield Paragraph(text(token.content.rstrip("\n")), "code")


def _emphasised(words: Text) -> Text:
    """A heading inside a text is no chapter of the plan."""
    return tuple(Run(run.text, run.style or "strong", run.link) for run in words)


def _quote(block: Block) -> Block:
    return Paragraph(block.text, "quote") if isinstance(block, Paragraph) and not block.style else block


def _items(token: Token, inside: Sequence[Token]) -> Items:
    items, place = [], 0
    while place < len(inside):
        end = _end(inside, place)
        items.append(tuple(_blocks(inside[place + 1 : end])))
        place = end + 1
    return Items(tuple(items), token.type == "ordered_list_open", int(token.attrGet("start") or 1))


def _text(inline: Token) -> Text:
    return tuple(_merged(_runs(inline.children or [])))


def _runs(children: Sequence[Token]) -> Iterator[Run]:
    styles: list[Style] = []
    link = ""
    for place, token in enumerate(children):
        match token.type:
            case "strong_open" | "em_open":
                styles.append(_STYLES[token.tag])
            case "strong_close" | "em_close":
                styles.pop()
            case "link_open":
                link = str(token.attrGet("href") or "")
            case "link_close":
                link = ""
            case "code_inline":
                yield Run(token.content, "code", link)
            case _:
                yield Run(_words(children, place), _style(styles), link)


def _style(styles: list[Style]) -> Style:
    return "strong" if "strong" in styles else styles[-1] if styles else ""


def _words(children: Sequence[Token], place: int) -> str:
    token = children[place]
    match token.type:
        case "softbreak":
            return _break(_nearest(reversed(children[:place])), _nearest(children[place + 1 :]))
        case "hardbreak":
            return "\n"
        case "image":
            return f"![{token.content}]({token.attrGet('src')})"
        case _:
            return token.content


def _nearest(tokens: Iterable[Token]) -> str:
    return next((token.content for token in tokens if token.content), "")


def _break(before: str, after: str) -> str:
    """The end of a line in the source: nothing in Chinese, a blank between words, a new line before (一), ①, 一、."""
    if _ENUMERATED.match(after):
        return "\n"
    return " " if _SPACED.match(before[-1:]) and _SPACED.match(after[:1]) else ""


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one style as one run."""
    held: Run | None = None
    for run in runs:
        if held and (held.style, held.link) == (run.style, run.link):
            held = Run(held.text + run.text, held.style, held.link)
        else:
            if held and held.text:
                yield held
            held = run
    if held and held.text:
        yield held

"""Blocks → one HTML file that needs nothing else: styles inside, no scripts, for screen, telephone and A4 paper."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from eplan.messages import Translator
from eplan.render.blocks import (
    Block,
    Contents,
    Entry,
    Heading,
    Paper,
    PartPage,
    anchor,
    foot_of,
    outline,
    traces,
)
from eplan.render.html_words import escaped, percent, rows, words
from eplan.render.marker import marker
from eplan.render.templating import Room, environment, rendered

TEMPLATE = "html/paper.html.j2"


@dataclass(frozen=True)
class Sheet:
    """Blocks that share a running head and a foot; every sheet starts a page."""

    number: int
    running: str
    foot: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Branch:
    """A line of the contents with the lines under it."""

    entry: Entry
    below: "tuple[Branch, ...]" = ()


def html(paper: Paper, translate: Translator, own: Mapping[str, str] | None = None) -> str:
    """The document; `own` are the folder's own templates, which replace those of the same name."""
    page = dressed(own or {}, translate)
    before, contents, after = _parted(paper.blocks)
    return rendered(
        page,
        TEMPLATE,
        own or {},
        paper=paper,
        mark=marker(paper.code, paper.scope),
        before=before,
        contents=contents,
        branches=_tree(tuple(outline(after, contents.depth))),
        ranks=_ranks(paper.blocks),
        sheets=tuple(_sheets(after, paper)),
    )


def dressed(own: Mapping[str, str], translate: Translator) -> Room:
    """An environment with all that our templates of HTML ask for."""
    page = environment(escaped, own)
    page.filters.update(words=words, rows=rows, css_text=_css_text, anchor=anchor, drawing=Markup)
    page.globals.update(kind=_kind, traces=_traces, share=percent, translate=translate)
    return page


def _css_text(text: str) -> Markup:
    """Text inside a CSS string: all but letters and digits by their numbers."""
    return Markup(re.sub(r"[^\w]", lambda found: f"\\{ord(found[0]):x} ", text))  # noqa: S704 - nothing left to end it


def _kind(block: object) -> str:
    return type(block).__name__


def _traces(block: Block) -> object:
    return tuple(traces(block))  # type: ignore[arg-type]


def _parted(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Contents, tuple[Block, ...]]:
    """What stands before the contents, the contents, what stands after; without contents all comes after."""
    for place, block in enumerate(blocks):
        if isinstance(block, Contents):
            return blocks[:place], block, blocks[place + 1 :]
    return (), Contents("", 2), blocks


def _sheets(blocks: Iterable[Block], paper: Paper) -> Iterator[Sheet]:
    number, held = 1, list[Block]()
    running, foot = paper.running_title or paper.title, paper.foot_line
    for block in blocks:
        if _starts_sheet(block) and held:
            yield Sheet(number, running, foot, tuple(held))
            number, held = number + 1, []
        if found := _running(block):
            running, foot = found, foot_of(block) or paper.foot_line
        held.append(block)
    yield Sheet(number, running, foot, tuple(held))


def _starts_sheet(block: Block) -> bool:
    return isinstance(block, PartPage) or (isinstance(block, Heading) and block.starts_page)


def _running(block: Block) -> str:
    match block:
        case PartPage(title=title):
            return title
        case Heading(running=running):
            return running
        case _:
            return ""


def _ranks(blocks: Iterable[Block]) -> Mapping[str, int]:
    """Anchor → rank of the heading in HTML: 2 under the title, one more under each heading above, without gaps."""
    return {entry.anchor: min(entry.level + 1, 6) for entry in outline(blocks, 6)}


def _tree(entries: Sequence[Entry]) -> tuple[Branch, ...]:
    """Lines nested by their level."""
    branches, rest = [], list(entries)
    while rest:
        first = rest.pop(0)
        under = next((place for place, entry in enumerate(rest) if entry.level <= first.level), len(rest))
        branches.append(Branch(first, _tree(rest[:under])))
        rest = rest[under:]
    return tuple(branches)

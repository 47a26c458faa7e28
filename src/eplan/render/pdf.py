"""Blocks → PDF, through Typst: A4, tagged, with bookmarks and page labels; the same bytes for the same document."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Literal

import typst
from markupsafe import Markup

from eplan import __version__
from eplan.messages import Refusal, Translator, say
from eplan.reading import TEMPLATES
from eplan.render import typst_source, typst_tables
from eplan.render.blocks import Block, Changed, Contents, Heading, Items, Paper, PartPage, anchor, outline, plain
from eplan.render.fonts import uncovered
from eplan.render.marker import marker
from eplan.render.pagination import fitting_depth
from eplan.render.templating import broken, environment, rendered
from eplan.render.typesetting import Untypeset, typeset

TEMPLATE = "typst/paper.typ.j2"
Standard = Literal["archival"]
_STANDARDS: Mapping[Standard | None, list[str]] = {None: ["1.7"], "archival": ["a-2a", "ua-1"]}
_NO_DAY = date(1970, 1, 1)


def pdf(
    paper: Paper,
    translate: Translator,
    own: Mapping[str, str] | None = None,
    *,
    timestamp: date | None = None,
    standard: Standard | None = None,
) -> bytes:
    """The document; `archival` is PDF/A-2a and PDF/UA-1 together. `own` are the folder's own templates."""
    if standard == "archival":
        _refuse_missing_glyphs(paper)
    day = timestamp or paper.day
    written = compiled(source(paper, translate, own, day, standard), day or _NO_DAY, own or {}, standard)
    return marked(written, marker(paper.code, paper.scope))


def archival_pdf(paper: Paper, translate: Translator, own: Mapping[str, str] | None = None) -> bytes:
    return pdf(paper, translate, own, standard="archival")


def source(
    paper: Paper,
    translate: Translator,
    own: Mapping[str, str] | None = None,
    day: date | None = None,
    standard: Standard | None = None,
) -> str:
    """The document as Typst source, complete in itself."""
    page = environment(escape, own or {})
    anchors = _anchors(paper.blocks)
    page.filters.update(
        code=Markup,
        literal=code(typst_source.literal),
        printable=typst_source.printable,
        one_line=code(lambda words: typst_source.words(" ".join(words.split()))),
        runs=code(partial(typst_source.runs, anchors=anchors)),
        table=code(partial(typst_tables.table_source, anchors=anchors, has_linked_heads=standard is None)),
        label=code(partial(typst_source.label, anchors=anchors)),
        plain=plain,
        drawing=_in_our_faces,
    )
    page.globals.update(
        kind=lambda block: type(block).__name__,
        translate=translate,
    )
    before, contents, after = _parted(paper.blocks)
    return rendered(
        page,
        TEMPLATE,
        own or {},
        paper=paper,
        version=__version__,
        day=day,
        before=before,
        contents=contents if any(outline(after, contents.depth)) else None,
        contents_depth=fitting_depth(after, contents.depth),
        after=after,
    )


def escape(words: str) -> Markup:
    return Markup(typst_source.words(words))  # noqa: S704 - a string expression


def code(write: Callable[..., str]) -> Callable[..., Markup]:
    """A filter whose result is Typst source and is printed as it is."""
    return lambda value, *others: Markup(write(value, *others))  # noqa: S704 - made by typst_source


def _refuse_packages(own: Mapping[str, str]) -> None:
    """Packages would be fetched from the network."""
    for name, text in own.items():
        if name.startswith("typst/") and "@preview" in text:
            raise Refusal(
                say(
                    "{file} imports a package (@preview); templates can use only what they hold",
                    file=f"{TEMPLATES}{name}",
                )
            )


def _refuse_missing_glyphs(paper: Paper) -> None:
    characters = uncovered(paper)
    if characters:
        wish = say("an archival PDF needs a glyph for every character; the fonts lack {list}", list=characters)
        raise Refusal(wish)


def _anchors(blocks: Iterable[Block]) -> frozenset[str]:
    """The anchors that a link can lead to: those that stand once."""
    counts = Counter(anchor(name) for name in _named(blocks))
    return frozenset(name for name, count in counts.items() if name and count == 1)


def _named(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(anchor=name):
                yield name
            case PartPage(anchor=name, blocks=inner):
                yield name
                yield from _named(inner)
            case Changed(blocks=inner):
                yield from _named(inner)
            case Items(items=items):
                for item in items:
                    yield from _named(item)


def _parted(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Contents, tuple[Block, ...]]:
    """What stands before the contents, the contents, what stands after; without contents all comes after."""
    for place, block in enumerate(blocks):
        if isinstance(block, Contents):
            return blocks[:place], block, blocks[place + 1 :]
    return (), Contents("", 2), blocks


def _in_our_faces(svg: str) -> str:
    """A drawing whose words are set in the faces that ship with eplan."""
    return re.sub(r'font-family="[^"]*"', 'font-family="Eplan Hei"', svg)


def compiled(
    text: str,
    day: date,
    own: Mapping[str, str],
    standard: Standard | None = None,
    fonts: typst.Fonts | None = None,
) -> bytes:
    """The file, with the fonts that ship or with those given; a mistake in the folder's `own` templates is told."""
    _refuse_packages(own)
    try:
        return typeset(text, day, _STANDARDS[standard], fonts)
    except Untypeset as error:
        drawn = ", ".join(f"{TEMPLATES}{name}" for name in sorted(own) if name.startswith("typst/"))
        if not drawn:
            raise
        raise broken(drawn, error) from error


def marked(content: bytes, words: str = marker()) -> bytes:
    """The file with a comment near its end that says who wrote it, and its code; before startxref no offset changes."""
    head, mark, tail = content.rpartition(b"\nstartxref")
    return head + f"\n% generator: {words}".encode() + mark + tail

"""Blocks as HTML: every block, words that are only words, headings and links in order, the folder's own templates."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eplan.messages import Refusal, translator
from eplan.render.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Figure,
    Heading,
    Items,
    KeyFigure,
    KeyFigures,
    Notice,
    PageBreak,
    Paper,
    Paragraph,
    PartPage,
    Row,
    Run,
    Table,
    facts,
    row,
    text,
)
from eplan.render.html import html
from tests.conftest import ROOT

GOLDEN = ROOT / "tests/golden/blocks/paper.html"
ENGLISH = translator("en")
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% for x in y %} {# no #}",
    "</title></style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "**x** [a](javascript:alert(1)) # - | `x` \\",
    "&lt;b&gt; &amp;",
)
EVERY_BLOCK: tuple[Block, ...] = (
    Paragraph(text("before the contents"), "lead"),
    Contents("Contents", 3),
    Heading(1, "First", "first", "1", running="First running head"),
    Paragraph(
        (Run("plain "), Run("strong", "strong"), Run(" link", link="https://example.org/?a=1&b=2"), Run("\nnext line"))
    ),
    Paragraph(text("quoted"), "quote"),
    Paragraph(text("code <b>"), "code"),
    Items(
        ((Paragraph(text("one")),), (Paragraph(text("two")), Items(((Paragraph(text("deep")),),)))),
        ordered=True,
        start=3,
    ),
    Heading(3, "Jumped a level", "jumped", "1.1", starts_page=True, mark="〔example〕"),
    Table(
        (Column("Unit", 2, is_head=True), Column("Tasks", align="end"), Column("Late", align="end"), Column("Share")),
        (
            Row((Cell(text("Group"), span=4),), tone="red", is_head=True),
            row(
                "A",
                Cell(text("3"), "good", ("1.1", "1.2", "2.1")),
                Cell(text("1"), "bad"),
                Cell(text("33 %"), share=1 / 3),
            ),
            row("B", "0", "0", "", tone="muted"),
        ),
        caption="Tasks by unit",
    ),
    Table((Column("a"), Column("b")), (row("1", "2"),), style="dense"),
    facts(("Number", "7"), ("Empty", "")),
    KeyFigures((KeyFigure("overdue", "2", "of 27", "bad", ("1.1", "2.2")), KeyFigure("done", "9"))),
    Figure('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>', "a line", "A line"),
    Notice(text("mind this"), "bad"),
    PageBreak(),
    PartPage("Second", "second", "Part 2", (Paragraph(text("opening")),)),
)
PAPER = Paper(
    "Title", "Subtitle", "en", (("As of", "2012-12-31"),), EVERY_BLOCK, "book", "Running title", ("Line above",),
    (Notice(text("on the cover")),), "code 1234",
)  # fmt: skip


def written(paper: Paper) -> str:
    return html(paper, ENGLISH)


def body(paper: Paper) -> str:
    return re.sub(r"<style>.*?</style>\n", "", written(paper), flags=re.DOTALL)


def test_every_block(updating: bool) -> None:
    found = re.sub(r"eplan \d[\d.]*", "eplan", body(PAPER))
    if updating:
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, and the words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute)) is not None]


def everywhere(words: str) -> Paper:
    """A document that says the words wherever words can stand."""
    said = text(words)
    blocks: tuple[Block, ...] = (
        Contents(words),
        Heading(1, words, words, words, mark=words, running=words, starts_page=True),
        Paragraph((Run(words, "strong", words), Run(words, "code"))),
        Table((Column(words), Column(words)), (Row((Cell(said, sources=(words,)), Cell(said))),), words),
        Items(((Paragraph(said, "code"),),)),
        KeyFigures((KeyFigure(words, words, words, sources=(words,)),)),
        Figure("<svg></svg>", words, words),
        Notice(said),
        PartPage(words, f"x{words}", words),
    )
    return Paper(words, words, "en", ((words, words),), blocks, "book", words, (words,), (Notice(said),), words)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_typed(words: str) -> None:
    page = Page(written(everywhere(words)))
    known = {tag for tag, _ in Page(written(everywhere("harmless"))).elements}
    assert {tag for tag, _ in page.elements} == known
    assert [name for _, attributes in page.elements for name in attributes if name.startswith("on")] == []
    assert {link.partition(":")[0] for link in page.all("href") if not link.startswith("#")} == set()
    assert "".join(page.words).count(words) >= 20


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda words: words.strip() == words and "\r" not in words))
def test_any_words_come_out_as_typed(words: str) -> None:
    paper = Paper("t", "", "en", blocks=(Paragraph(text(words)),))
    shown = body(paper).partition('<section class="sheet" id="sheet-1">\n<p>')[2].partition("</p>")[0]
    assert "".join(Page(re.sub("<br>", "\n", shown)).words) == _visible(words)


def _visible(words: str) -> str:
    from eplan.render.hidden import visible

    return visible(words)


def test_hidden_characters_are_shown() -> None:
    paper = Paper("t", "", "en", blocks=(Paragraph(text("a\u202eb\x00c")),))
    assert "<p>a⟨U+202E⟩b⟨U+0000⟩c</p>" in written(paper)


def test_headings_jump_no_level_and_every_link_arrives() -> None:
    page = Page(written(PAPER))
    ranks = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert ranks == [1, 2, 3, 2]
    anchors = page.all("id")
    assert len(anchors) == len(set(anchors))
    assert {link[1:] for link in page.all("href") if link.startswith("#")} <= set(anchors)


def test_it_needs_nothing_from_elsewhere() -> None:
    source = written(PAPER)
    assert [tag for tag, _ in Page(source).elements if tag in ("script", "link", "img", "iframe")] == []
    assert "url(" not in source
    assert "@import" not in source


def test_running_heads_are_in_the_print_style() -> None:
    source = written(PAPER)
    assert '@page sheet-1 { @top-right { content: "First\\20 running\\20 head"; } }' in source
    assert '@page { @bottom-center { content: "code\\20 1234"; } }' in source


def test_own_template_takes_the_place_of_the_built_in_one() -> None:
    own = {"html/paper.css": "p { color: green }"}
    assert "p { color: green }" in html(PAPER, ENGLISH, own)


@pytest.mark.parametrize(
    "template",
    [
        "{{ paper.nmae }}",
        "{% if %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ paper.__class__ }}",
        "{% include '/etc/passwd' %}",
        "{{ 1/0 }}",
        "{{ paper.title + 1 }}",
        "{{ [3, 'a']|sort }}",
        "{% extends 'html/paper.html.j2' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_mistake_in_an_own_template_is_one_line_with_its_place(template: str) -> None:
    with pytest.raises(Refusal, match=r"^templates/html/paper\.html\.j2:2 does not work: [^\n]+$"):
        html(PAPER, ENGLISH, {"html/paper.html.j2": f"\n{template}"})


def test_what_the_built_in_templates_miss_in_an_own_one_is_told() -> None:
    with pytest.raises(Refusal, match=r"^templates/html/blocks\.html\.j2 does not work: "):
        html(PAPER, ENGLISH, {"html/blocks.html.j2": ""})


def test_report_has_no_page_per_chapter() -> None:
    source = written(replace(PAPER, template="report"))
    assert '<body class="report">' in source
    assert "@page sheet-1" not in source

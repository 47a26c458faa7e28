"""Markdown out of blocks, and CommonMark of plans into blocks: words stay words both ways."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from eplan.messages import translator
from eplan.render.blocks import Block, Cell, Column, Heading, Items, Paper, Paragraph, Row, Run, Table, plain, text
from eplan.render.commonmark import commonmark, joined
from eplan.render.markdown import markdown
from tests.conftest import ROOT
from tests.test_html import HOSTILE, PAPER, everywhere

GOLDEN = ROOT / "tests/golden/blocks/paper.md"
ENGLISH = translator("en")
READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
LINES = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), min_size=1).map(
    lambda words: " ".join(words.split())
)


def test_every_block(updating: bool) -> None:
    found = re.sub(r"eplan \d[\d.]*", "eplan", markdown(PAPER, ENGLISH))
    if updating:
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")


def words_in(source: str, kind: str) -> list[str]:
    """The words of all paragraphs, headings or cells, as a reader of Markdown sees them."""
    tokens = READER.parse(source)
    inline = [following for token, following in pairwise(tokens) if token.type == f"{kind}_open"]
    return [
        "".join("\n" if part.type == "hardbreak" else part.content for part in token.children or ()) for token in inline
    ]


def written(*blocks: Block) -> str:
    return markdown(Paper("t", "", "en", blocks=blocks), ENGLISH)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_typed(words: str) -> None:
    source = markdown(everywhere(words), ENGLISH)
    shown = MarkdownIt("commonmark").enable("table").render(source)
    assert (
        re.findall(
            r"<(?!/?(?:p|h\d|a|ul|li|ol|blockquote|table|t[hdr]|thead|tbody|details|summary|strong|code|pre|hr|br)\b|!--)",
            shown,
        )
        == []
    )
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', shown))
    assert words in words_in(source, "heading")
    assert words in words_in(source, "th")
    assert words in words_in(source, "td")


@settings(deadline=None)
@given(LINES.filter(bool))
def test_any_words_come_out_as_typed(words: str) -> None:
    table = Table((Column(words),), (Row((Cell(text(words)),)),))
    source = written(Heading(1, words, "x"), Paragraph(text(words)), Items(((Paragraph(text(words)),),)), table)
    assert words_in(source, "heading") == ["t", words]
    assert words_in(source, "paragraph")[-2:] == [words, words]
    assert (words_in(source, "th"), words_in(source, "td")) == ([words], [words])


@settings(deadline=None)
@given(st.lists(LINES.filter(bool), min_size=1, max_size=4))
def test_line_breaks_are_kept(lines: list[str]) -> None:
    source = written(Paragraph(text("\n".join(lines))))
    assert words_in(source, "paragraph")[-1] == "\n".join(lines)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("行一，\n行二", [Paragraph(text("行一，行二"))]),
        ("one\ntwo", [Paragraph(text("one two"))]),
        ("甲：\n（一）乙\n（二）丙", [Paragraph(text("甲：\n（一）乙\n（二）丙"))]),
        ("a  \nb", [Paragraph(text("a\nb"))]),
        ("1. 甲\n2. 乙", [Items(((Paragraph(text("甲")),), (Paragraph(text("乙")),)), ordered=True)]),
        ("3. 甲", [Items(((Paragraph(text("甲")),),), ordered=True, start=3)]),
        ("- 甲\n  - 乙", [Items(((Paragraph(text("甲")), Items(((Paragraph(text("乙")),),))),))]),
        ("# 题", [Paragraph(text("题", "strong"))]),
        ("> 引", [Paragraph(text("引"), "quote")]),
        ("```\n<b>\n```", [Paragraph(text("<b>"), "code")]),
        ("<b>x</b>", [Paragraph(text("<b>x</b>"))]),
        ("{{ 7*7 }} {% x %}", [Paragraph(text("{{ 7*7 }} {% x %}"))]),
        ("**粗** *斜*", [Paragraph((Run("粗", "strong"), Run(" "), Run("斜", "emphasis")))]),
        ("用`码`", [Paragraph((Run("用"), Run("码", "code")))]),
        ("[去](https://a.b)", [Paragraph((Run("去", link="https://a.b"),))]),
        ("[写](mailto:a@b.c)", [Paragraph((Run("写", link="mailto:a@b.c"),))]),
        ("[不](javascript:x)", [Paragraph(text("[不](javascript:x)"))]),
        ("[不](file:///etc/passwd)", [Paragraph(text("[不](file:///etc/passwd)"))]),
        ("![图](https://a.b/c.png)", [Paragraph(text("![图](https://a.b/c.png)"))]),
        ("    缩进", [Paragraph(text("缩进"))]),
        ("#", []),
        ("", []),
    ],
)  # fmt: skip
def test_commonmark(source: str, blocks: list[Block]) -> None:
    assert list(commonmark(source)) == blocks


@settings(deadline=None)
@given(st.text())
def test_commonmark_takes_any_text(source: str) -> None:
    for block in commonmark(source):
        assert not isinstance(block, Paragraph) or plain(block.text)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("甲\n乙", "甲乙"),
        ("a\nb\n", "a b"),
        ("*甲* <b>", "*甲* <b>"),
        ("甲\n\n乙", "甲\n乙"),
        ("甲\n①乙", "甲\n①乙"),
        ("", ""),
    ],
)
def test_sentence_that_is_not_commonmark(source: str, sentence: str) -> None:
    assert joined(source) == sentence


@pytest.mark.parametrize(
    ("words", "shown"), [("\n\n", ""), ("甲\n", "甲"), ("\n甲\n乙 \n", "甲<br>乙"), ("甲\\\n", "甲\\\\")]
)
def test_a_line_break_at_an_edge_of_a_cell_leaves_nothing(words: str, shown: str) -> None:
    table = Table((Column("a"), Column("b")), (Row((Cell(text(words)), Cell(text("c")))),))
    assert f"| {shown} | c |" in written(table)

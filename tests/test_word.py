"""Word documents read back: headings, tables, contents, hostile text, the same bytes."""

import re
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from eplan.messages import translator
from eplan.render.blocks import (
    Cell,
    Column,
    Contents,
    Figure,
    Heading,
    Items,
    Notice,
    Paper,
    Paragraph,
    PartPage,
    Run,
    Table,
    row,
    text,
)
from eplan.render.charts.bars import BarRow, Part, stacked
from eplan.render.word import word

HOSTILE = (
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "<script>alert(1)</script>",
    "]]> & <w:p/>",
    "=cmd|'/c calc'!A0",
    "a\x00b\x0bc",
    "#import",
)
CHART = stacked("图", (("good", "完成"),), (BarRow("一", (Part("good", 2),)),))
PAPER = Paper(
    title="预案汇编",
    subtitle="2012年",
    language="zh-CN",
    facts=(("截至", "2012-12-31"),),
    blocks=(
        Contents("目录", 2),
        PartPage("总体应急预案", "part-1", "第一部分"),
        Heading(1, "总则", "general", "1"),
        Paragraph((Run("正文"), Run("〔示例〕", "example"))),
        Heading(2, "编制目的", "purpose", "1.1"),
        Items(((Paragraph(text("一")),), (Paragraph(text("二")),))),
        Table((Column("单位", 2), Column("数", 1, "end")), (row("区林业局", 3), row(Cell(text("合计"), span=2)))),
        Figure(CHART, "完成2"),
        Notice(text("注意")),
    ),
    running_title="预案汇编 2012",
    day=date(2012, 12, 31),
)


def read(paper: Paper) -> "tuple[list[tuple[str, str]], list[list[list[str]]]]":
    document = Document(BytesIO(word(paper, translator("zh-CN"))))
    paragraphs = [(item.style.name if item.style else "", item.text) for item in document.paragraphs]
    tables = [[[cell.text for cell in line.cells] for line in table.rows] for table in document.tables]
    return paragraphs, tables


def test_blocks_come_out_in_order_with_their_styles() -> None:
    paragraphs, tables = read(PAPER)
    said = [(style, words) for style, words in paragraphs if words.strip()]
    assert said == [
        ("Title", "预案汇编"),
        ("Subtitle", "2012年"),
        ("ContentsTitle", "目录"),
        ("Entry1", "第一部分　总体应急预案\t"),
        ("Entry1", "1　总则\t"),
        ("Entry2", "1.1　编制目的\t"),
        ("Part", "第一部分　总体应急预案"),
        ("Heading 1", "1　总则"),
        ("Body Text", "正文〔示例〕"),
        ("Heading 2", "1.1　编制目的"),
        ("Item", "• 一"),
        ("Item", "• 二"),
        ("Notice", "注意"),
    ]
    assert tables == [[["截至", "2012-12-31"]], [["单位", "数"], ["区林业局", "3"], ["合计", "合计"]]]


def test_table_heads_are_repeated_and_pictures_have_words() -> None:
    document = Document(BytesIO(word(PAPER, translator("zh-CN"))))
    xml = document.element.xml
    assert xml.count("<w:tblHeader/>") == 1
    assert 'descr="完成2"' in xml
    assert document.sections[0].header.paragraphs[0].text == "预案汇编 2012"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_comes_out_as_typed(words: str) -> None:
    blocks = (Heading(1, words, words), Paragraph(text(words)), Table((Column(words),), (row(words),), words))
    paragraphs, tables = read(Paper(words, words, "zh-CN", ((words, words),), blocks, running_title=words))
    shown = [part for _, part in paragraphs if part.strip()]
    assert len(set(shown)) == 1
    assert {cell for table in tables for line in table for cell in line} == set(shown)
    if words.isprintable():
        assert shown[0] == words


def test_long_anchors_stay_apart_and_contents_lead_to_their_headings() -> None:
    long = "plan-" + "x" * 60
    blocks = (
        Contents("目录", 1), Heading(1, "一", f"{long}-1"), Heading(1, "二", f"{long}-2", starts_page=True),
        Paragraph((Run("1.1", link=f"#{long}-2", page=True), Run("网页", link="https://example.org/"))),
    )  # fmt: skip
    xml = Document(BytesIO(word(Paper("题", "", "zh-CN", blocks=blocks), translator("zh-CN")))).element.xml
    marks = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml)
    assert len(set(marks)) == 2
    assert re.findall(r'<w:hyperlink w:anchor="([^"]+)"', xml) == [*marks, marks[1]]
    assert re.findall(r"PAGEREF (\S+)", xml) == [*marks, marks[1]]
    assert all(len(mark) <= 40 for mark in marks)


def test_a_page_begins_once() -> None:
    blocks = (Contents("目录", 1), PartPage("部", "part"), Heading(1, "一", "one", starts_page=True))
    xml = Document(BytesIO(word(Paper("题", "", "zh-CN", blocks=blocks), translator("zh-CN")))).element.xml
    assert xml.count('<w:br w:type="page"/>') == 3  # behind the cover, the contents and the page of the part


def test_two_runs_give_the_same_bytes() -> None:
    assert word(PAPER, translator("zh-CN")) == word(PAPER, translator("zh-CN"))


def test_a_table_of_one_column_is_as_wide_as_the_page() -> None:
    table = Table((Column("说明"),), (row("很长的一句话" * 60),))
    _, tables = read(Paper("题", "", "zh-CN", blocks=(table,)))
    assert tables == [[["说明"], ["很长的一句话" * 60]]]

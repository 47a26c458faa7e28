"""Columns of printed tables: days stay whole, lines hold whole characters, small tables are kept."""

import pytest

from eplan.render.blocks import Cell, Column, Run, Table, row
from eplan.render.column_widths import column_widths, extent, printed
from eplan.render.typst_tables import table_source

ROOM, PADDING = 46.5, 1.15
TITLE = "攀枝花市东区突发急性传染病应急预案"


def table(titles: str, *rows: tuple[object, ...]) -> Table:
    return Table(tuple(Column(title) for title in titles.split()), tuple(row(*cells) for cells in rows))


def test_a_day_in_chinese_is_not_broken() -> None:
    approvals = table(
        "预案 批准机关 签发人 批准日期",
        *((TITLE, "区林业局", "区林业局主要负责人", "2012年12月15日") for _ in range(9)),
    )
    room = column_widths(approvals, ROOM, PADDING)[-1] - PADDING
    assert room >= extent("2012年12月15日").lines[0] == pytest.approx(8 * 0.58 + 3 + 5 * 0.25)


@pytest.mark.parametrize(("words", "width", "lines"), [
    ("区农水局值班员", 7.0, 1), ("区农水局值班员", 3.75, 3.8), ("一二三四五六七八九十甲乙", 5.9, 3), ("", 3.0, 1),
])  # fmt: skip
def test_a_line_holds_whole_characters(words: str, width: float, lines: float) -> None:
    assert extent(words).height(width) == lines


def test_one_column_takes_all_the_room() -> None:
    assert column_widths(table("要求", ("一二三四五" * 40,)), ROOM, PADDING) == (ROOM,)


def test_page_numbers_take_room() -> None:
    assert printed((Run(TITLE, link="#x", page=True), Run("；"))) == f"{TITLE}（000）；"
    linked = Table((Column("预案"), Column("说明")), (row(Cell((Run(TITLE, link="#x", page=True),)), "无"),) * 3)
    assert column_widths(linked, ROOM, PADDING)[0] - PADDING >= len(TITLE) + 3


@pytest.mark.parametrize(("count", "is_kept"), [(1, True), (8, True), (30, False)])
def test_small_tables_stand_on_one_page(count: int, is_kept: bool) -> None:
    call = table_source(table("甲 乙", *(("一", "二") for _ in range(count))), frozenset())
    assert (", true, (" in call.partition("\n")[0], ", false, (" in call.partition("\n")[0]) == (is_kept, not is_kept)

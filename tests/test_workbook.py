"""The report as an Excel file, read back with another library: real dates and numbers, words that stay words."""

import json
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from eplan.cli.app import run
from eplan.messages import translator
from eplan.models.quantities import MonthEnd
from eplan.render.blocks import Cell, Column, Heading, Paper, Row, Table, text
from eplan.render.formats import report_as
from eplan.render.report import paper
from eplan.render.workbook import workbook
from eplan.render.workbook.chapters import entry_of
from eplan.render.workbook.sheets import Entry
from tests.conftest import write_folder
from tests.district import FILES, HOSTILE, small_report

CHINESE, ENGLISH = translator("zh-CN"), translator("en")
FORMULAS = ("=1+1", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://example.org")', "http://example.org", "007", "1.1")


def midnight(year: int, month: int, day: int) -> datetime:
    return datetime.combine(date(year, month, day), time())


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(BytesIO(report_as("xlsx", small_report(), CHINESE)))


def rows(sheet: Worksheet, first: int = 2) -> list[dict[str, Any]]:
    """The rows of a sheet by the titles of its head."""
    heads = [cell.value for cell in sheet[first - 1]]
    return [dict(zip(heads, (cell.value for cell in line), strict=True)) for line in sheet.iter_rows(min_row=first)]


def test_sheets_are_the_ledger_the_chapters_the_supplies_and_the_sources(book: Any) -> None:
    names = book.sheetnames
    assert (names[0], *names[-2:]) == ("任务分解表", "物资", "数字与出处")
    assert names[1:3] == ["1 总体情况", "2 应急准备指标"]
    assert all(len(name) <= 31 for name in names)


def test_ledger_has_every_task_with_real_dates_and_numbers(book: Any) -> None:
    lines = {line["编号"]: line for line in rows(book["任务分解表"])}
    assert list(lines) == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert lines["1.1"]["完成时限"] == midnight(2012, 6, 30)
    assert (lines["1.1"]["状态"], lines["1.1"]["支出（元）"], lines["1.1"]["示例"]) == ("按时完成", 18600.5, "是")
    assert (lines["1.3"]["逾期天数"], lines["1.3"]["剩余天数"]) == (72, None)
    assert (lines["2.1"]["逾期天数"], lines["2.1"]["剩余天数"]) == (None, 90)
    assert (lines["2.1"]["完成时限"], lines["2.1"]["原定时限"]) == (midnight(2013, 3, 31), midnight(2012, 11, 30))
    assert (lines["2.2"]["频次"], lines["2.2"]["完成时限"]) == ("每季度", None)


def test_ledger_can_be_filtered_chosen_from_and_printed(book: Any) -> None:
    sheet = book["任务分解表"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}6"
    choices = {item.formula1: str(item.sqref) for item in sheet.data_validations.dataValidation}
    assert choices['"按时完成,逾期完成,未完成,逾期"'] == "L2:L6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$1:$1"


def test_a_month_looks_like_a_month_and_an_example_like_one(book: Any) -> None:
    assert book["任务分解表"]["H2"].number_format == "yyyy-mm"
    glance = book["1 总体情况"]
    assert [(cell.value, cell.number_format) for cell in glance[3]][:2] == [(5, "#,##0"), (1, '#,##0"〔示例〕"')]


def test_hostile_words_stay_words(book: Any) -> None:
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    titles = [cell for cell in book["任务分解表"]["C"] if cell.value == HOSTILE]
    assert [cell.data_type for cell in titles] == ["s"]
    assert all(cell.hyperlink is None for sheet in book for line in sheet.iter_rows() for cell in line)


def test_supplies_are_one_catalogue(book: Any) -> None:
    first, second = rows(book["物资"])
    assert (first["品名"], first["数量"], first["计量单位"], first["可用数量"]) == ("风力灭火机", 24, "台", 24)
    assert (first["盘点日期"], first["电话"]) == (midnight(2012, 11, 20), "0812-0000201")
    assert (second["可用数量"], second["最早到期日"]) == (25, midnight(2012, 10, 31))
    assert second["问题"] == "有过期批次、低于最低储备"


def test_every_figure_stands_beside_its_records(book: Any) -> None:
    lines = rows(book["数字与出处"])
    (schedule,) = [line for line in lines if line["数字"] == "任务按进度推进 · 达标数"]
    assert (schedule["数值"], schedule["记录数"], schedule["对应记录"]) == (2, 2, "1.1、2.1")
    document = json.loads(report_as("json", small_report(), CHINESE))
    assert document["indicators"][0]["part"]["records"] == ["1.1", "2.1"]


def test_indicators_are_real_percentages(book: Any) -> None:
    lines = {line["指标"]: line for line in rows(book["2 应急准备指标"], first=3)}
    assert (lines["任务按进度推进"]["数值"], lines["任务按进度推进"]["增减"]) == (0.5, -50)
    assert lines["一年内训练过的应急队伍"]["数值"] == "无数据"


def _of_cells(*words: str, align: Any = "start") -> Any:
    table = Table((Column("甲", align=align),), tuple(Row((Cell(text(word)),)) for word in words))
    report = small_report()
    odd = Heading(1, "a/b:c*?[d]\\ 'x' & y" * 3, "x", "1")
    document = Paper("标题 &A", "", "zh-CN", blocks=(odd, table, odd, table), running_title="&A & 标题" * 60)
    return load_workbook(BytesIO(workbook(report, document, CHINESE)))


def test_cells_of_text_are_text_whatever_they_look_like() -> None:
    sheet = _of_cells(*FORMULAS).worksheets[1]
    assert [(cell.value, cell.data_type) for cell in sheet["A"][2:]] == [(word, "s") for word in FORMULAS]


def test_what_nobody_can_see_is_written_out() -> None:
    sheet = _of_cells("a\x00b\u202ec").worksheets[1]
    assert sheet["A3"].value == "a⟨U+0000⟩b⟨U+202E⟩c"


def test_names_of_sheets_are_made_fit_and_different() -> None:
    names = _of_cells("x").sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert not any(set("[]:*?/\\") & set(name) for name in names)


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("1,234", Entry(1234.0)),
        ("95.7%", Entry(0.957, pattern="0.0%")),
        ("+4.5", Entry(4.5, pattern="+0.##;-0.##;0")),
        ("3/3", Entry("3/3")),
        ("—", Entry("—")),
        ("1e5", Entry("1e5")),
    ],
)
def test_figures_become_numbers(words: str, entry: Entry) -> None:
    assert entry_of(words) == entry


def test_very_early_days_are_text() -> None:
    """Excel's calendar begins in 1900, and its first two months are wrong."""
    files = {**FILES, "data/tasks.yaml": FILES["data/tasks.yaml"].replace("due: 2012-10-20", "due: 1899-10-20")}
    sheet = load_workbook(BytesIO(report_as("xlsx", small_report(files), CHINESE)))["任务分解表"]
    assert sheet["H4"].value == "1899-10-20"
    assert MonthEnd(1899, 10, 31) < date(1900, 3, 1)


def test_english_sheets_have_english_names() -> None:
    names = load_workbook(BytesIO(report_as("xlsx", small_report(), ENGLISH))).sheetnames
    assert (names[0], *names[-2:]) == ("Task ledger", "Supply catalogue", "Figures and sources")


def test_two_runs_write_the_same_bytes_and_only_over_our_own(tmp_path: Path) -> None:
    write_folder(tmp_path, FILES)
    target = tmp_path / "report.xlsx"
    command = ["report", "-C", str(tmp_path), "--as-of", "2012-12-31", "--format", "xlsx", "-o", str(target)]
    assert run(command, {}) == 0
    first = target.read_bytes()
    assert run(command, {}) == 0
    assert target.read_bytes() == first
    target.write_bytes(b"PK something else")
    assert run(command, {}) == 2


def test_the_file_says_who_wrote_it_and_of_which_day(book: Any) -> None:
    properties = book.properties
    assert (properties.creator, properties.created, properties.modified) == ("eplan", *[midnight(2012, 12, 31)] * 2)
    assert properties.title == paper(small_report(), CHINESE).title

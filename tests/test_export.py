"""`eplan export`: the task ledger and the supply catalogue, read back as Excel, CSV and JSON."""

import csv
import json
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from eplan.messages import translator
from eplan.render.export import KINDS, export_as
from eplan.render.workbook.csv_file import csv_of
from eplan.render.workbook.sheets import Entry, Field, Listing
from tests.conftest import write_folder
from tests.district import DAY, FILES, HOSTILE, judged
from tests.test_cli import eplan

CHINESE = translator("zh-CN")
AS_OF = ("--as-of", "2012-12-31", "--lang", "zh-CN")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path, FILES)


def exported(kind: str, form: str, unit: str | None = None) -> bytes:
    return export_as(form, KINDS[kind](judged(DAY), unit), CHINESE)


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


LEDGER = (
    "编号,工作领域,任务,牵头,责任单位,配合单位,负责人,完成时限,频次,原定时限,完成,状态,逾期天数,剩余天数,试点,"
    "计划（元）,支出（元）,经费来源,示例",
    "1.1,加强应急预案体系建设,制定应急预案管理办法,,区应急办,,,2012-06,,,2012-06-27,按时完成,,,,20000,18600.5,区财政,是",
    "1.2,加强应急预案体系建设,修订专项应急预案,区应急办,区森防办、各街道,,,2012-09,,,2012-10-15,逾期完成,,,,,,,",
    "1.3,加强应急预案体系建设,'HOSTILE,,区林业局,,,2012-10-20,,,,逾期,72,,,,,,",
    "2.1,提高监测预警能力,建立自然灾害预警体系,,区林业局、区级各部门,,,2013-03,,2012-11,,未完成,,90,是,,,,",
    "2.2,提高监测预警能力,开展应急管理培训,,区应急办,,,,每季度,,,未完成,,,,,,,",
)


def test_ledger_as_csv() -> None:
    content = exported("tasks", "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(LEDGER)
    assert lines(content) == [[cell.replace("HOSTILE", HOSTILE) for cell in line.split(",")] for line in LEDGER]


def test_ledger_as_excel_is_one_sheet_to_filter_choose_and_print() -> None:
    book = load_workbook(BytesIO(exported("tasks", "xlsx")))
    sheet = book["任务分解表"]
    assert book.sheetnames == ["任务分解表"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:S6", "$1:$1")
    assert (sheet.page_setup.orientation, sheet.oddHeader.left.text) == (
        "landscape",
        "某区任务分解表（截至 2012-12-31）",
    )
    choices = {str(item.sqref): item.formula1 for item in sheet.data_validations.dataValidation}
    assert choices == {
        "I2:I6": '"每年,每半年,每季度,每月,每学期,适时开展"',
        "L2:L6": '"按时完成,逾期完成,未完成,逾期"',
        "O2:O6": '"是"',
        "S2:S6": '"是"',
    }
    assert [cell.value for cell in sheet["H"][1:3]] == [
        datetime.combine(date(2012, 6, 30), time()),
        datetime.combine(date(2012, 9, 30), time()),
    ]
    assert (sheet["C4"].value, sheet["C4"].data_type) == (HOSTILE, "s")


def test_supplies_as_excel_and_csv_have_the_same_cells() -> None:
    sheet = load_workbook(BytesIO(exported("supplies", "xlsx"))).worksheets[0]
    rows = lines(exported("supplies", "csv"))
    assert [cell.value for cell in sheet[1]] == rows[0]
    assert [[_written(cell.value, cell.number_format) for cell in line] for line in sheet.iter_rows(min_row=2)] == rows[
        1:
    ]


def _written(value: Any, pattern: str) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m" if pattern == "yyyy-mm" else "%Y-%m-%d")
    return "" if value is None else str(value)


def test_json_has_keys_of_the_program() -> None:
    document = json.loads(exported("tasks", "json"))
    assert (document["version"], document["district"], document["day"]) == (1, "某区", "2012-12-31")
    assert [(task["id"], task["due"], task["state"]) for task in document["tasks"]][2:4] == [
        ("1.3", "2012-10-20", "overdue"), ("2.1", "2013-03", "open"),
    ]  # fmt: skip
    assert [line["spent"]["value"] for line in document["funds"]] == [18600.5]


def test_one_unit_with_its_money_and_items() -> None:
    own = json.loads(exported("tasks", "json", "区林业局"))
    assert ([task["id"] for task in own["tasks"]], own["funds"]) == (["1.2", "1.3", "2.1"], [])
    units = {line["unit"] for line in json.loads(exported("supplies", "json"))["supplies"]}
    assert [len(lines(exported("supplies", "csv", unit))) > 1 for unit in sorted(units)] == [True] * len(units)
    assert len(lines(exported("supplies", "csv", "区政府"))) == 1


@pytest.mark.parametrize("kind", ["tasks", "supplies"])
@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_same_bytes_twice(kind: str, form: str) -> None:
    assert exported(kind, form) == exported(kind, form)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_stays_text(words: str) -> None:
    content = csv_of(Listing("x", (Field("甲", 5),), ((Entry(words),),)))
    assert lines(content)[1][0] == f"'{words}"


def test_numbers_days_and_lines_in_csv() -> None:
    row = (
        Entry(-5),
        Entry(0.1),
        Entry(20000.0),
        Entry(None),
        Entry(date(2012, 2, 29)),
        Entry('a,"b"\nc'),
        Entry("a\x00b"),
    )
    content = csv_of(Listing("x", tuple(Field(str(number), 5) for number in range(7)), (row,)))
    assert lines(content)[1] == ["-5", "0.1", "20000", "", "2012-02-29", 'a,"b"\nc', "a⟨U+0000⟩b"]


def test_an_empty_folder_has_a_head_and_no_rows(tmp_path: Path) -> None:
    empty = write_folder(tmp_path, {"eplan.yaml": "district: {name: 某区}\n"})
    for kind in KINDS:
        done = eplan("export", kind, *AS_OF, "--format", "csv", "-o", "-", cwd=empty)
        assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
        assert eplan("export", kind, *AS_OF, cwd=empty).stdout == f"out/export-{kind}.xlsx\n"


def test_a_csv_file_that_is_there_is_overwritten_by_force_alone(folder: Path) -> None:
    def again(*options: str) -> tuple[int, str]:
        done = eplan("export", "tasks", "--lang", "zh-CN", "--format", "csv", *options, cwd=folder)
        return done.returncode, done.stderr

    assert again("--as-of", "2012-12-31") == (0, "")
    assert again("--as-of", "2012-12-31") == (0, "")
    told = "out/export-tasks.csv 已经存在，而 CSV 文件不注明由谁所写；加 --force 才覆盖\n"
    assert again("--as-of", "2012-11-30") == (2, told)
    assert again("--as-of", "2012-11-30", "--force") == (0, "")


@pytest.mark.parametrize(("options", "told"), [
    (("hazards",), "没有可导出的“hazards”；可以是 tasks、supplies\n"),
    (("tasks", "--format", "ods"), "xlsx、csv、json"),
    (("tasks", "--unit", "区林业"), "区林业局"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_line(folder: Path, options: tuple[str, ...], told: str) -> None:
    done = eplan("export", *options, *AS_OF, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1

"""The status report on a small district: whole documents against golden files, and figures that a hand can count."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from eplan.checking import check
from eplan.messages import translator
from eplan.reading import read_folder
from eplan.render.blocks import Figure
from eplan.render.formats import report_as
from eplan.render.report import paper
from eplan.render.status import status_as
from eplan.rules import all_rules
from eplan.workspace import check_sources
from tests.conftest import ROOT
from tests.district import DAY, FILES, HOSTILE, small_report

GOLDEN = ROOT / "tests/golden/report"
ENGLISH, CHINESE = translator("en"), translator("zh-CN")
VALUES = {
    "tasks-on-schedule": [100.0, 100.0, 50.0],
    "reports-in-time": [0.0, 0.0, 44.4],
    "headquarters-with-plan": [0.0, 100.0, 50.0],
    "matrix-answered": [None, 45.0, 45.0],
    "plans-drilled": [None, 100.0, 100.0],
    "corrections-in-time": [None, None, 100.0],
    "rectifications-in-time": [None, 100.0, 33.3],
    "supplies-sound": [None, None, 50.0],
    "teams-trained": [None, None, None],
    "communities-sheltered": [None, None, 0.0],
    "shifts-complete": [None, None, None],
    "contacts-verified": [None, None, 50.0],
}


@pytest.mark.parametrize(("form", "language"), [("html", "en"), ("md", "zh-CN"), ("json", "en")])
def test_report_is_as_it_was(form: str, language: str, updating: bool) -> None:
    """Styles and version are left out: they change without the report."""
    written = report_as(form, small_report(), translator(language)).decode()
    steady = re.sub(r"<style>.*?</style>", "<style></style>", written, flags=re.DOTALL)
    steady = re.sub(r"; sum: \w+", "", steady)
    steady = re.sub(r"eplan \d+\.\d+[\w.]*", "eplan VERSION", steady)
    golden = GOLDEN / f"report.{form}"
    if updating:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(steady, "utf-8")
    assert steady == golden.read_text("utf-8")


@pytest.mark.parametrize("form", ["html", "md", "json", "xlsx"])
def test_same_folder_same_bytes(form: str) -> None:
    assert report_as(form, small_report(), CHINESE) == report_as(form, small_report(), CHINESE)


def test_indicators_are_what_a_hand_counts() -> None:
    found = {item.id: [point.value for point in item.course] for item in small_report().indicators}
    assert found == VALUES


def test_indicator_names_the_records_behind_both_numbers() -> None:
    schedule, reports, *_ = small_report().indicators
    assert (schedule.part.sources, schedule.whole.sources) == (("1.1", "2.1"), ("1.1", "1.2", "1.3", "2.1"))
    assert reports.part.sources == ("区应急办 2012-09", "区应急办 2012-10", "区应急办 2012-11", "区林业局 2012-09")
    assert len(reports.whole.sources) == 9


def test_what_cannot_be_computed_is_said_to_be_no_data() -> None:
    document = report_as("md", small_report(), ENGLISH).decode()
    (line,) = [line for line in document.splitlines() if line.startswith("| **Teams trained")]
    assert [cell.strip() for cell in line.split("|")[2:6]] == ["no data", "no data", "0", "0"]


def test_an_empty_folder_makes_a_report() -> None:
    empty = small_report({"eplan.yaml": "district: {name: 某区}\n"})
    assert {item.value for item in empty.indicators} == {None}
    assert {len(item.course) for item in empty.indicators} == {2}
    for form in ("html", "md", "json", "xlsx"):
        assert report_as(form, empty, CHINESE)


def test_json_has_the_indicators_with_their_method() -> None:
    document = json.loads(report_as("json", small_report(), ENGLISH))
    first = document["indicators"][0]
    assert {key: first[key] for key in ("id", "name", "value", "change")} == {
        "id": "tasks-on-schedule", "name": "Tasks on schedule", "value": 50.0, "change": -50.0,
    }  # fmt: skip
    assert first["part"] == {"value": 2, "records": ["1.1", "2.1"], "example": True}
    assert first["method"].startswith("Tasks done in time or not yet due")
    assert document["matrix"][0]["answers"]["during"] == {"who": 1, "what": 1, "how": 0, "when": 1, "with": 1}


def test_status_has_one_line_for_each_indicator() -> None:
    screen = status_as("text", small_report(), ENGLISH, 80, colour=False)
    lines = [line.split() for line in screen.splitlines() if line.startswith("  ")]
    assert ["Tasks", "on", "schedule", "50%", "2/4", "-50"] in lines
    assert ["Teams", "trained", "within", "a", "year", "no", "data", "no", "data"] in lines
    assert all(len(line) <= 80 for line in screen.splitlines())


def test_charts_carry_their_numbers_in_words() -> None:
    figures = [block for block in paper(small_report(), ENGLISH).blocks if isinstance(block, Figure)]
    assert [figure.caption.removesuffix("〔example〕") for figure in figures] == [
        "Readiness indicators at the end of each period, in percent",
        "Timetable of the programme",
        "Tasks by area and state",
        "Tasks by unit and state",
        "Actions that answer each question in each phase; × marks a cell that none answers",
        "Plans in force by unit and kind; × marks a plan that is asked for and missing",
        "Largest need of plans against stock fit for use, the tightest items",
    ]
    told = [figure.alternative for figure in figures]
    assert "Tasks on schedule: 2012Q2 100%, 2012Q3 100%, 2012Q4 50%" in told[0]
    assert f"1.3 {HOSTILE}: 2012-10-20 overdue by 72 days" in told[1]
    assert "1 加强应急预案体系建设 3: done in time 1, done late 1, overdue 1" in told[2]
    assert "区林业局 3: done late 1, overdue 1, open 1" in told[3]
    assert "北街街道: communities: village × 0/2" in told[5]
    assert "森林火灾应急预案: 1/1/1/1/1 0/0/0/0/0 1/1/0/1/1 0/0/0/0/0" in told[4]
    assert "风力灭火机: need 30台, stock 24台, short 6台" in told[6]


def test_hostile_words_stay_words() -> None:
    written = report_as("html", small_report(), ENGLISH).decode()
    assert "<script>" not in written
    assert "&lt;script&gt;&amp;{{ 7*7 }}" in written


def test_report_on_one_unit_shows_its_tasks_only() -> None:
    own = small_report(unit="区林业局")
    assert [line.id for line in own.lines] == ["1.2", "1.3", "2.1"]
    assert [row.unit for row in own.units] == ["区林业局"]
    assert [(area.id, tally.total.sources) for area, tally in own.areas] == [("1", ("1.2", "1.3")), ("2", ("2.1",))]


def test_another_day_is_the_same_as_reading_again() -> None:
    """An earlier day is told from the records as they are, without reading the folder a second time."""
    sources, day = read_folder(ROOT), date(2012, 9, 30)
    again, anew = (check_sources(sources, date, []).repository for date in (DAY, day))
    rules = all_rules().values()
    assert check(again.on_day(day), rules, ()) == check(anew, rules, ())


def test_a_broken_file_is_named_on_page_one() -> None:
    broken = replace(small_report({**FILES, "data/teams.yaml": "teams: {\n"}), errors=3)
    opening = report_as("md", broken, ENGLISH).decode().partition("## 1 ")[0]
    assert "Files that could not be used: data/teams.yaml" in opening
    assert "The folder has 3 errors" in opening


def test_the_first_chapter_tells_how_sound_the_folder_is() -> None:
    warnings = sum(group.warnings for group in small_report().groups)
    assert (
        f"The check of the folder found 0 errors and {warnings} warnings."
        in report_as("md", small_report(), ENGLISH).decode()
    )


def test_a_folder_of_nothing_has_no_empty_tables_and_no_charts_of_nothing() -> None:
    written = report_as("md", small_report({"data/units.yaml": "units: []\n"}), ENGLISH).decode()
    assert not re.search(r"\| -+[^\n]*\|\n\n", written)
    assert "Tasks by unit and state" not in written
    assert "have no money planned" not in written

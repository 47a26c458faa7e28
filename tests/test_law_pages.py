"""`eplan law` and the law in `eplan explain`, as people and machines read them."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from eplan.law_for import changes
from eplan.messages import Refusal, translator
from eplan.models.questions import QUESTIONS
from eplan.models.vocabulary import label
from eplan.reporting.law_lookup import asked_of, page, page_json
from eplan.reporting.law_pages import binding_lines, change_lines
from eplan.reporting.law_words import demand, narrowing
from eplan.repository import Context, Repository
from tests.conftest import ROOT, check_files, write_folder
from tests.test_cli import eplan
from tests.test_law_for import CONFIG, FOLDER, NOW

GOLDEN = ROOT / "tests/golden/law"
ENGLISH, CHINESE = translator("en"), translator("zh-CN")
OWN = (
    "district: {name: 某区}\njurisdictions: [重庆市, 某市]\nrequirements:\n"
    "  - {id: own, about: evacuation-drill, subjects: [school], every: term, at-least: 2课时, basis: 某区规定}\n"
)


def folder(day: date = NOW) -> Repository:
    return check_files({**FOLDER, "eplan.yaml": OWN}, day, []).repository


def here(config: str = CONFIG, day: date = NOW) -> Context:
    return check_files({"eplan.yaml": config}, day, []).repository.on


def shown(wanted: str | None, on: Context | None = None) -> str:
    return "\n".join(page(on or here(), wanted, ENGLISH))


def _school() -> str:
    return "\n".join(binding_lines(*asked_of(folder(), "市第二小学"), folder().on, CHINESE))


def _plan() -> str:
    return "\n".join(binding_lines(*asked_of(folder(), "spill"), folder().on, ENGLISH))


def _changes() -> str:
    found = changes(folder(date(2024, 11, 1)), date(2024, 10, 31))
    return "\n".join(change_lines(found, folder().on.law, CHINESE))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("for-school.zh.md", _school),
        ("for-plan.en.md", _plan),
        ("since.zh.md", _changes),
        ("requirement.zh.md", lambda: "\n".join(page(here(), "report-mep-17-high", CHINESE))),
        ("instrument.en.md", lambda: shown("国令591")),
    ],
)
def test_golden_pages(name: str, text: Callable[[], str], updating: bool) -> None:
    golden, now = GOLDEN / name, text().strip("\n") + "\n"
    if updating:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now, "utf-8")
    assert now == golden.read_text("utf-8")


def test_the_list_is_by_force_and_leaves_out_local_law_of_elsewhere() -> None:
    text = shown(None)
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == [
        "## law", "## admin regulation", "## dept rule", "## normative", "## mandatory standard",
        "## recommended standard", "## guidance",
    ]  # fmt: skip
    assert "beijing-response-2008" not in text
    assert "emergency-response-law-2007" not in text
    assert "北京市" in text.splitlines()[-1]


def test_the_list_says_which_places_count_and_which_are_unknown() -> None:
    lines = shown(None, here(OWN)).splitlines()
    assert "Local law of 重庆市 counts here: `jurisdictions` in eplan.yaml." in lines
    assert "The legal base holds no local law of 某市." in lines
    assert any("chongqing-response-2012" in line for line in lines)


@pytest.mark.parametrize(
    ("wanted", "heads"),
    [
        ("order-493", ["《生产安全事故报告和调查处理条例》（国务院令第493号）"]),
        ("国令493", ["《生产安全事故报告和调查处理条例》（国务院令第493号）"]),
        ("493号令", ["《生产安全事故报告和调查处理条例》（国务院令第493号）"]),
        ("突发事件应对法", ["《中华人民共和国突发事件应对法》"]),
        ("安监总局令第88号", ["《生产安全事故应急预案管理办法》（国家安全生产监督管理总局令第88号）"]),
        ("88号令", ["2 instruments are called something like '88号令'"]),
        ("森林防火", ["3 instruments are called something like '森林防火'"]),
        ("北京市", ["Local law of 北京市"]),
    ],
)
def test_an_instrument_is_found_by_whatever_it_is_called(wanted: str, heads: list[str]) -> None:
    found = [line[2:] for line in shown(wanted).splitlines() if line.startswith("# ")]
    assert found == heads


def test_what_several_are_called_is_a_list_with_ids() -> None:
    found = [line.split()[-1] for line in shown("88号令").splitlines() if line.startswith("-")]
    assert found == ["[saws-88-2019]", "[zhuhai-plan-2012]"]


def test_the_edition_shown_is_that_of_the_day() -> None:
    assert "- Id: emergency-response-law-2007" in shown("突发事件应对法", here(day=date(2012, 12, 31)))
    assert "- Id: emergency-response-law-2024" in shown("突发事件应对法")


@pytest.mark.parametrize("question", ["plan-drill", "预案演练"])
def test_a_question_shows_what_is_in_force_here(question: str) -> None:
    lines = "\n".join(page(here(), question, CHINESE)).splitlines()
    assert [line for line in lines if line.startswith("- 编号")] == ["- 编号：plan-drill-2024 (plan-drill)"]


def test_every_row_can_be_shown_in_both_languages() -> None:
    """No word of the legal base lacks its Chinese, and no page is empty."""
    on = here()
    for row in on.law.requirements:
        assert f"- Id: {row.id} ({row.about})" in shown(row.id, on)
        assert not re.search("[a-z]{3,}", demand(row, CHINESE) + narrowing(row, CHINESE)), row.id
    assert all(CHINESE(label(about)) != ENGLISH(label(about)) for about in QUESTIONS)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("市第二小", "nothing is called '市第二小' here; did you mean 市第二小学?"),
        ("forest-fires", "nothing is called 'forest-fires' here; did you mean forest-fire?"),
        ("某处", "nothing is called '某处' here; `eplan law` lists the legal base"),
    ],
)
def test_who_is_unknown_is_refused_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(Refusal) as refused:
        asked_of(folder(), name)
    assert str(refused.value) == near


def test_a_plan_is_found_by_its_title_too() -> None:
    assert asked_of(folder(), "某区森林火灾应急预案") == asked_of(folder(), "forest-fire")


def test_an_unknown_instrument_is_refused_with_the_nearest() -> None:
    with pytest.raises(Refusal, match="did you mean order-541"):
        shown("order-5411")
    with pytest.raises(Refusal, match="lists the legal base"):
        page_json(here(), "?", ENGLISH)


def test_json_has_rows_as_they_are_written_with_basis_severity_and_what_was_read() -> None:
    (row,) = page_json(here(), "report-493-unit", ENGLISH)["requirements"]
    assert row == {
        "id": "report-493-unit",
        "about": "event-report",
        "hazards": [
            "workplace-accident", "hazardous-chemicals", "mine-accident", "construction-accident", "tailings-pond",
        ],
        "hop": "unit-county",
        "at-most": "1h",
        "instrument": "order-493",
        "clause": "第九条",
        "force": "admin-regulation",
        "valid-from": "2007-06-01",
        "verified": "A",
        "source": "S4",
        "cited": "《生产安全事故报告和调查处理条例》（国务院令第493号）第九条",
        "severity": "error",
        "read": [
            {"key": "S4", "title": "生产安全事故报告和调查处理条例", "address": "github.com/LawRefBook/Laws @2f4c5c2"}
        ],
    }  # fmt: skip


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    return write_folder(tmp_path, FOLDER)


def test_the_command_in_all_its_forms(disk: Path) -> None:
    place = ("-C", str(disk), "--as-of", "2026-11-01", "--lang", "en")
    bare: tuple[str, ...] = ()
    for arguments in (bare, ("--for", "市第二小学"), ("--since", "2012-12-31")):
        text = eplan("law", *arguments, *place)
        assert (text.returncode, text.stderr) == (0, "")
        assert text.stdout.startswith("# ")
    for asked in (("重庆市",), ("--for", "市第二小学"), ("--since", "2012-12-31")):
        machine = eplan("law", *asked, *place, "--format", "json")
        assert machine.returncode == 0
        assert json.loads(machine.stdout)["as-of"] == "2026-11-01"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--for", "市第三小学"), "nothing is called '市第三小学' here; did you mean 市第二小学?"),
        (("order-493", "--since", "2012-12-31"), "give one of NAME, --for and --since"),
        (("--since", "2027-01-01"), "--since 2027-01-01 is after the day of the check, 2026-11-01"),
        (("--since", "yesterday"), "--since wants a date such as 2012-12-31, not 'yesterday'"),
        (("--format", "pdf"), "no format 'pdf'; there are text, json"),
    ],
)
def test_the_command_refuses_in_one_line(disk: Path, arguments: tuple[str, ...], said: str) -> None:
    done = eplan("law", *arguments, "-C", str(disk), "--as-of", "2026-11-01", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == said + "\n"


def test_explain_shows_the_requirements_of_the_day_and_of_the_folder(disk: Path) -> None:
    (disk / "eplan.yaml").write_text(OWN + "language: en\n", "utf-8")
    now = eplan("explain", "M301", "-C", str(disk), "--as-of", "2026-11-01").stdout
    ids = [line.split()[2] for line in now.splitlines() if line.startswith("- Id: ")]
    assert ids[:2] == ["evacuation-drill-school", "evacuation-drill-kindergarten"]
    assert {"own", "chongqing-evacuation", "evacuation-drill-23"} <= set(ids)
    then = eplan("explain", "M301", "-C", str(disk), "--as-of", "2012-12-31").stdout
    assert "evacuation-drill-school" not in then
    assert "evacuation-drill-23" in then


def test_explain_works_outside_a_folder(tmp_path: Path) -> None:
    done = eplan("explain", "M301", "-C", str(tmp_path), "--as-of", "2012-12-31", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Requirements in force on 2012-12-31" in done.stdout


def test_the_legal_base_can_be_read_outside_a_folder(tmp_path: Path) -> None:
    done = eplan("law", "国令493", "-C", str(tmp_path), "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# 《生产安全事故报告和调查处理条例》")


def test_of_whom_nothing_is_asked_that_is_said() -> None:
    lines = list(binding_lines("某处", (), here(), ENGLISH))
    assert lines[-1] == "The legal base asks nothing of it on that day."

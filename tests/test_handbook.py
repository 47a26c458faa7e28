"""The handbook of a unit: a golden one of a small folder, and a recount from the YAML of the duties in data/."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from eplan.cli.app import run
from eplan.messages import Refusal, translator
from eplan.reading import read_folder
from eplan.render.blocks import Heading, Paper, Table, plain
from eplan.render.formats import paper_as
from eplan.render.handbook import paper
from eplan.render.handbook.views import handbook
from eplan.render.views.report import Judged
from eplan.workspace import check_sources
from tests.conftest import ROOT

GOLDEN = ROOT / "tests/golden/handbook"
SMALL = ROOT / "tests/golden/book/folder"
DAY = date(2012, 12, 31)
UNITS = ("区林业局", "区公安分局", "炳草岗街道", "市第二小学", "区应急办", "区消防大队", "区政府", "湖光社区")
EVERY_UNIT = pytest.mark.parametrize("unit", UNITS)


@cache
def judged(folder: Path) -> Judged:
    """The folder without rules, which have no part in handbooks and cards."""
    checked = check_sources(read_folder(folder), DAY, [])
    return Judged(checked.repository, checked.findings, (), tuple(map(str, checked.unreadable)), None)


def bound(unit: str, folder: Path = ROOT, language: str = "zh-CN") -> Paper:
    return paper(handbook(judged(folder), unit), translator(language))


def as_markdown(document: Paper) -> str:
    written = paper_as("md", document, translator(document.language)).decode()
    return re.sub(r"; sum: \w+", "", re.sub(r"eplan \d[\d\\.]*", "eplan", written))


@pytest.mark.parametrize(("name", "unit", "language"), [
    ("forestry.md", "区林业局", "zh-CN"), ("forestry.en.md", "区林业局", "en"), ("street.md", "甲街道", "zh-CN"),
])  # fmt: skip
def test_golden_handbook(name: str, unit: str, language: str, updating: bool) -> None:
    written = as_markdown(bound(unit, SMALL, language))
    if updating:
        (GOLDEN / name).write_text(written, "utf-8")
    assert written == (GOLDEN / name).read_text("utf-8")


def under(document: Paper, level: int, title: str) -> Iterator[Table]:
    """The tables under a heading, down to the next of its level or above."""
    is_inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= level:
            is_inside = block.level == level and block.text == title
        elif is_inside and isinstance(block, Table):
            yield block


def words(tables: Iterator[Table]) -> str:
    return "\n".join(plain(cell.text) for table in tables for row in table.rows for cell in row.cells)


# ---- the same duties once more, from the YAML alone


@cache
def raw(path: str) -> Any:
    return YAML(typ="safe").load((ROOT / path).read_text("utf-8"))


@cache
def plans_in_force() -> dict[str, Any]:
    found = {path.stem: raw(str(path.relative_to(ROOT))) for path in sorted((ROOT / "data/plans").rglob("*.yaml"))}
    return {
        name: plan
        for name, plan in found.items()
        if (issued := plan.get("edition", {}).get("issued")) and str(issued) <= str(DAY)
        and not plan["edition"].get("withdrawn")
    }  # fmt: skip


@cache
def actors() -> dict[str, tuple[str, ...]]:
    """Every name that may act, with the units that it stands for."""
    file = raw("data/units.yaml")
    units = {
        name: unit["name"]
        for unit in file["units"]
        for name in (unit["name"], *unit.get("aliases", ()), *([unit["full-name"]] if "full-name" in unit else ()))
    }
    posts = {item["post"]: unit["name"] for unit in file["units"] for item in unit.get("contacts", ())}
    teams = {team["id"]: units[team["unit"]] for team in raw("data/teams.yaml")["teams"]}
    offices = {
        item["name"]: units[item["office"]]
        for item in raw("data/headquarters.yaml")["headquarters"]
        if "office" in item
    }
    single = {name: (unit,) for name, unit in {**posts, **teams, **offices, **units}.items()}
    groups = {
        name: tuple(units[member] for member in group["members"]) if group["members"] != "unknown" else ()
        for name, group in file["groups"].items()
    }
    return {**single, **groups}  # fmt: skip


def standing_for(name: str, plan: Any) -> set[str]:
    group = next((item for item in plan.get("command", {}).get("groups", ()) if item["name"] == name), None)
    if group:
        members = (group.get("lead"), *group.get("members", ()))
        return {unit for member in members if member for unit in actors().get(member, ())}
    return set(actors().get(name, ()))


def acting(unit: str) -> Iterator[tuple[Any, Any]]:
    for plan in plans_in_force().values():
        for action in plan["actions"]:
            if any(unit in standing_for(name, plan) for name in action.get("who", ())):
                yield plan, action


@EVERY_UNIT
def test_no_heading_of_a_plan_has_nothing_under_it(unit: str) -> None:
    blocks = bound(unit).blocks
    alone = [
        here.text
        for here, behind in pairwise(blocks)
        if isinstance(here, Heading) and isinstance(behind, Heading) and behind.level <= here.level
    ]
    assert alone == []


@EVERY_UNIT
def test_every_action_stands_under_its_plan_with_how_and_when(unit: str) -> None:
    document = bound(unit)
    said = {plan["title"]: words(under(document, 2, plan["title"])) for plan in plans_in_force().values()}
    found = list(acting(unit))
    assert found
    for plan, action in found:
        assert action["what"].strip() in said[plan["title"]], action["id"]
        assert re.sub(r"\s", "", action["how"]) in re.sub(r"\s", "", said[plan["title"]]), action["id"]
    assert dict(document.facts)["行动"] == str(len(found))


@EVERY_UNIT
def test_every_action_stands_under_each_level_and_colour(unit: str) -> None:
    document = bound(unit)
    levels = {1: "Ⅰ级响应", 2: "Ⅱ级响应", 3: "Ⅲ级响应", 4: "Ⅳ级响应"}
    colours = {"red": "红色预警", "orange": "橙色预警", "yellow": "黄色预警", "blue": "蓝色预警"}
    for _, action in acting(unit):
        titles = [levels[level] for level in action.get("response", ())]
        titles += [colours[colour] for colour in action.get("warning", ())]
        titles = titles or ["日常准备" if action["phase"] == "before" else "各级响应均须"]
        assert [title for title in titles if action["what"].strip() not in words(under(document, 2, title))] == []


@EVERY_UNIT
def test_duties_groups_levels_and_reports_are_there(unit: str) -> None:
    document = bound(unit)
    reports = words(under(document, 1, "报告时限")) + "".join(
        words(under(document, 2, title)) for title in (f"{unit}应作的报告", f"{unit}接收的报告")
    )
    for plan in plans_in_force().values():
        said = words(under(document, 2, plan["title"]))
        command = plan.get("command", {})
        duties = [duty for name, duty in command.get("duties", {}).items() if unit in standing_for(name, plan)]
        groups = [group["name"] for group in command.get("groups", ()) if unit in standing_for(group["name"], plan)]
        for level in plan.get("response", {}).get("levels", ()):
            if "decided-by" in level and unit in standing_for(level["decided-by"], plan):
                duties.append(level["trigger"])
            if "ended-by" in level and unit in standing_for(level["ended-by"], plan):
                duties.append(level["ends-when"])
        assert [item for item in (*duties, *groups) if item.strip() not in said] == []
        for hop in plan.get("reporting", {}).get("chain", ()):
            if unit in standing_for(hop["from"], plan) | standing_for(hop["to"], plan):
                assert plan["title"] in reports


@EVERY_UNIT
def test_own_supplies_teams_and_calls_on_them_are_there(unit: str) -> None:
    document = bound(unit)
    own = words(under(document, 2, "应急物资")) + words(under(document, 2, "应急队伍"))
    stores = [raw(str(path.relative_to(ROOT))) for path in (ROOT / "data/supplies").glob("*.yaml")]
    items = [item["name"] for file in stores if file["unit"] == unit for item in file["supplies"]]
    teams = [team for team in raw("data/teams.yaml")["teams"] if actors()[team["unit"]] == (unit,)]
    assert [name for name in (*items, *(team["name"] for team in teams)) if name not in own] == []
    ids = {team["id"] for team in teams}
    for plan in plans_in_force().values():
        said = words(under(document, 2, plan["title"]))
        called = [action for action in plan["actions"] if ids & set(action.get("with", {}).get("teams", ()))]
        assert [action["id"] for action in called if action["what"].strip() not in said] == []


def test_other_actions_are_called_by_what_is_done_in_them() -> None:
    said = words(under(bound("区林业局"), 2, "攀枝花市东区森林火灾应急预案"))
    assert "“设立前方指挥部，建立指挥通信”完成后30分钟内" in said
    assert "在“发现火情立即报告”之后" in said


def test_free_text_that_names_the_unit_is_quoted() -> None:
    said = words(under(bound("区林业局"), 2, "攀枝花市东区森林火灾应急预案"))
    assert "火灾损失和受害面积由区林业局会同有关部门调查评估，向区政府提出报告并统计上报" in said


def test_who_decides_for_a_headquarters_is_said_to_do_so_for_it() -> None:
    said = words(under(bound("区林业局"), 2, "攀枝花市东区森林火灾应急预案"))
    assert "身份：区森林防火指挥部" in said


def test_unknown_unit_is_refused_with_the_nearest_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refusal, match="区林业局"):
        bound("区林业居")
    assert run(["handbook", "区林业居", "-C", str(SMALL), "--lang", "en"], {"EPLAN_LANG": "en"}) == 2
    assert "did you mean 区林业局?" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["html", "md", "pdf", "docx"])
def test_same_folder_and_day_give_the_same_bytes(form: str) -> None:
    first, second = (paper_as(form, bound("区林业局", SMALL), translator("zh-CN")) for _ in range(2))
    assert first == second


def test_archival_and_characters_without_a_glyph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SMALL, tmp_path / "folder")
    units = tmp_path / "folder/data/units.yaml"
    order = ["handbook", "区林业局", "-C", str(tmp_path / "folder"), "--as-of", "2012-12-31", "--lang", "en"]
    assert run([*order, "--format", "pdf", "--archival", "-o", str(tmp_path / "archival.pdf")], {}) == 0
    assert b"pdfuaid" in (tmp_path / "archival.pdf").read_bytes()
    units.write_text(units.read_text("utf-8").replace("李四", "李\U00031350"), "utf-8")
    capsys.readouterr()
    assert run([*order, "--format", "pdf", "-o", str(tmp_path / "plain.pdf")], {}) == 0
    assert "(U+31350) is in none of the fonts" in capsys.readouterr().err

"""The district's folder says what the plan of 2012-04-28 says, and marks as example whatever the plan does not say.

The annex and the text stand here a second time, typed from the plan; nothing is taken from `data/`. The plan
names a unit in more than one way, and so does the annex here: the folder keeps what is printed.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT

DATA = ROOT / "data"
ANNEX = [line for line in (ROOT / "tests/annex.txt").read_text("utf-8").splitlines() if not line.startswith("#")]

COORDINATION = (
    "区委群工局、区公安分局、区民政局、区司法局、区人社局、区卫生局、区工商局、"
    "区质监局、区安监局、区食药监局、区法制办、团区委、各街道、银江镇"
)
NAMED_BESIDES = "区委、区政府、区社会治安综合治理委员会、市第二小学、市政府、市应急委员会"
ALIASES = {
    "区国土分局": "区国土资源分局",
    "炳草岗街办": "炳草岗街道",
    "东区武装部": "区人武部",
    "东区公安消防大队": "区消防大队",
    "区政府应急办": "区应急办",
}
STREETS = {
    "大渡口街道": "大渡口街 东方红 金福 光明 南山",
    "炳草岗街道": "竹湖园 西海岸 二街坊 红星 湖光 望江街 紫荆山 凤凰",
    "弄弄坪街道": "东风 烂泥田 大花地 高峰 大地湾 枣树坡 长寿路 向阳",
    "瓜子坪街道": "青年路 新民路 攀北 兰尖 马兰山 阳光馨园 佳运 密地",
    "东华街道": "金汇 文华 龙珠 新源路 阳城 民建 学园路",
    "银江镇": "五道河 倮果 双江 恒德",
}
KINDS = {
    "headquarters", "hazards", "shelters", "teams", "warnings", "monitoring-points", "drills", "activities", "events",
    "duty", "scenarios", "supplies", "reports",
}  # fmt: skip
QUESTIONS = ("who", "what", "how", "when", "with")
OF_A_LEVEL = ("trigger", "decided-by", "commander", "escalates-to", "ends-when", "ended-by")
VILLAGES = "双龙滩 五道河 攀枝花 沙坝 阿署达 华山 弄密"


@cache
def load(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in ANNEX if "|" in line]


def units() -> dict[str, Any]:
    return {unit["name"]: unit for unit in load(DATA / "units.yaml")["units"]}


def as_printed(task: Any) -> list[str]:
    lead = [f"{name}（牵头）" for name in task["units"].get("lead", ())]
    return [*lead, *task["units"]["responsible"]]


def deadline(task: Any) -> str:
    kinds = {"year": "每年开展"}
    if "every" in task:
        return kinds[task["every"]]
    return "适时开展" if task.get("as-needed") else str(task["due"])


def test_annex_is_in_the_folder_as_printed() -> None:
    areas = load(DATA / "tasks.yaml")["areas"]
    tasks = [task for area in areas for task in area["tasks"]]
    heads = [line.split(" ", 1) for line in ANNEX if "|" not in line]
    assert [[area["id"], area["title"]] for area in areas] == heads
    found = [[task["id"], task["title"], "、".join(as_printed(task)), deadline(task)] for task in tasks]
    assert found == rows()
    assert (len(areas), len(found)) == (9, 25)
    assert [task["id"] for task in tasks if task["units"].get("support")] == []


def test_school_street_and_town_are_the_pilots() -> None:
    areas = load(DATA / "tasks.yaml")["areas"]
    assert [task["id"] for area in areas for task in area["tasks"] if task.get("pilot")] == ["9.1", "9.2", "9.3"]


def test_coordination_group() -> None:
    group = load(DATA / "units.yaml")["coordination-group"]
    assert group == {
        "lead": "区应急办", "deputies": ["区委维稳办"], "members": COORDINATION.split("、"), "office": "区应急办"
    }  # fmt: skip


def test_streets_and_communities_follow_the_edition_named() -> None:
    """china-division 2.7.0, a recent national edition; the plan names 炳草岗街道 and 银江镇 only."""
    known = units()
    for parent, names in STREETS.items():
        members = [unit for unit in known.values() if unit.get("parent") == parent and unit["kind"] == "community"]
        assert [unit["name"] for unit in members] == [f"{name}社区" for name in names.split()]
    villages = [name for name, unit in known.items() if unit["kind"] == "village"]
    assert villages == [f"{name}村" for name in VILLAGES.split()]
    groups = load(DATA / "units.yaml")["groups"]
    assert groups["各街道"]["members"] == [name for name in STREETS if name.endswith("街道")]
    assert groups["区级各部门"] == {"members": "unknown"}
    assert "china-division 2.7.0" in load(ROOT / "eplan.yaml")["edition"]


def test_aliases_of_the_text() -> None:
    known = units()
    assert {alias: name for alias, name in ALIASES.items() if alias not in known[name].get("aliases", ())} == {}


def named() -> set[str]:
    """Every single unit that the plan names, by its own name."""
    cells = [cell.replace("（牵头）", "") for _, _, units_, _ in rows() for cell in units_.split("、")]
    listed = {*cells, *COORDINATION.split("、"), *NAMED_BESIDES.split("、")}
    return {ALIASES.get(name, name) for name in listed} - {"各街道", "区级各部门"}


def test_units_that_the_plan_does_not_name_are_examples() -> None:
    known = units()
    assert named() - known.keys() == set()
    assert {name for name, unit in known.items() if not unit.get("example")} == named()


def test_one_committee_and_twenty_headquarters() -> None:
    every = load(DATA / "headquarters.yaml")["headquarters"]
    assert [item["name"] for item in every if "parent" not in item] == ["区应急委员会"]
    assert sum(item.get("parent") == "区应急委员会" for item in every) == 20


def made_up() -> Iterator[tuple[Path, Any]]:
    """Records of kinds that the plan says nothing about, and values that it does not give on records that it names."""
    for path in sorted(DATA.rglob("*.yaml")):
        content = load(path)
        if path.parent.name in {"plans", "special", "department", "township", "community", "unit"}:
            yield path, content
            continue
        for key in KINDS & content.keys():
            yield from ((path, record) for record in content[key])
        yield from ((path, contact) for unit in content.get("units", ()) for contact in unit.get("contacts", ()))
        yield from ((path, phase) for phase in content.get("programme", {}).get("phases", ()))
        for task in (task for area in content.get("areas", ()) for task in area["tasks"]):
            parts = [task.get("budget"), task.get("done"), *task.get("extended", ()), *task.get("deliverables", ())]
            yield from ((path, part) for part in parts if part)


def test_whatever_the_plan_does_not_say_is_marked_as_example() -> None:
    everything = list(made_up())
    assert len(everything) > 800
    assert [(path.name, record) for path, record in everything if record.get("example") is not True] == []


def test_no_person_and_no_telephone_of_anybody() -> None:
    contacts = [contact for unit in units().values() for contact in unit.get("contacts", ())]
    assert [contact for contact in contacts if "name" in contact] == []
    text = "\n".join(path.read_text("utf-8") for path in sorted(DATA.rglob("*.yaml")))
    phones = re.findall(r"(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9})(?!\d)", text)
    assert phones
    assert [phone for phone in phones if not phone.startswith("0812-0000")] == []


@pytest.mark.parametrize("path", sorted(DATA.glob("plans/special/*.yaml")), ids=lambda path: path.stem)
def test_special_plan_is_whole(path: Path) -> None:
    plan = load(path)
    actions, levels, warning = plan["actions"], plan["response"]["levels"], plan["warning"]
    assert len(actions) >= 25
    assert {action["phase"] for action in actions} == {"before", "onset", "during", "after"}
    assert [action["id"] for action in actions if not all(action.get(key) for key in QUESTIONS)] == []
    said = [action["how"] for action in actions]
    assert len(set(said)) == len(said)
    assert [level["level"] for level in levels if not all(level.get(key) for key in OF_A_LEVEL)] == []
    assert {level["colour"] for level in warning["levels"]} == {"red", "orange", "yellow", "blue"}
    assert all(level.keys() >= {"criteria", "issued-by", "lifted-when"} for level in warning["levels"])
    assert warning["channels"]
    assert len(warning["message"]) >= 8
    assert len(plan["response"]["activation"]) >= 4
    assert [group["name"] for group in plan["command"]["groups"] if not group.get("lead")] == []
    assert all("within" in hop for hop in plan["reporting"]["chain"])

"""What stands in the book, counted again from the YAML files: the plans of three units, and the appendices."""

import re
from pathlib import Path
from typing import Any

import pytest

from eplan.cli.app import run
from tests.conftest import ROOT
from tests.test_report_recount import DAY, own_name, plans, records

UNITS = ("区林业局", "炳草岗街道", "市第二小学")


def printed(target: Path, *options: str) -> str:
    assert run(["book", "-C", str(ROOT), *options, "--as-of", str(DAY), "--format", "md", "-o", str(target)], {}) == 0
    return target.read_text("utf-8")


def chapters(text: str) -> dict[str, str]:
    """The pages of each plan, from its title to the next plan or to the appendices."""
    starts = [(found[1], found.start()) for found in re.finditer(r'<a id="plan-([a-z0-9-]+?)"></a>', text)]
    ends = [*(start for _, start in starts[1:]), text.index("\n## 附录")]
    return {name: text[start:end] for (name, start), end in zip(starts, ends, strict=True)}


def rows(text: str) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize("unit", UNITS)
def test_plans_of_a_unit(unit: str, tmp_path: Path) -> None:
    under = {unit, *(item["name"] for item in records("units", "units") if item.get("parent") == unit)}
    own = {name: plan for name, plan in plans().items() if own_name(plan["owner"]) in under}
    book = chapters(printed(tmp_path / "book.md", "--unit", unit))
    assert own
    assert book.keys() == own.keys()
    for name, plan in own.items():
        assert missing(book[name], plan) == []
        ids = [action["id"] for action in plan["actions"]]
        assert sorted(row[0] for row in rows(book[name]) if row[0] in ids and row[2].startswith("**")) == sorted(ids)


def missing(chapter: str, plan: Any) -> list[str]:
    """What the plan says and its chapter does not."""
    found = [row[0] for row in rows(chapter)]
    first_cells = [
        *(unit for unit in plan["command"].get("duties", ())),
        *(group["name"] for group in plan["command"]["groups"]),
        *(f"**{level['name']}**" for level in plan["response"]["levels"]),
        *(watch["what"] for watch in plan["warning"]["monitoring"]),
        *(hop["from"] for hop in plan["reporting"]["chain"]),
    ]
    words = [
        *(f"**{action['what']}**" for action in plan["actions"]),
        *(f"{item}{amount}" for item, amount in plan["support"]["supplies"].items()),
        *(f"《{law['title']}》" for law in plan["basis"]),
        *plan["principles"],
        *plan["support"]["teams"],
        *plan["support"].get("shelters", ()),
    ]
    return [*(cell for cell in first_cells if cell not in found), *(word for word in words if word not in chapter)]


def test_appendices(tmp_path: Path) -> None:
    text = printed(tmp_path / "book.md")
    assert chapters(text).keys() == plans().keys()
    found = rows(text[text.index("\n## 附录") : text.index("\n## 单位索引")])
    teams = [[item["name"], own_name(item["unit"]), str(item["members"])] for item in records("teams", "teams")]
    shelters = [
        [item["name"], own_name(item["unit"]), str(item["area-m2"])] for item in records("shelters", "shelters")
    ]
    assert [row for row in (*teams, *shelters) if row not in [cells[:3] for cells in found]] == []
    stores = [
        [item["name"], item.get("spec", ""), item["quantity"], item.get("minimum", ""), item["store"]]
        for item in records("supplies", "supplies")
    ]
    assert [row for row in stores if row not in [cells[:5] for cells in found]] == []
    phones = {contact["phone"] for unit in records("units", "units") for contact in unit.get("contacts", ())}
    telephones = "\n".join(cells[-1] for cells in found)
    assert sorted(phone for phone in phones if phone not in telephones) == []

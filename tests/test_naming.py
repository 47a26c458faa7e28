"""References: what counts as known, what is merged, what is a path, what goes round in circles."""

from collections.abc import Mapping
from datetime import date

import pytest

from eplan.cycles import cycles
from eplan.naming import leads_outward
from tests.conftest import check_files

AS_OF = date(2012, 12, 31)
UNITS = {"data/units.yaml": "units:\n  - {name: 区林业局, kind: department}\n"}


def told(files: Mapping[str, str | bytes], rule: str) -> list[tuple[str, int]]:
    """The sentences of one rule, each with the number of its places."""
    found = check_files(files, AS_OF).findings
    return [(str(finding.message), 1 + len(finding.more)) for finding in found if finding.rule == rule]


def hazards(*units: str) -> str:
    lines = (f"  - {{id: 隐患{n}, kind: fire, place: 北街, unit: {unit}}}" for n, unit in enumerate(units))
    return "\n".join(("hazards:", *lines, ""))


def test_one_unknown_name_is_one_finding_with_the_nearest_name() -> None:
    files = {**UNITS, "data/hazards.yaml": hazards("区林业居", "区农水局", "区林业居")}
    assert told(files, "R101") == [
        ("no unit or group is called '区林业居'; did you mean '区林业局'?", 2),
        ("no unit or group is called '区农水局'; add it to data/units.yaml or write the name it has there", 1),
    ]


def test_a_chinese_comma_between_known_names_is_told() -> None:
    units = "units:\n  - {name: 区林业局, kind: department}\n  - {name: 区农水局, kind: department}\n"
    task = (
        "areas: [{id: '1', title: 甲, tasks: [{id: '1.1', title: 乙, units: {responsible: [区林业局，区农水局]}}]}]\n"
    )
    assert told({"data/units.yaml": units, "data/tasks.yaml": task}, "R101") == [
        ("no unit or group is called '区林业局，区农水局'; a full-width '，' does not part names: write ', '", 1)
    ]


@pytest.mark.parametrize("written", ["1.2", "1.10", "7"])
def test_an_id_that_lacks_its_quotes_is_told_once(written: str) -> None:
    task = f"{{id: {written}, title: 乙, units: {{responsible: [区林业局]}}, due: 2012-12}}"
    progress = f"unit: 区林业局\nreports: [{{month: 2012-05, tasks: [{{task: '{written}', did: 起草}}]}}]\n"
    tasks = f"areas: [{{id: '1', title: 甲, tasks: [{task}]}}]\n"
    files = {**UNITS, "data/tasks.yaml": tasks, "data/progress/区林业局.yaml": progress}
    assert {finding.rule for finding in check_files(files, AS_OF).findings} & {"R105", "Y205"} == {"Y205"}


@pytest.mark.parametrize("lost", ["", "# 单位\n", "\n\n", "units:\n"])
def test_no_name_is_blamed_that_a_file_of_which_nothing_can_be_told_may_declare(lost: str) -> None:
    task = "{id: '1.1', title: 乙, units: {responsible: [区农水局]}, due: 2012-12, after: ['9.9']}"
    tasks = f"areas: [{{id: '1', title: 甲, tasks: [{task}]}}]\n"
    files = {"data/units.yaml": lost, "data/tasks.yaml": tasks, "data/hazards.yaml": hazards("区农水局", "区林业局")}
    assert (told(files, "R101"), len(told(files, "R105"))) == ([], 1)


@pytest.mark.parametrize("broken", [
    "units:\n  - {name: 区农水局, kind: departmant}\n",
    "units:\n  - name: 区农水局\n   kind: department\n",
    "units:\n  - {name: 区水务局, kind: departmant, aliases: [区农水局]}\n",
])  # fmt: skip
def test_names_in_a_broken_file_count_as_known(broken: str) -> None:
    files = {"data/units/1.yaml": UNITS["data/units.yaml"], "data/units/2.yaml": broken}
    assert told({**files, "data/hazards.yaml": hazards("区农水局")}, "R101") == []


def test_a_working_group_counts_in_its_own_plan_only() -> None:
    plan = "title: 预案\nkind: special\nowner: 区林业局\nactions: [{id: a1, phase: onset, who: [扑火组]}]\n"
    group = "command: {groups: [{name: 扑火组, lead: 区林业局}]}\n"
    files = {**UNITS, "data/plans/a.yaml": plan + group, "data/plans/b.yaml": plan}
    (finding,) = [found for found in check_files(files, AS_OF).findings if found.rule == "R102"]
    assert str(finding.position) == "data/plans/b.yaml:4:40"


def test_an_alias_that_is_also_a_group_is_not_blamed_as_an_alias() -> None:
    units = "units:\n  - {name: 区林业局, kind: department, aliases: [林口]}\ngroups: {林口: {members: [区林业局]}}\n"
    files = {"data/units.yaml": units, "data/teams.yaml": "teams: [{id: 队, name: 队, unit: 区林业局}]\n"}
    shelter = "shelters: [{id: 场所, name: 场所, unit: 区林业局, serves: [林口]}]\n"
    assert told({**files, "data/shelters.yaml": shelter}, "R202") == []
    assert told(files, "R203") == [("'林口' is a group here and an alias of a unit elsewhere: rename one", 1)]


@pytest.mark.parametrize(
    "path", ["../a.pdf", "a/../b.pdf", "/a.pdf", "~/a.pdf", r"D:\a.pdf", r"\\nas\a.pdf", r"..\a.pdf"]
)
def test_path_that_leads_outward(path: str) -> None:
    assert leads_outward(path)


@pytest.mark.parametrize("path", ["a.pdf", "a/b.pdf", "a..b.pdf", "档案/第1.1项.pdf", ".hidden/a.pdf"])
def test_path_that_stays(path: str) -> None:
    assert not leads_outward(path)


@pytest.mark.parametrize(("evidence", "missing"), [
    ("files/a.pdf", False), ("files/b.pdf", True), ("印发通知.docx", True),
    ("办法文本和印发通知，区应急办存档", False), ("存档号 2012/31", False),
])  # fmt: skip
def test_words_are_not_taken_for_a_path(evidence: str, missing: bool) -> None:
    tasks = (
        'areas: [{id: "1", title: 预案, tasks: [{id: "1.1", title: 办法, done: {date: 2012-06, evidence: "%s"}}]}]\n'
    )
    files = {**UNITS, "data/tasks.yaml": tasks % evidence, "files/a.pdf": ""}
    assert bool(told(files, "R207")) is missing


@pytest.mark.parametrize(("arrows", "found"), [
    ({}, []),
    ({"a": "b", "b": "c", "c": ""}, []),
    ({"a": "bc", "b": "d", "c": "d", "d": ""}, []),
    ({"a": "a"}, ["a"]),
    ({"a": "x"}, []),
    ({"a": "b", "b": "c", "c": "b"}, ["bc"]),
    ({"a": "b", "b": "a", "c": "d", "d": "ce"}, ["ab", "cd"]),
])  # fmt: skip
def test_cycles(arrows: Mapping[str, str], found: list[str]) -> None:
    assert ["".join(circle) for circle in cycles(arrows)] == found


def test_a_long_chain_needs_no_deep_stack() -> None:
    arrows = {str(number): (str(number + 1),) for number in range(50_000)}
    assert list(cycles(arrows)) == []

"""Findings that somebody has accepted: where an acceptance holds, and what becomes of it."""

from datetime import date
from pathlib import Path

import pytest

from eplan.rules import all_rules
from tests.conftest import check_files, write_folder
from tests.test_cli import eplan

TASKS = """\
areas:
  - id: "1"
    title: 预案
    tasks:
      - id: "1.1"
        title: 办法
        units: {responsible: [区应急办]}
        due: 2012-06
        %s
"""
UNITS = "units: [{name: 区应急办, kind: office}]\n"
WHOLE = "eplan.yaml", "district: {name: 东区}\naccept: [{rule: %s, path: %s, reason: 待定, until: 2013-06}]\n"


def found(accept: str, day: date = date(2012, 12, 31), only: tuple[str, ...] = ("T101", "A101", "A103")) -> set[str]:
    files = {"data/tasks.yaml": TASKS % accept, "data/units.yaml": UNITS}
    return {finding.rule for finding in check_files(files, day, [all_rules()[name] for name in only]).findings}


@pytest.mark.parametrize(("accept", "rules"), [
    ("", {"T101"}),
    ("accept: [{rule: T101, reason: 待定, until: 2013-06}]", set()),
    ("accept: [{rule: task-overdue, reason: 待定, until: 2013-06}]", set()),
    ("accept: [{rule: T101, reason: 待定, until: 2012-12-30}]", {"T101", "A101"}),
    ("accept: [{rule: T102, reason: 待定, until: 2013-06}]", {"T101"}),  # T102 was not run
    ("accept: [{rule: T999, reason: 待定, until: 2013-06}]", {"T101", "A103"}),  # there is no T999
    ("deliverables: [{title: 办法, accept: [{rule: T101, reason: 待定, until: 2013-06}]}]", {"T101", "A103"}),
])  # fmt: skip
def test_on_a_record(accept: str, rules: set[str]) -> None:
    assert found(accept) == rules


def test_of_a_rule_that_was_not_run() -> None:
    assert found("accept: [{rule: T101, reason: 待定, until: 2013-06}]", only=("A101", "A103")) == set()


@pytest.mark.parametrize(("rule", "path", "rules"), [
    ("T101", "data/tasks.yaml", set()),
    ("T101", "data", set()),
    ("T101", "data/", set()),
    ("T101", "data/task", {"T101", "A103"}),
    ("T101", "data/plans", {"T101", "A103"}),
])  # fmt: skip
def test_by_path(rule: str, path: str, rules: set[str]) -> None:
    name, text = WHOLE
    files = {"data/tasks.yaml": TASKS % "", "data/units.yaml": UNITS, name: text % (rule, path)}
    chosen = [all_rules()[name] for name in ("T101", "A101", "A103")]
    assert {finding.rule for finding in check_files(files, date(2012, 12, 31), chosen).findings} == rules


def test_accepted_findings_are_kept_apart() -> None:
    accept = "accept: [{rule: T101, reason: 待定, until: 2013-06}]"
    files = {"data/tasks.yaml": TASKS % accept, "data/units.yaml": UNITS}
    verdict = check_files(files, date(2012, 12, 31), [all_rules()["T101"]]).verdict
    assert [finding.rule for finding in verdict.accepted] == ["T101"]
    assert verdict.findings == ()


def test_the_report_counts_them_and_says_why_who_and_until_when(tmp_path: Path) -> None:
    accept = "accept: [{rule: T101, reason: 待市里印发上位办法, by: 区政府, until: 2013-06-30}]"
    settings = "district: {name: 东区}\nlanguage: en\n"
    write_folder(tmp_path, {"eplan.yaml": settings, "data/tasks.yaml": TASKS % accept, "data/units.yaml": UNITS})
    done = eplan("report", "--quarter", "2012Q4", "--as-of", "2012-12-31", "--format", "md", "-o", "-", cwd=tmp_path)
    _, _, chapter = done.stdout.partition("Accepted findings\n\n")
    count, _, item = chapter.splitlines()[:3]
    assert count == "Accepted findings: 1; each comes back after its day."
    assert item.startswith("- data/tasks.yaml:8 T101 ")
    assert "(accepted by 区政府 until 2013-06-30: 待市里印发上位办法)" in item


def test_in_eplan_yaml_without_a_path() -> None:
    settings = "district: {name: 东区}\naccept: [{rule: T101, reason: 待定, until: 2013-06}]\n"
    files = {"data/tasks.yaml": TASKS % "", "data/units.yaml": UNITS, "eplan.yaml": settings}
    told = check_files(files, date(2012, 12, 31), [all_rules()[name] for name in ("T101", "A103")]).findings
    assert [str(finding.message) for finding in told if finding.rule == "A103"] == [
        "no file or folder is named that the acceptance of T101 holds for: write `path`"
    ]

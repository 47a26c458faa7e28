"""Findings in the formats of other programs."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest

from eplan.messages import translator
from eplan.reporting import FORMATS, writer
from eplan.reporting.outcome import Outcome
from tests.conftest import check_files

FILES = {
    "eplan.yaml": "district: {name: 某区}\naccept:\n"
    "  - {rule: T101, path: data/tasks.yaml, reason: 已报区政府, until: 2013-01-31}\n",
    "data/units.yaml": "units:\n  - {name: 区应急办, kind: offices}\n"
    "  - {name: 'a%b,c: <&>\"', kind: office, colour: 1}\n",
    "data/tasks.yaml": 'areas: [{id: "1", title: 一, tasks: [{id: "1.1", title: 二, due: 2012-06}]}]\n',
}


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    checked = check_files(FILES, date(2012, 12, 31))
    return Outcome(checked.findings, checked.verdict.accepted, date(2012, 12, 31), translator("en"), folder="district")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_the_same_twice(outcome: Outcome, name: str) -> None:
    assert writer(name)(outcome)
    assert writer(name)(outcome) == writer(name)(outcome)


def test_sarif_has_rules_results_and_fingerprints(outcome: Outcome) -> None:
    document = json.loads(writer("sarif")(outcome))
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert document["version"] == "2.1.0"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all(result["partialFingerprints"]["eplan/v1"] for result in run["results"])
    suppressed = [result["ruleId"] for result in run["results"] if "suppressions" in result]
    assert suppressed == ["T101"]


def test_github_escapes_what_would_end_the_command(outcome: Outcome) -> None:
    lines = writer("github")(outcome).splitlines()
    assert len(lines) == len(outcome.findings)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any("file=district/data/units.yaml,line=2" in line for line in lines)


def test_gitlab_has_the_fields_that_gitlab_reads(outcome: Outcome) -> None:
    issues = json.loads(writer("gitlab")(outcome))
    assert len(issues) == len(outcome.findings)
    assert all(set(issue) == {"description", "check_name", "fingerprint", "severity", "location"} for issue in issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_junit_counts_its_failures(outcome: Outcome) -> None:
    (suite,) = ElementTree.fromstring(writer("junit")(outcome))
    assert suite.get("tests") == str(len(outcome.findings))
    assert suite.get("failures") == str(len(suite.findall("testcase/failure")))


def test_json_lists_what_was_accepted(outcome: Outcome) -> None:
    document = json.loads(writer("json")(outcome))
    assert [item["rule"] for item in document["accepted"]] == ["T101"]

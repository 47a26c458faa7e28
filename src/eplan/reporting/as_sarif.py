"""SARIF 2.1.0, for code-scanning services: rules with help, results with regions and partial fingerprints."""

import json
import re
from typing import Any
from urllib.parse import quote

from eplan import __version__
from eplan.finding import Accepted, Finding, Position, Severity
from eplan.reporting.outcome import Outcome
from eplan.reporting.pages import rule_page
from eplan.rule import Rule
from eplan.rules import all_rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_LINK = re.compile(r"[\[\]\\]")


def write(outcome: Outcome) -> str:
    """One run with all findings; accepted findings are suppressed results."""
    rules = list(all_rules().values())
    index = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "eplan",
                "version": __version__,
                "rules": [_rule(outcome, rule) for rule in rules],
            }
        },
        "automationDetails": {"id": f"eplan/{quote(outcome.folder)}".rstrip("/") + "/"},
        "language": outcome.translate.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": outcome.translate("The root of the repository.")}}},
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(outcome, finding, index) for finding in (*outcome.findings, *outcome.accepted)],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _rule(outcome: Outcome, rule: Rule) -> dict[str, Any]:
    page = outcome.translate.paragraphs(rule.doc)
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": outcome.translate(rule.summary)},
        "fullDescription": {"text": page.partition("\n\n## ")[0]},
        "help": {"text": page, "markdown": rule_page(rule, outcome.translate)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(outcome: Outcome, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(outcome.message(finding))},
        "locations": [_location(outcome, finding.position)],
        "relatedLocations": [
            {"id": number, **_location(outcome, place)} for number, place in enumerate(finding.more, 1)
        ],
        "partialFingerprints": {"eplan/v1": finding.fingerprint},
        "suppressions": [_suppression(outcome, finding, finding.accepted)] if finding.accepted else [],
        "properties": {"basis": [outcome.translate(basis) for basis in finding.basis]},
    }


def _suppression(outcome: Outcome, finding: Finding, accepted: Accepted) -> dict[str, Any]:
    return {
        "kind": "inSource" if accepted.position.path == finding.position.path else "external",
        "status": "accepted",
        "justification": outcome.translate(accepted.message),
        "location": _location(outcome, accepted.position),
    }


def _plain(text: str) -> str:
    """Text as typed: what would read as a link of SARIF, `[words](target)`, is escaped (section 3.11.6)."""
    return _LINK.sub(r"\\\g<0>", text) if "](" in text else text


def _location(outcome: Outcome, place: Position) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(outcome.path(place)), "uriBaseId": _ROOT},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        }
    }

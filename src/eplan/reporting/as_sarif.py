"""SARIF 2.1.0, for code-scanning services: rules with help, results with regions and partial fingerprints."""

import json
from typing import Any

from eplan import __version__
from eplan.finding import Finding, Position, Severity
from eplan.reporting.outcome import Outcome
from eplan.reporting.pages import rule_page
from eplan.rule import Rule
from eplan.rules import all_rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


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
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(outcome, finding, index) for finding in outcome.findings),
            *({**_result(outcome, item, index), "suppressions": [{"kind": "external"}]} for item in outcome.accepted),
        ],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _rule(outcome: Outcome, rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": outcome.translate(rule.summary)},
        "help": {"text": outcome.translate.paragraphs(rule.doc), "markdown": rule_page(rule, outcome.translate)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(outcome: Outcome, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": outcome.message(finding)},
        "locations": [_location(finding.position)],
        "relatedLocations": [{"id": number, **_location(place)} for number, place in enumerate(finding.more, 1)],
        "partialFingerprints": {"eplan/v1": finding.fingerprint},
        "properties": {"basis": [outcome.translate(basis) for basis in finding.basis]},
    }


def _location(place: Position) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": str(place.path), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        }
    }

"""GitLab's code quality report (a subset of the Code Climate format)."""

import json
from typing import Any

from eplan.finding import Finding, Severity
from eplan.reporting.outcome import Outcome

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome) -> str:
    """A list of issues; the fingerprint keeps them the same from commit to commit."""
    return json.dumps([_issue(outcome, finding) for finding in outcome.findings], ensure_ascii=False, indent=1) + "\n"


def _issue(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    place = finding.position
    return {
        "description": f"{finding.rule} {outcome.cited(finding)}",
        "check_name": finding.name,
        "fingerprint": f"{outcome.folder}/{finding.fingerprint}".lstrip("/"),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": outcome.path(place), "lines": {"begin": place.line, "end": place.end_line}},
    }

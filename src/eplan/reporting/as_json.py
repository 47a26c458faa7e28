"""The findings as JSON for programs; the shape is versioned."""

import json
from typing import Any

from eplan.checking import counts
from eplan.finding import Accepted, Finding
from eplan.reporting.outcome import Outcome


def write(outcome: Outcome) -> str:
    """Version 1 of the format of the design's `commands.md`."""
    document = {
        "version": 1,
        "as_of": outcome.as_of.isoformat(),
        "findings": [_finding(outcome, finding) for finding in outcome.findings],
        "accepted": [_accepted(outcome, finding) for finding in outcome.accepted],
        "counts": counts(outcome.findings),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _finding(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    place = finding.position
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.label,
        "message": outcome.message(finding),
        "path": str(place.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "basis": [outcome.translate(basis) for basis in finding.basis],
        "fingerprint": finding.fingerprint,
        "more": [{"path": str(at.path), "line": at.line, "column": at.column} for at in finding.more],
    }


def _accepted(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    return {**_finding(outcome, finding), **({"acceptance": _reason(finding.accepted)} if finding.accepted else {})}


def _reason(accepted: Accepted) -> dict[str, Any]:
    place = accepted.position
    return {
        "reason": accepted.reason,
        "by": accepted.by,
        "until": accepted.until.isoformat(),
        "path": str(place.path),
        "line": place.line,
        "column": place.column,
    }

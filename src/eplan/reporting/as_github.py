"""GitHub workflow commands: each finding becomes an annotation of the pull request.

GitHub shows the first ten errors, ten warnings and ten notices of a step; all stand in the log, the last line counts.
"""

from eplan.finding import Finding, Severity
from eplan.reporting.as_text import count
from eplan.reporting.outcome import Outcome

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(outcome: Outcome) -> str:
    """One command a finding, and the line that counts."""
    lines = [_line(outcome, finding) for finding in outcome.findings]
    return "\n".join([*lines, count(outcome)]) + "\n"


def _line(outcome: Outcome, finding: Finding) -> str:
    place = finding.position
    properties = {
        "file": outcome.path(place),
        "line": str(place.line),
        "endLine": str(place.end_line),
        **({"col": str(place.column)} if place.end_line == place.line else {}),
        "title": f"{finding.rule} {finding.name}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(outcome.cited(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""`path:line:column: SEVERITY ID message`, one finding a line, and a line that counts."""

import re

from eplan.checking import counts
from eplan.finding import Finding
from eplan.messages import say
from eplan.reporting.outcome import Outcome

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def write(outcome: Outcome) -> str:
    """The findings as lines for people and editors."""
    lines = [_line(outcome, finding) for finding in outcome.findings]
    return "\n".join([*lines, count(outcome)]) + "\n"


def _line(outcome: Outcome, finding: Finding) -> str:
    severity = f"{finding.severity.label.upper()} {finding.rule}"
    if outcome.colour:
        severity = f"\033[{_COLOURS[finding.severity.label]}m{severity}\033[0m"
    return f"{_BREAKS.sub(' ', str(finding.position))}: {severity} {_BREAKS.sub(' ', outcome.cited(finding))}"


def count(outcome: Outcome) -> str:
    """How many findings there are, as the last line says it."""
    number = counts(outcome.findings)
    return outcome.translate(
        say(
            "errors: {error}, warnings: {warning}, infos: {info}; accepted: {accepted} (as of {day})",
            **number,
            accepted=len(outcome.accepted),
            day=outcome.as_of,
        )
    )

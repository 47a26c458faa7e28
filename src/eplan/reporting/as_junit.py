"""JUnit XML: a test case a finding, so that a test dashboard shows them; a clean folder is one passing case."""

import re
from xml.sax.saxutils import escape, quoteattr

from eplan.finding import Finding, Severity
from eplan.reporting.outcome import Outcome

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(outcome: Outcome) -> str:
    """One suite; errors and warnings are failures, infos pass and say so."""
    failing = sum(finding.severity > Severity.INFO for finding in outcome.findings)
    cases = [_case(outcome, finding) for finding in outcome.findings] or [
        '<testcase classname="eplan" name="validate"/>'
    ]
    head = f'<testsuite name="eplan" tests="{len(cases)}" failures="{failing}" errors="0" skipped="0" time="0">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", head, *cases, "</testsuite>", "</testsuites>"]
    return "\n".join(lines) + "\n"


def _case(outcome: Outcome, finding: Finding) -> str:
    place = finding.position
    message = _NOT_XML.sub("�", f"{place}: {outcome.message(finding)}")
    name = quoteattr(_NOT_XML.sub("�", f"{finding.rule} {finding.name} line {place.line}"))
    head = f'<testcase classname={quoteattr(str(place.path))} name={name} file={quoteattr(str(place.path))} time="0"'
    if finding.severity is Severity.INFO:
        return f"{head}><system-out>{escape(message)}</system-out></testcase>"
    kind = quoteattr(finding.severity.label)
    return f"{head}><failure type={kind} message={quoteattr(message)}>{escape(message)}</failure></testcase>"

"""JUnit XML for test dashboards: a suite a file, a test case a finding; a clean folder is one passing case."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from eplan.finding import Finding, Severity
from eplan.reporting.outcome import Outcome

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLEAN = (
    '<testsuite name="eplan" tests="1" failures="0" errors="0" skipped="0" time="0">\n'
    '<testcase classname="eplan" name="validate" time="0"/>\n</testsuite>'
)


def write(outcome: Outcome) -> str:
    """Errors and warnings fail, infos pass and say so, accepted findings are skipped and say why."""
    found = sorted((*outcome.findings, *outcome.accepted), key=lambda finding: finding.order)
    by_file = groupby(found, key=lambda finding: outcome.path(finding.position))
    suites = [_suite(outcome, path, list(same)) for path, same in by_file] or [_CLEAN]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", *suites, "</testsuites>"]) + "\n"


def _suite(outcome: Outcome, path: str, found: list[Finding]) -> str:
    outcomes = Counter(map(_end, found))
    name = _attribute(path)
    head = (
        f'<testsuite name={name} file={name} tests="{len(found)}" failures="{outcomes["failure"]}" '
        f'errors="0" skipped="{outcomes["skipped"]}" time="0">'
    )
    return "\n".join([head, *(_case(outcome, path, finding) for finding in found), "</testsuite>"])


def _case(outcome: Outcome, path: str, finding: Finding) -> str:
    """The fingerprint in the name keeps a case the same from run to run, and apart from others of its rule."""
    name = f"{finding.rule} {finding.name} {finding.fingerprint}"
    head = f'<testcase classname={_attribute(path)} name={_attribute(name)} time="0">'
    return "".join([head, *_body(outcome, finding), "</testcase>"])


def _body(outcome: Outcome, finding: Finding) -> Iterator[str]:
    message = f"{finding.position}: {outcome.cited(finding)}"
    if finding.accepted:
        yield f"<skipped message={_attribute(outcome.translate(finding.accepted.message))}/>"
    if _end(finding) == "failure":
        kind = _attribute(finding.severity.label)
        yield f"<failure type={kind} message={_attribute(message)}>{escape(_legal(message))}</failure>"
    else:
        yield f"<system-out>{escape(_legal(message))}</system-out>"


def _end(finding: Finding) -> str:
    if finding.accepted:
        return "skipped"
    return "failure" if finding.severity > Severity.INFO else "success"


def _attribute(text: str) -> str:
    return quoteattr(_legal(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _legal(text: str) -> str:
    return _NOT_XML.sub("�", text)

"""Every rule is tested by its own examples, and its declaration is tested too."""

import re
from pathlib import Path

import pytest

from eplan.messages import translator
from eplan.reporting.pages import rule_page
from eplan.rule import Example, Rule, Settlement
from eplan.rules import GROUPS, all_rules
from tests.conftest import ROOT, check_files

RULES = all_rules()
EVERY_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
LANGUAGES = {"en": ROOT / "docs/rules", "zh-CN": ROOT / "docs/rules/zh-CN"}
Found = set[tuple[str, int, str]]


def found(example: Example, rule: Rule, rules: list[Rule] | None = None) -> Found:
    findings = check_files(example, rule.as_of, rules).findings
    return {
        (str(place.path), place.line, finding.rule)
        for finding in findings
        for place in (finding.position, *finding.more)
    }


def marked(example: Example) -> Found:
    """The lines that end in `# <- ID`."""
    return {
        (name, number, mark[1])
        for name, text in example.items()
        for number, line in enumerate(_text(text).split("\n"), start=1)
        if (mark := re.search(r"# <- (\w+)$", line))
    }


def _text(content: str | bytes) -> str:
    return content.decode("gb18030") if isinstance(content, bytes) else content


def test_the_catalogue_names_every_rule_and_no_other() -> None:
    """`docs/catalogue.md`: what must be caught, and by which rule."""
    rows = [line for line in (ROOT / "docs/catalogue.md").read_text("utf-8").split("\n") if line.startswith("| ")]
    named = [word for row in rows for word in re.findall(r"\b[A-Z]\d{3}\b", row.rsplit("|", 2)[1])]
    assert set(named) == set(RULES)
    assert [row for row in rows if not re.search(r"\| (rules|---|[A-Z]\d{3}( [A-Z]\d{3})*) \|$", row)] == []


def test_there_are_rules() -> None:
    assert len(RULES) >= 35


@EVERY_RULE
def test_bad_example_fails_exactly_where_it_says(rule: Rule) -> None:
    assert marked(rule.bad)
    others = None if rule.asks is Settlement else [rule]
    assert {place for place in found(rule.bad, rule, others) if place[2] == rule.id} == marked(rule.bad)


@EVERY_RULE
def test_good_example_passes_all_rules(rule: Rule) -> None:
    assert found(rule.good, rule) == set()


@EVERY_RULE
def test_declaration_is_complete(rule: Rule) -> None:
    assert re.fullmatch(rf"[{GROUPS}]\d{{3}}", rule.id)
    assert rule.summary.endswith(".")
    assert "## Why\n\n" in rule.doc
    assert rule.source, f"{rule.id} says no source; write 'practice' where none is known"


@EVERY_RULE
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_up_to_date(rule: Rule, language: str, updating: bool) -> None:
    page = LANGUAGES[language] / f"{rule.id}.md"
    wanted = rule_page(rule, translator(language))
    if updating:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(wanted, "utf-8")
    assert page.read_text("utf-8") == wanted


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_no_page_without_a_rule(folder: Path) -> None:
    assert {page.stem for page in folder.glob("*.md")} == set(RULES)

"""The catalogue and the manual page of a rule: `eplan rules`, `eplan explain` and `docs/rules/` read the same text."""

from collections.abc import Iterable, Iterator

from eplan.messages import Translator, say
from eplan.models.vocabulary import label
from eplan.rule import Example, Rule


def rule_lines(rules: Iterable[Rule], translate: Translator) -> Iterator[str]:
    """One line a rule."""
    for rule in rules:
        yield f"{rule.id}  {translate(label(rule.severity.label))}  {rule.name}: {translate(rule.summary)}"


def rule_page(rule: Rule, translate: Translator) -> str:
    """The page as Markdown: heading, severity, the manual text, the tested examples."""
    parts = [
        f"# {rule.id} {rule.name}",
        translate(say("Severity: {severity}", severity=label(rule.severity.label))),
        translate.paragraphs(rule.doc),
        f"## {translate('Fails')}",
        *_example(rule.bad),
        f"## {translate('Passes')}",
        *_example(rule.good),
    ]
    return "\n\n".join(parts) + "\n"


def _example(example: Example) -> Iterator[str]:
    for file, text in example.items():
        yield f"`{file}`"
        yield f"```yaml\n{text}```"

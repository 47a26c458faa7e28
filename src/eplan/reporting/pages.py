"""The catalogue and the manual page of a rule: `eplan rules`, `eplan explain` and `docs/rules/` read the same text."""

from collections.abc import Iterable, Iterator

from eplan.messages import Translator, say
from eplan.models.vocabulary import label
from eplan.rule import Example, Rule

_ENCODING = "gb18030"
_MARK = "  # <- "
_MOST_LINES, _LONGEST_LINE = 200, 300


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
        *_example(rule.bad, translate),
        f"## {translate('Passes')}",
        *_example(rule.good, translate),
    ]
    return "\n\n".join(parts) + "\n"


def _example(example: Example, translate: Translator) -> Iterator[str]:
    for file, content in example.items():
        if isinstance(content, bytes):
            yield translate(say("`{file}`, saved as {encoding}", file=file, encoding=_ENCODING))
        else:
            yield f"`{file}`"
        yield f"```yaml\n{_printable(content)}```"


def _printable(content: str | bytes) -> str:
    """An example as people can read it: endless ones are cut, invisible characters are shown."""
    text = content.decode(_ENCODING) if isinstance(content, bytes) else content
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        lines = [*lines[:3], "…", *(line for line in lines[3:] if _MARK in line), ""]
    return "\n".join(map(_visible, lines))


def _visible(line: str) -> str:
    if len(line) > _LONGEST_LINE:
        line = f"{line[:_LONGEST_LINE]} …{''.join(line.rpartition(_MARK)[1:])}"
    return "".join(sign if sign.isprintable() or sign in "\t\u3000" else f"⟨U+{ord(sign):04X}⟩" for sign in line)

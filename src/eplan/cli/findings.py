"""What `validate` does with the options: which rules, which files are shown, which formats go where."""

import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import typer

from eplan.checking import new_since
from eplan.cli.shared import Shared
from eplan.messages import Refusal, say
from eplan.reporting import FORMATS, writer
from eplan.reporting.outcome import Outcome
from eplan.rules import all_rules

if TYPE_CHECKING:
    from eplan.finding import Finding
    from eplan.rule import Rule
    from eplan.workspace import Checked


def chosen_rules(select: list[str] | None, ignore: list[str] | None) -> "list[Rule]":
    """The rules that `--select` and `--ignore` leave; both take ids, names and group letters."""
    wanted, unwanted = _names(select), _names(ignore)
    rules = list(all_rules().values())
    known = {word for rule in rules for word in _called(rule)}
    for word in sorted((wanted | unwanted) - known):
        raise Refusal(say("no rule or group is called '{word}'; `eplan rules` lists them", word=word))
    return [rule for rule in rules if (not wanted or wanted & _called(rule)) and not unwanted & _called(rule)]


def _names(given: list[str] | None) -> set[str]:
    return {word.strip() for part in given or () for word in part.split(",") if word.strip()}


def _called(rule: "Rule") -> set[str]:
    return {rule.id, rule.name, rule.group}


def checked_folder(shared: Shared, rules: "list[Rule]", stdin: str | None, new_only: str | None) -> "Checked":
    """The folder judged; the file `stdin` as standard input has it; only what is new since `new_only`."""
    if stdin is None:
        checked = shared.checked(rules)
    else:
        checked = shared.checked(rules, replacing={_in_folder(shared.repo, stdin): sys.stdin.buffer.read()})
    if new_only is None:
        return checked
    before = replace(shared, at=new_only).checked(rules, as_of=checked.repository.as_of)
    verdict = replace(checked.verdict, findings=new_since(checked.findings, before.findings))
    return replace(checked, verdict=verdict)


def _in_folder(repo: Path, name: str) -> PurePosixPath:
    root, target = repo.resolve(), (Path.cwd() / name).resolve()
    return PurePosixPath(target.relative_to(root).as_posix() if target.is_relative_to(root) else name)


def narrowed(checked: "Checked", paths: list[str], shared: Shared) -> Outcome:
    """What is shown: everything, or the findings in the files that were named. What is known stays everything."""
    outcome = Outcome(
        checked.findings,
        checked.verdict.accepted,
        checked.repository.as_of,
        shared.translate,
        shared.colour,
        "" if shared.repo.is_absolute() else shared.repo.as_posix(),
    )
    if not paths:
        return outcome
    wanted = [_inside(shared.repo, path, checked) for path in paths]
    return replace(
        outcome,
        findings=tuple(finding for finding in outcome.findings if _shown(finding, wanted)),
        accepted=tuple(finding for finding in outcome.accepted if _shown(finding, wanted)),
    )


def _inside(repo: Path, path: str, checked: "Checked") -> str:
    root = repo.resolve()
    for candidate in (Path.cwd() / path, root / path):
        target = candidate.resolve()
        name = target.relative_to(root).as_posix() if target.is_relative_to(root) else ""
        if name and (
            name == "." or any(known == name or known.startswith(name + "/") for known in checked.sources.paths)
        ):
            return name
    raise Refusal(say("there is no '{path}' in the folder", path=path))


def _shown(finding: "Finding", wanted: list[str]) -> bool:
    places = (finding.position, *finding.more)
    return any(name == "." or PurePosixPath(place.path).is_relative_to(name) for place in places for name in wanted)


def write_all(outcome: Outcome, formats: list[str], shared: Shared) -> None:
    """Each `FORMAT` to stdout, each `FORMAT=FILE` to a file."""
    for wish in formats:
        name, _, target = wish.partition("=")
        if name not in FORMATS:
            raise Refusal(say("no format '{name}'; there are {formats}", name=name, formats=FORMATS))
        text = writer(name)(outcome if not target else replace(outcome, colour=False))
        if target:
            Path(target).write_text(text, "utf-8")
            shared.tell(say("wrote {file}", file=target))
        else:
            typer.echo(text, nl=False)

"""What `validate` does with the options: which rules, which files are shown, which formats go where."""

import sys
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import typer

from eplan.cli.newness import only_new
from eplan.cli.output import write_file
from eplan.cli.shared import Shared
from eplan.messages import Refusal, say
from eplan.reading import CONFIG, is_ours, place_in_repository
from eplan.reporting import FORMATS, writer
from eplan.reporting.outcome import Outcome
from eplan.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eplan.finding import Finding
    from eplan.rule import Rule
    from eplan.workspace import Checked


class Wish(NamedTuple):
    """A format, and the file it goes to; stdout where that is None."""

    format: str
    file: Path | None


def wishes(formats: list[str]) -> list[Wish]:
    """`FORMAT` or `FORMAT=FILE`, as `--format` was given them."""
    return [_wish(given) for given in formats]


def _wish(given: str) -> Wish:
    name, equals, file = given.partition("=")
    if name not in FORMATS:
        raise Refusal(say("no format '{name}'; there are {formats}", name=name, formats=FORMATS))
    if equals and not file:
        raise Refusal(say("--format {given} names no file after the '='", given=given))
    return Wish(name, Path(file) if file else None)


def chosen_rules(select: list[str] | None, ignore: list[str] | None) -> "list[Rule]":
    """The rules that `--select` and `--ignore` leave; both take ids, names and group letters."""
    rules = list(all_rules().values())
    known = {word.casefold(): word for rule in rules for word in sorted(_called(rule))}
    wanted, unwanted = _names(select, known), _names(ignore, known)
    chosen = [rule for rule in rules if (select is None or wanted & _called(rule)) and not unwanted & _called(rule)]
    if not chosen:
        raise Refusal(say("--select and --ignore leave no rule to run"))
    return chosen


def _names(given: list[str] | None, known: dict[str, str]) -> set[str]:
    words = [word.strip() for part in given or () for word in part.split(",") if word.strip()]
    return {_name(word, known) for word in words}


def _name(word: str, known: dict[str, str]) -> str:
    if word.casefold() in known:
        return known[word.casefold()]
    near = get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.6)
    if not near:
        raise Refusal(say("no rule or group is called '{word}'; `eplan rules` lists them", word=word))
    raise Refusal(
        say(
            "no rule or group is called '{word}'; did you mean {near}? `eplan rules` lists them",
            word=word,
            near=known[near[0]],
        )
    )


def _called(rule: "Rule") -> set[str]:
    return {rule.id, rule.name, rule.group}


def checked_folder(shared: Shared, rules: "list[Rule]", stdin: str | None, new_only: str | None) -> "Checked":
    """The folder judged; the file `stdin` as standard input has it; only what is new since `new_only`."""
    if stdin is None:
        checked = shared.checked(rules)
    else:
        checked = shared.checked(rules, replacing={_in_folder(shared.repo, stdin): sys.stdin.buffer.read()})
    if not (checked.findings or checked.sources.yaml.keys() - {PurePosixPath(CONFIG)} or checked.sources.unreadable):
        raise Refusal(
            say("there is nothing to check in {folder}: no YAML files below data/", folder=shared.repo.resolve())
        )
    return checked if new_only is None else only_new(shared, checked, rules, new_only)


def _in_folder(repo: Path, name: str) -> PurePosixPath:
    """The path in the folder of a file named from here or from there; it need not be on disk yet."""
    root = repo.resolve()
    named = [Path.cwd() / name, root / name]
    below = [path.parent.resolve() / path.name for path in sorted(named, key=lambda path: not path.is_file())]
    inside = [path.relative_to(root).as_posix() for path in below if path.is_relative_to(root)]
    judged = [path for path in inside if is_ours(path)]
    if not judged:
        raise Refusal(
            say(
                "'{path}' is none of the files that eplan judges: eplan.yaml and YAML below data/ in {folder}",
                path=name,
                folder=root,
            )
        )
    return PurePosixPath(judged[0])


def narrowed(checked: "Checked", paths: list[str], shared: Shared) -> Outcome:
    """What is shown: everything, or the findings in the files that were named. What is known stays everything."""
    outcome = Outcome(
        checked.findings,
        checked.verdict.accepted,
        checked.repository.as_of,
        shared.translate,
        shared.colour,
        place_in_repository(shared.repo),
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


def write_all(outcome: Outcome, wanted: list[Wish], shared: Shared) -> None:
    """Each format to stdout or to its file."""
    for name, file in wanted:
        if file is None:
            typer.echo(writer(name)(outcome), nl=False)
        else:
            write_file(file, writer(name)(replace(outcome, colour=False)).encode())
            shared.tell(say("wrote {file}", file=str(file)))


def refuse_own_files(wanted: "Iterable[Wish]", shared: Shared) -> None:
    """Findings are never written over a file that is judged."""
    root = shared.repo.resolve()
    for _, file in wanted:
        path = file.resolve() if file else root
        if path.is_relative_to(root) and is_ours(path.relative_to(root).as_posix()):
            raise Refusal(say("{file} is a file of the plans; findings go to another one", file=str(file)))

"""`--new-only`: what a branch brings, set against the commit that it started from."""

from dataclasses import replace
from typing import TYPE_CHECKING

from eplan.checking import new_since
from eplan.cli.shared import Shared
from eplan.messages import say
from eplan.reading import CONFIG, base_of, has_config, read_revision
from eplan.renames import renames
from eplan.workspace import check_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eplan.finding import Finding
    from eplan.reading import Sources
    from eplan.rule import Rule
    from eplan.workspace import Checked


def only_new(shared: Shared, checked: "Checked", rules: "list[Rule]", revision: str) -> "Checked":
    """The folder with the findings that were not there where its history leaves that of the revision."""
    base = base_of(shared.repo, revision, shared.at)
    if not has_config(shared.repo, base):
        shared.tell(say("there was no {config} at {revision}: everything is new", config=CONFIG, revision=revision))
        return checked
    before = read_revision(shared.repo, base)
    known = tuple(_known(before, checked, rules))
    return replace(checked, verdict=replace(checked.verdict, findings=new_since(checked.findings, known)))


def _known(before: "Sources", checked: "Checked", rules: "list[Rule]") -> "Iterator[Finding]":
    """The findings of the earlier state; those of a renamed file also under its new name."""
    day = checked.repository.as_of
    yield from check_sources(before, day, rules).findings
    moved = renames(before.yaml, checked.sources.yaml)
    if moved:
        yaml = {moved.get(path, path): content for path, content in before.yaml.items()}
        paths = before.paths | set(map(str, moved.values()))
        renamed = check_sources(replace(before, yaml=dict(sorted(yaml.items())), paths=paths), day, rules)
        names = set(moved.values())
        yield from (finding for finding in renamed.findings if finding.position.path in names)

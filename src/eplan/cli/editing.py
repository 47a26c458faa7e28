"""Changing files of the folder, the same way for every command: what may be changed, what is said, one step."""

from difflib import get_close_matches, unified_diff
from typing import TYPE_CHECKING

import typer

from eplan.cli.output import write_file
from eplan.cli.shared import Shared
from eplan.messages import Refusal, say

if TYPE_CHECKING:
    from eplan.document import Document
    from eplan.models.plan import Plan
    from eplan.repository import Placed


def plan_to_edit(shared: Shared, name: str) -> "Placed[Plan]":
    """The plan of an id, in the folder as it is on disk."""
    if shared.at:
        raise Refusal(say("--at reads the past, which cannot be changed"))
    plans = shared.checked(rules=[]).repository.plan_by_id
    if name in plans:
        return plans[name]
    near = get_close_matches(name, plans, n=1, cutoff=0.4)
    if near:
        raise Refusal(say("no sound plan has the id '{name}'; did you mean {near}?", name=name, near=near))
    raise Refusal(say("no sound plan has the id '{name}'; `eplan validate` says which files are broken", name=name))


def change_file(shared: Shared, document: "Document", content: bytes, dry_run: bool) -> None:
    """Write the changed file and print its path; `--dry-run` prints the lines that would change."""
    path = str(document.path)
    if dry_run:
        before, after = (source.decode("utf-8-sig").splitlines(keepends=True) for source in (document.source, content))
        typer.echo("".join(unified_diff(before, after, path, path)), nl=False)
        return
    write_file(shared.repo / document.path, content)
    typer.echo(str(shared.repo / document.path))

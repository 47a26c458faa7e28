"""`eplan validate`."""

from typing import Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Check the folder: YAML, schema, references, rules."
EXAMPLES = (
    "eplan validate · eplan validate data/plans --format json · eplan validate --select T,P201 --fail-on warning · "
    "eplan validate --new-only origin/main --format github --format sarif=eplan.sarif"
)


@with_shared
def command(
    shared: Shared,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help=words("Show only findings in these files."))
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT[=FILE]",
            help=words("text, json, sarif, github, gitlab or junit; FORMAT=FILE writes a file."),
        ),
    ] = None,
    select: Annotated[list[str] | None, typer.Option(metavar="RULE", help=words("Only these rules or groups."))] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULE", help=words("Not these rules or groups."))] = None,
    new_only: Annotated[
        str | None, typer.Option(metavar="REV", help=words("Only what is new since a revision."))
    ] = None,
    stdin: Annotated[
        str | None, typer.Option(metavar="NAME", help=words("Read this file from standard input."))
    ] = None,
    fail_on: Annotated[str | None, typer.Option(metavar="LEVEL", help=words("error, warning, info or never."))] = None,
) -> None:
    from eplan.cli.findings import checked_folder, chosen_rules, narrowed, refuse_own_files, wishes, write_all
    from eplan.finding import Severity

    if fail_on not in (None, "error", "warning", "info", "never"):
        raise Refusal(say("--fail-on is error, warning, info or never, not '{value}'", value=fail_on))
    wanted = wishes(format or ["text"])
    refuse_own_files(wanted, shared)
    checked = checked_folder(shared, chosen_rules(select, ignore), stdin, new_only)
    outcome = narrowed(checked, [*(paths or []), *filter(None, [stdin])], shared)
    write_all(outcome, wanted, shared)
    level = fail_on or checked.repository.on.config.rules.fail_level
    failing = level != "never" and any(finding.severity >= Severity.of(level) for finding in outcome.findings)
    raise typer.Exit(1 if failing else 0)

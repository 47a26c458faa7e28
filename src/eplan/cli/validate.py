"""`eplan validate`."""

from typing import Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Check the folder: YAML, schema, references, rules."
EXAMPLES = "eplan validate · eplan validate data/plans --format json · eplan validate --select T,P204 --fail-on warning"


@with_shared
def command(
    shared: Shared,
    paths: Annotated[list[str] | None, typer.Argument(help=words("Show only findings in these files."))] = None,
    format: Annotated[list[str] | None, typer.Option(help=words("text or json; FORMAT=FILE writes a file."))] = None,
    select: Annotated[list[str] | None, typer.Option(help=words("Only these rules or groups."))] = None,
    ignore: Annotated[list[str] | None, typer.Option(help=words("Not these rules or groups."))] = None,
    fail_on: Annotated[str | None, typer.Option(help=words("error, warning, info or never."))] = None,
) -> None:
    from eplan.cli.findings import chosen_rules, narrowed, write_all
    from eplan.finding import Severity

    if fail_on not in (None, "error", "warning", "info", "never"):
        raise Refusal(say("--fail-on is error, warning, info or never, not '{value}'", value=fail_on))
    checked = shared.checked(chosen_rules(select, ignore))
    outcome = narrowed(checked, paths or [], shared)
    write_all(outcome, format or ["text"], shared)
    level = fail_on or checked.repository.on.config.rules.fail_level
    failing = level != "never" and any(finding.severity >= Severity.of(level) for finding in outcome.findings)
    raise typer.Exit(1 if failing else 0)

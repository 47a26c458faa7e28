"""`eplan rules`."""

import typer

from eplan.cli.shared import Shared, with_shared

HELP = "List the rules: id, severity, name, what each demands."
EXAMPLES = "eplan rules · eplan rules --lang en"


@with_shared
def command(shared: Shared) -> None:
    from eplan.reporting.pages import rule_lines
    from eplan.rules import all_rules

    typer.echo("\n".join(rule_lines(all_rules().values(), shared.translate)))

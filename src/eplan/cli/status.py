"""`eplan status`."""

from typing import Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words

HELP = "Show the district at a glance: tasks by area, overdue, plans, readiness."
EXAMPLES = "eplan status · eplan status --as-of 2012-12-31 --format json"


@with_shared
def command(shared: Shared, format: Annotated[str, typer.Option(help=words("text or json."))] = "text") -> None:
    from shutil import get_terminal_size

    from eplan.cli.periods import asked_period, report_on
    from eplan.render.status import WIDTH, status_as

    asked = asked_period(None, None, None, shared.day)
    report = report_on(shared, asked, None)
    width = get_terminal_size((WIDTH, 0)).columns
    typer.echo(status_as(format, report, shared.translate, width, shared.colour), nl=False)

"""`eplan approve`."""

from typing import Annotated

import typer

from eplan.cli.options import DryRun
from eplan.cli.shared import Shared, with_shared, words

HELP = "Write into a plan that it was approved, with the fingerprints of what was approved."
EXAMPLES = (
    "eplan approve forest-fire --by 区政府 --signed-by 区长 · eplan approve forest-fire --date 2012-12-03 --dry-run"
)


@with_shared
def command(
    shared: Shared,
    plan: Annotated[str, typer.Argument(help=words("Id of the plan."), metavar=words("PLAN"))],
    by: Annotated[str | None, typer.Option(help=words("The body that approved it."))] = None,
    signed_by: Annotated[str | None, typer.Option(help=words("The post that signed it."))] = None,
    date: Annotated[
        str | None, typer.Option(help=words("Day of the approval; by default the day of the check."))
    ] = None,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.editing import change_file, plan_to_edit
    from eplan.cli.shared import read_day
    from eplan.editing.approval import approved

    found = plan_to_edit(shared, plan)
    day = read_day(date, "--date") if date else shared.day
    change_file(shared, found.document, approved(found, day, by, signed_by), dry_run)

"""`eplan diff`."""

from typing import Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Say in words what changed, by plan and field."
EXAMPLES = "eplan diff HEAD~3 · eplan diff v1 v2 --format md · eplan diff --since-approval forest-fire"


@with_shared
def command(
    shared: Shared,
    revisions: Annotated[
        list[str] | None,
        typer.Argument(help=words("From this git revision, to the folder or to a second one."), metavar="REV"),
    ] = None,
    since_approval: Annotated[
        str | None, typer.Option(metavar="PLAN", help=words("What changed in this plan since it was approved."))
    ] = None,
    format: Annotated[str, typer.Option(help=words("text or md."))] = "text",
) -> None:
    from eplan.cli.sides import compared, compared_since_approval
    from eplan.render.amendments.listing import FORMATS, listing_as

    if format not in FORMATS:
        raise Refusal(say("no format '{name}'; there are {formats}", name=format, formats=FORMATS))
    if bool(revisions) == bool(since_approval) or len(revisions or ()) > 2:
        raise Refusal(say("give one or two revisions, or --since-approval PLAN"))
    found = compared_since_approval(shared, since_approval) if since_approval else compared(shared, *(revisions or ()))
    typer.echo(listing_as(format, found, shared.translate, shared.translate("Amendments")), nl=False)

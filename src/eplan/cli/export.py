"""`eplan export`."""

from typing import Annotated

import typer

from eplan.cli.options import DryRun, Force, Output
from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Write the task ledger (任务分解表) or the supply catalogue for Excel and other programs."
EXAMPLES = "eplan export tasks · eplan export supplies --unit 区林业局 · eplan export tasks --format csv -o tasks.csv"


@with_shared
def command(
    shared: Shared,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=words("tasks or supplies."))],
    unit: Annotated[str | None, typer.Option(help=words("Only this unit."))] = None,
    format: Annotated[str, typer.Option(help=words("xlsx, csv or json."))] = "xlsx",
    output: Output = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.output import Target, document_name, write_document
    from eplan.cli.periods import judged, own_name
    from eplan.render.export import KINDS, export_as

    if what not in KINDS:
        raise Refusal(say("nothing called '{what}' is exported; there are {kinds}", what=what, kinds=tuple(KINDS)))
    now = judged(shared, shared.day)
    owner = own_name(now, unit)
    content = export_as(format, KINDS[what](now, owner), shared.translate)
    name = document_name("export", what, owner or "", suffix=format)
    write_document(shared, content, Target(output, name, force, dry_run))

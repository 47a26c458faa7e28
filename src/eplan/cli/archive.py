"""`eplan archive`."""

from typing import Annotated

import typer

from eplan.cli.options import Archival, DryRun, Force, Month, OutputFolder, Quarter, Year
from eplan.cli.shared import Shared, with_shared, words

HELP = "File the programme (资料归档): a folder for each task with cover, contents, material by quarter, and evidence."
EXAMPLES = "eplan archive · eplan archive --unit 区林业局 --format docx · eplan archive --quarter 2012Q4 -o 归档/2012Q4"


@with_shared
def command(
    shared: Shared,
    quarter: Quarter = None,
    month: Month = None,
    year: Year = None,
    unit: Annotated[str | None, typer.Option(help=words("Only the tasks of this unit."))] = None,
    format: Annotated[str, typer.Option(help=words("html, md, pdf or docx."))] = "html",
    archival: Archival = False,
    output: OutputFolder = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.filing import filed
    from eplan.cli.folders import Wish, write_tree
    from eplan.cli.output import document_name
    from eplan.cli.periods import asked_period, judged, own_name
    from eplan.render.archive.view import Scope

    is_limited = any((quarter, month, year))
    period = asked_period(quarter, month, year, shared.day).period if is_limited else None
    now = judged(shared, shared.day)
    scope = Scope(period, own_name(now, unit))
    name = document_name("archive", period.name if period else "", scope.unit or "")
    write_tree(shared, filed(shared, now, scope, format, archival), Wish(output, name, force, dry_run))

"""`eplan notice`."""

from typing import Annotated

import typer

from eplan.cli.options import DryRun, Force, Month, Quarter, Year
from eplan.cli.shared import Shared, read_day, with_shared, words

HELP = "Write the office's letters on a period: a 督办通知单 for each lagging unit and a 通报 for all (GB/T 9704)."
EXAMPLES = "eplan notice --quarter 2012Q4 · eplan notice --quarter 2012Q4 --unit 区公安分局 --format docx"


@with_shared
def command(
    shared: Shared,
    quarter: Quarter = None,
    month: Month = None,
    year: Year = None,
    unit: Annotated[str | None, typer.Option(help=words("Only the notice for this unit."))] = None,
    signed: Annotated[
        str | None, typer.Option(help=words("Day of signing; without it there is room for a hand."), metavar="DATE")
    ] = None,
    format: Annotated[str, typer.Option(help=words("pdf, docx, html or md."))] = "pdf",
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help=words("Folder to write into; with --unit a file, - for stdout.")),
    ] = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.letters import Wish, tell_of, write_letters
    from eplan.cli.periods import asked_period, judged, own_name
    from eplan.render.notice.letters import letters
    from eplan.render.notice.view import standing

    asked = asked_period(quarter, month, year, shared.day)
    now = judged(shared, asked.day)
    view = standing(now, asked.period, read_day(signed, "--signed") if signed else None)
    found = letters(view, own_name(now, unit), shared.translate)
    tell_of(shared, view, found, format)
    write_letters(shared, found, Wish(format, f"notice-{asked.period.name}", output, unit is not None, force, dry_run))

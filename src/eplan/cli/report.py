"""`eplan report`."""

from typing import Annotated

import typer

from eplan.cli.options import Archival, DryRun, Force, Month, Output, Quarter, Year
from eplan.cli.shared import Shared, with_shared, words

HELP = "Write the status report on a quarter, month or year."
EXAMPLES = (
    "eplan report --quarter 2012Q4 · eplan report --month 2012-11 --format json -o - · eplan report --unit 区林业局"
)


@with_shared
def command(
    shared: Shared,
    quarter: Quarter = None,
    month: Month = None,
    year: Year = None,
    unit: Annotated[str | None, typer.Option(help=words("Only this unit."))] = None,
    format: Annotated[str, typer.Option(help=words("html, md, pdf, docx, xlsx or json."))] = "html",
    archival: Archival = False,
    output: Output = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.output import Target, document_name, tell_missing_glyphs, write_document
    from eplan.cli.periods import asked_period, report_on
    from eplan.render.formats import report_as
    from eplan.render.report import paper

    asked = asked_period(quarter, month, year, shared.day)
    report = report_on(shared, asked, unit)
    if format == "pdf":
        tell_missing_glyphs(shared, paper(report, shared.translate))
    content = report_as(format, report, shared.translate, shared.templates, archival)
    name = document_name("report", asked.period.name, report.unit or "", suffix=format)
    write_document(shared, content, Target(output, name, force, dry_run))

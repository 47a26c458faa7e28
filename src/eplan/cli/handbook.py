"""`eplan handbook`."""

from typing import Annotated

import typer

from eplan.cli.options import Archival, DryRun, Force, Output
from eplan.cli.shared import Shared, with_shared, words

HELP = "Write the emergency handbook of one unit: all that it must do in all plans in force."
EXAMPLES = "eplan handbook 区林业局 · eplan handbook 炳草岗街道 --format pdf"


@with_shared
def command(
    shared: Shared,
    unit: Annotated[str, typer.Argument(help=words("Name or alias of the unit."), metavar=words("UNIT"))],
    format: Annotated[str, typer.Option(help=words("html, md, pdf or docx."))] = "html",
    archival: Archival = False,
    output: Output = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.output import Target, document_name, tell_missing_glyphs, write_document
    from eplan.cli.periods import judged
    from eplan.render.formats import paper_as
    from eplan.render.handbook import paper
    from eplan.render.handbook.views import handbook

    book = handbook(judged(shared, shared.day), unit)
    document = paper(book, shared.translate)
    if format == "pdf":
        tell_missing_glyphs(shared, document)
    content = paper_as(format, document, shared.translate, shared.templates, archival)
    name = document_name("handbook", book.unit.name, suffix=format)
    write_document(shared, content, Target(output, name, force, dry_run))

"""`eplan cards`."""

from typing import Annotated

import typer

from eplan.cli.options import DryRun, Force, Output
from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Print pocket cards: what each post does when it is called."
EXAMPLES = "eplan cards · eplan cards --unit 区林业局 --sheet · eplan cards --post 区长 --format md"


@with_shared
def command(
    shared: Shared,
    unit: Annotated[str | None, typer.Option(help=words("Only the posts of this unit."))] = None,
    post: Annotated[str | None, typer.Option(help=words("Only this post."))] = None,
    plan: Annotated[str | None, typer.Option(help=words("Only what this plan asks, by its id."))] = None,
    format: Annotated[str, typer.Option(help=words("pdf, html, md or docx."))] = "pdf",
    sheet: Annotated[
        bool, typer.Option("--sheet", help=words("PDF: four on A4, for both sides of the paper."))
    ] = False,
    output: Output = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.output import Target, document_name, tell_missing_glyphs, write_document
    from eplan.cli.periods import judged
    from eplan.render.cards import paper
    from eplan.render.cards.pdf import pdf
    from eplan.render.cards.views import deck
    from eplan.render.formats import paper_as

    if sheet and format != "pdf":
        raise Refusal(say("--sheet is for --format pdf"))
    cards = deck(judged(shared, shared.day), unit, post, plan)
    document = paper(cards, shared.translate)
    if format == "pdf":
        tell_missing_glyphs(shared, document)
        content = pdf(cards, shared.translate, shared.templates, on_sheets=sheet)
    else:
        content = paper_as(format, document, shared.translate, shared.templates)
    name = document_name("cards", *filter(None, (unit, post, plan)), "a4" if sheet else "", suffix=format)
    write_document(shared, content, Target(output, name, force, dry_run))

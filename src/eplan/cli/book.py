"""`eplan book`."""

from typing import Annotated

import typer

from eplan.cli.options import Archival, DryRun, Force, Output
from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Bind the plans into a book."
EXAMPLES = "eplan book · eplan book --category natural-disaster · eplan book --plan forest-fire · eplan book --since v1"


@with_shared
def command(
    shared: Shared,
    category: Annotated[list[str] | None, typer.Option(help=words("Only this category; may be repeated."))] = None,
    kind: Annotated[list[str] | None, typer.Option(help=words("Only this kind of plan; may be repeated."))] = None,
    unit: Annotated[list[str] | None, typer.Option(help=words("Only plans of this unit and those below it."))] = None,
    plan: Annotated[list[str] | None, typer.Option(help=words("Only the plan with this id; may be repeated."))] = None,
    audience: Annotated[str, typer.Option(help=words("internal, or public: no persons, no telephones."))] = "internal",
    since: Annotated[
        str | None,
        typer.Option(metavar="REV", help=words("Replacement pages: only what changed since a git revision.")),
    ] = None,
    format: Annotated[str, typer.Option(help=words("html, md, pdf or docx."))] = "html",
    archival: Archival = False,
    pages_per_volume: Annotated[
        int, typer.Option(min=0, help=words("Pages that PDF and Word bind together, about; 0 for one volume."))
    ] = 420,
    output: Output = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    from eplan.cli.binding import bound
    from eplan.cli.output import Target, document_name, tell_missing_glyphs, volume_targets, write_documents
    from eplan.render.book.audience import AUDIENCES
    from eplan.render.book.choice import Choice
    from eplan.render.formats import BOUND, volumes_as

    if audience not in AUDIENCES:
        raise Refusal(say("--audience is internal or public, not '{value}'", value=audience))
    choice = Choice(tuple(category or ()), tuple(kind or ()), tuple(unit or ()), tuple(plan or ()))
    limit = pages_per_volume if format in BOUND else 0
    documents = bound(shared, choice, AUDIENCES[audience], since, limit)
    if format == "pdf":
        tell_missing_glyphs(shared, *documents)
    public = "public" if audience == "public" else ""
    name = document_name("book", *choice.file_words, public, f"since-{since}" if since else "", suffix=format)
    targets = volume_targets(Target(output, name, force, dry_run), len(documents))
    contents = volumes_as(format, documents, shared.translate, shared.templates, archival)
    write_documents(shared, list(zip(contents, targets, strict=True)))

"""`eplan verify`."""

from typing import Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words

HELP = "Say whether a printed page, a book or a file of eplan is current, and what has changed since."
EXAMPLES = "eplan verify K7QMX-3RTVA · eplan verify out/book.pdf"


@with_shared
def command(
    shared: Shared,
    code: Annotated[
        str,
        typer.Argument(
            help=words("The code at the foot of a page, or a file that eplan wrote."), metavar=words("CODE|FILE")
        ),
    ],
    revisions: Annotated[
        int, typer.Option(help=words("How many revisions of the past are looked through."), min=0)
    ] = 500,
) -> None:
    from eplan.cli.asking import asked, tell_of_file
    from eplan.cli.lookup import found
    from eplan.render.amendments.listing import listing_as

    mark = asked(code)
    tell_of_file(shared, mark)
    verdict = found(shared, mark, revisions)
    typer.echo("\n".join(map(shared.translate, verdict.sentences)))
    if verdict.since:
        typer.echo(listing_as("text", verdict.since, shared.translate), nl=False)
    raise typer.Exit(0 if verdict.is_current and mark.is_whole else 1)

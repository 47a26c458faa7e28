"""`eplan law`."""

from typing import Annotated

import typer

from eplan.cli.shared import Shared, read_day, with_shared, words
from eplan.messages import Refusal, say

HELP = "Show the legal base: instruments and requirements, what binds a unit or plan, what changed."
EXAMPLES = (
    "eplan law · eplan law 国令493 · eplan law --for 市第二小学 · eplan law --since 2012-12-31 --as-of 2026-11-01"
)


@with_shared
def command(
    shared: Shared,
    name: Annotated[
        str | None, typer.Argument(help=words("Id, title or number of an instrument or requirement."))
    ] = None,
    for_: Annotated[str | None, typer.Option("--for", help=words("What binds this unit or plan."))] = None,
    since: Annotated[str | None, typer.Option("--since", help=words("What changed since this day."))] = None,
) -> None:
    from eplan.reporting.law_pages import binding_lines, change_lines, instrument_lines, page_of

    repository = shared.checked([]).repository
    law, translate = repository.on.law, shared.translate
    if for_:
        lines = binding_lines(repository, for_, translate)
    elif since:
        lines = change_lines(repository, read_day(since, "--since"), translate)
    else:
        lines = page_of(law, name, translate) if name else instrument_lines(law, repository.as_of, translate)
    if lines is None:
        raise Refusal(say("nothing is called '{name}' here", name=for_ or name))
    typer.echo("\n".join(lines))

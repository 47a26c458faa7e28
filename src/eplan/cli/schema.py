"""`eplan schema [KIND]`."""

from typing import Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Print the JSON Schema of one kind of file, or of all."
EXAMPLES = "eplan schema plans > plans.schema.json · eplan schema"


@with_shared
def command(
    _shared: Shared, kind: Annotated[str | None, typer.Argument(help=words("Kind of file, such as plans."))] = None
) -> None:
    import json

    from eplan.models.kinds import KINDS
    from eplan.reporting.schema import schema_of

    if kind is not None and kind not in KINDS:
        raise Refusal(say("no kind of file is called '{kind}'; there are {kinds}", kind=kind, kinds=list(KINDS)))
    wanted = schema_of(KINDS[kind]) if kind else {name: schema_of(item) for name, item in KINDS.items()}
    typer.echo(json.dumps(wanted, ensure_ascii=False, indent=1))

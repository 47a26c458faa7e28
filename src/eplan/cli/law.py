"""`eplan law`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eplan.cli.shared import Shared, read_day, with_shared, words
from eplan.messages import Refusal, say

if TYPE_CHECKING:
    from eplan.repository import Repository

HELP = "Show the legal base: instruments and requirements, what binds a unit or plan, what changed."
EXAMPLES = (
    "eplan law · eplan law 国令493 · eplan law plan-drill · eplan law 北京市 · eplan law --for 市第二小学 · "
    "eplan law --since 2012-12-31 --as-of 2026-11-01"
)
_FORMATS = ("text", "json")


@with_shared
def command(
    shared: Shared,
    name: Annotated[
        str | None,
        typer.Argument(help=words("Id, title or number of an instrument; id of a requirement; a question; a place.")),
    ] = None,
    for_: Annotated[str | None, typer.Option("--for", help=words("What binds this unit or plan."))] = None,
    since: Annotated[str | None, typer.Option("--since", help=words("What changed since this day."))] = None,
    format: Annotated[str, typer.Option(help=words("text (Markdown) or json."))] = "text",
) -> None:
    if sum(map(bool, (name, for_, since))) > 1:
        raise Refusal(say("give one of NAME, --for and --since"))
    if format not in _FORMATS:
        raise Refusal(say("no format '{name}'; there are {formats}", name=format, formats=_FORMATS))
    repository = shared.checked([]).repository
    shown = _as_json if format == "json" else _as_text
    typer.echo(shown(shared, repository, name, for_, since))


def _as_text(shared: Shared, repository: "Repository", name: str | None, for_: str | None, since: str | None) -> str:
    from eplan.law_for import changes
    from eplan.reporting.law_lookup import asked_of, page
    from eplan.reporting.law_pages import binding_lines, change_lines

    on, translate = repository.on, shared.translate
    lines: Iterable[str]
    if for_:
        lines = binding_lines(*asked_of(repository, for_), on, translate)
    elif since:
        lines = change_lines(changes(repository, _earlier(since, repository)), on.law, translate)
    else:
        lines = page(on, name, translate)
    return "\n".join(lines).strip("\n")


def _as_json(shared: Shared, repository: "Repository", name: str | None, for_: str | None, since: str | None) -> str:
    import json

    from eplan.law_for import changes
    from eplan.reporting.law_json import asked_json, changes_json
    from eplan.reporting.law_lookup import asked_of, page_json

    law = repository.on.law
    found: dict[str, Any]
    if for_:
        called, asked = asked_of(repository, for_)
        found = {"name": called, "asked": asked_json(law, asked)}
    elif since:
        found = changes_json(law, changes(repository, _earlier(since, repository)))
    else:
        found = page_json(repository.on, name, shared.translate)
    return json.dumps({"as-of": repository.as_of.isoformat(), **found}, ensure_ascii=False, indent=1)


def _earlier(since: str, repository: "Repository") -> Any:
    day = read_day(since, "--since")
    if day > repository.as_of:
        raise Refusal(say("--since {since} is after the day of the check, {day}", since=day, day=repository.as_of))
    return day

"""`eplan law`."""

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from eplan.cli.shared import Shared, read_day, with_shared, words
from eplan.messages import Refusal, say

if TYPE_CHECKING:
    from eplan.reporting.law_json import Json
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
    is_json = format == "json"
    if for_:
        _tell_binding(shared, for_, is_json)
    elif since:
        _tell_changes(shared, read_day(since, "--since"), is_json)
    else:
        _tell_page(shared, name, is_json)


def _tell_page(shared: Shared, name: str | None, is_json: bool) -> None:
    from eplan.reporting.law_lookup import page, page_json

    on = shared.context
    shown = page_json(on, name, shared.translate) if is_json else page(on, name, shared.translate)
    _tell(shown, on.as_of)


def _tell_binding(shared: Shared, name: str, is_json: bool) -> None:
    from eplan.reporting.law_json import asked_json
    from eplan.reporting.law_lookup import asked_of
    from eplan.reporting.law_pages import binding_lines

    repository = _folder(shared)
    called, asked = asked_of(repository, name)
    if is_json:
        _tell({"name": called, "asked": asked_json(repository.on.law, asked)}, repository.as_of)
    else:
        _tell(binding_lines(called, asked, repository.on, shared.translate), repository.as_of)


def _tell_changes(shared: Shared, since: date, is_json: bool) -> None:
    from eplan.law_for import changes
    from eplan.reporting.law_json import changes_json
    from eplan.reporting.law_pages import change_lines

    repository = _folder(shared)
    if since > repository.as_of:
        raise Refusal(say("--since {since} is after the day of the check, {day}", since=since, day=repository.as_of))
    found, law = changes(repository, since), repository.on.law
    _tell(changes_json(law, found) if is_json else change_lines(found, law, shared.translate), repository.as_of)


def _folder(shared: Shared) -> "Repository":
    return shared.checked([]).repository


def _tell(shown: "Json | Iterable[str]", day: date) -> None:
    """Lines as they are; what is for machines as JSON, with the day."""
    if isinstance(shown, dict):
        typer.echo(json.dumps({"as-of": day.isoformat(), **shown}, ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(shown).strip("\n"))

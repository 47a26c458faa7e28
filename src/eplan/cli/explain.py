"""`eplan explain RULE`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

if TYPE_CHECKING:
    from eplan.repository import Context

HELP = "Print the manual page of one rule: what, why, source, examples."
EXAMPLES = "eplan explain T101 · eplan explain task-overdue"


@with_shared
def command(shared: Shared, rule: Annotated[str, typer.Argument(help=words("Id or name of the rule."))]) -> None:
    from eplan.reporting.law_pages import asked_by
    from eplan.reporting.pages import rule_page
    from eplan.rules import all_rules

    known = {word: item for item in all_rules().values() for word in (item.id, item.name)}
    if rule not in known and rule.upper() not in known:
        raise Refusal(say("no rule is called '{word}'; `eplan rules` lists them", word=rule))
    found, translate = known.get(rule) or known[rule.upper()], shared.translate
    typer.echo(rule_page(found, translate), nl=False)
    rows = list(asked_by(found, _here(shared), translate))
    if rows:
        heading = translate(say("Requirements in force on {day}", day=shared.day))
        typer.echo("\n".join(("", f"## {heading}", "", *rows)))


def _here(shared: Shared) -> "Context":
    """The day, the law and the settings of the folder, by its eplan.yaml alone; the national law outside a folder."""
    from eplan.models.kinds import CONFIG
    from eplan.reading import Sources
    from eplan.workspace import check_sources

    is_folder = shared.at or (shared.repo / CONFIG).is_file()
    sources = shared.sources if is_folder else Sources({})
    settings = {path: source for path, source in sources.yaml.items() if path == CONFIG}
    return check_sources(replace(sources, yaml=settings), shared.day, []).repository.on

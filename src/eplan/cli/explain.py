"""`eplan explain RULE`."""

from difflib import get_close_matches
from typing import Annotated

import typer

from eplan.cli.shared import Shared, with_shared, words
from eplan.messages import Refusal, say

HELP = "Print the manual page of one rule: what, why, source, examples."
EXAMPLES = "eplan explain T101 · eplan explain task-overdue"


@with_shared
def command(shared: Shared, rule: Annotated[str, typer.Argument(help=words("Id or name of the rule."))]) -> None:
    from eplan.reporting.law_pages import asked_by
    from eplan.reporting.pages import rule_page
    from eplan.rules import all_rules

    known = {word.casefold(): (word, item) for item in all_rules().values() for word in (item.id, item.name)}
    near = get_close_matches(rule.casefold(), sorted(known), n=1)
    if rule.casefold() not in known and near:
        name = known[near[0]][0]
        raise Refusal(
            say("no rule is called '{word}'; did you mean {near}? `eplan rules` lists them", word=rule, near=name)
        )
    if rule.casefold() not in known:
        raise Refusal(say("no rule is called '{word}'; `eplan rules` lists them", word=rule))
    found, translate = known[rule.casefold()][1], shared.translate
    typer.echo(rule_page(found, translate), nl=False)
    rows = list(asked_by(found, shared.context, translate))
    if rows:
        heading = translate(say("Requirements in force on {day}", day=shared.day))
        typer.echo("\n".join(("", f"## {heading}", "", *rows)))

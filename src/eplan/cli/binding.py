"""The book that was asked for, or its replacement pages since a revision."""

from dataclasses import replace

import typer

from eplan.cli.periods import judged
from eplan.cli.shared import Shared
from eplan.messages import say
from eplan.reading import commit_day
from eplan.render import replacement
from eplan.render.blocks import Paper
from eplan.render.book import papers
from eplan.render.book.audience import Audience
from eplan.render.book.choice import Choice
from eplan.render.book.views import book
from eplan.render.replacement.views import Since
from eplan.render.replacement.views import replacement as exchanged
from eplan.render.views.report import Judged


def bound(shared: Shared, choice: Choice, audience: Audience, since: str | None, limit: int) -> tuple[Paper, ...]:
    """The volumes of about `limit` pages each, or the replacement pages since a revision.

    Where nothing changed since the revision, that is said and nothing is written.
    """
    now = judged(shared, shared.day)
    if since is None:
        return papers(book(now, choice, audience), shared.translate, limit)
    found = exchanged(now, _earlier(shared, since), choice, audience)
    if not found:
        shared.tell(say("nothing in this book has changed since {revision}: no file is written", revision=since))
        raise typer.Exit
    return (replacement.paper(found, shared.translate),)


def _earlier(shared: Shared, revision: str) -> Since:
    """The folder as of a revision, judged on the day of the check."""
    checked = replace(shared, at=revision).checked([], shared.day)
    unreadable = tuple(map(str, checked.unreadable))
    judged_then = Judged(checked.repository, (), (), unreadable, checked.sources.revision)
    return Since(judged_then, commit_day(shared.repo, revision))

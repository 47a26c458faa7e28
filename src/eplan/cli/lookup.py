"""The search for a code, with the progress that a person at a terminal sees."""

import sys

from eplan.cli.shared import Shared
from eplan.cli.sides import repository
from eplan.messages import Refusal, say
from eplan.render.book.choice import Choice
from eplan.render.marker import Mark
from eplan.verifying.search import Past, in_folder
from eplan.verifying.verdict import Verdict, verdict


def found(shared: Shared, mark: Mark, revisions: int) -> Verdict:
    """The answer: from the folder, else from at most so many revisions of its past."""
    now, wish = repository(shared), Choice.of(mark.scope)
    progress = _Progress(shared)
    past = Past(shared.repo, shared.at or "HEAD", revisions, progress.tell)
    sighting = in_folder(mark.code, now, wish) or (past.find(mark.code, now, wish) if revisions else None)
    progress.end()
    if sighting is None:
        wish_words = say(
            "no plan or book has the code {code}, neither now nor in the last {count} revisions of the folder",
            code=mark.code,
            count=progress.count,
        )
        raise Refusal(wish_words)
    return verdict(mark.code, sighting, now)


class _Progress:
    """A line that counts revisions, on a terminal only."""

    def __init__(self, shared: Shared) -> None:
        self.shared, self.count = shared, 0
        self._is_shown = sys.stderr.isatty() and not shared.quiet

    def tell(self, count: int) -> None:
        self.count = count
        if self._is_shown:
            words = self.shared.translate(say("looking through the past: revision {count}", count=count))
            print(f"\r{words}", end="", file=sys.stderr, flush=True)  # noqa: T201 - a line that is written over

    def end(self) -> None:
        if self._is_shown and self.count:
            print("\r\033[K", end="", file=sys.stderr, flush=True)  # noqa: T201 - the same

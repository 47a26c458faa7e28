"""A code → what was printed under it, and in which revision of the folder: the folder itself first, then its past."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from eplan.history import History, Revision
from eplan.models.kinds import CONFIG, kind_of
from eplan.render.book.choice import Choice
from eplan.render.book.known_codes import Printed, known_codes
from eplan.repository import Repository
from eplan.workspace import check_sources, memory

_BEHIND_PLANS = frozenset(("config", "plans", "units", "headquarters", "supplies", "teams", "shelters", "hazards"))
"""The kinds of files that plans and books are made of."""
Tell = Callable[[int], None]


@dataclass(frozen=True)
class Sighting:
    """Where a code was found: `revision` is None for the folder as it is now, `next` is what came after it."""

    printed: Printed
    repository: Repository
    revision: Revision | None = None
    next: Revision | None = None


def in_folder(code: str, now: Repository, wish: Choice | None = None) -> Sighting | None:
    """The code among those of the folder as it is."""
    found = next((printed for known, printed in known_codes(now, wish) if known == code), None)
    return Sighting(found, now) if found else None


@dataclass(frozen=True)
class Past:
    """The past of a folder in git, at most `limit` revisions of it, beginning with `start`."""

    root: Path
    start: str
    limit: int
    tell: Tell = lambda _count: None

    def find(self, code: str, now: Repository, wish: Choice | None = None) -> Sighting | None:
        """The newest revision with this code; `tell` hears how many revisions were gone through."""
        with History(self.root) as history:
            read, seen, later = memory(), set[frozenset[tuple[str, str]]](), None
            for count, revision in enumerate(history.revisions(self.start, self.limit), start=1):
                self.tell(count)
                then = check_sources(history.sources(revision), now.as_of, [], read).repository
                made_of = frozenset(pair for pair in revision.blobs.items() if _is_behind_plans(pair[0]))
                codes = known_codes(then, wish)
                if made_of in seen:
                    codes = islice(codes, 1)
                seen.add(made_of)
                if printed := next((printed for known, printed in codes if known == code), None):
                    return Sighting(printed, then, revision, later)
                later = revision
        return None


def _is_behind_plans(name: str) -> bool:
    path = PurePosixPath(name)
    kind = kind_of(path)
    return path == CONFIG or (kind is not None and kind.name in _BEHIND_PLANS)

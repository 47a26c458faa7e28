"""Replacement pages as a view: two books → which plans are taken out, put in or replaced, and what changed in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from eplan.changes import PRINTED, Comparison, compare
from eplan.models.plan import Plan
from eplan.render.amendments.concerned import concerning, shown
from eplan.render.book.audience import Audience
from eplan.render.book.choice import Choice, known
from eplan.render.book.known_codes import Printed
from eplan.render.book.plan_view import PlanView
from eplan.render.book.views import Book, bound
from eplan.render.views.report import Judged


@dataclass(frozen=True)
class Exchange:
    """A plan whose pages are exchanged: without `new` they are only taken out, without `old` only put in."""

    old: PlanView | None
    new: PlanView | None
    old_code: str = ""
    new_code: str = ""

    @property
    def title(self) -> str:
        view = self.new or self.old
        return view.plan.title if view else ""


@dataclass(frozen=True)
class Since:
    """The earlier folder, and the day of its commit."""

    judged: Judged
    day: date

    @property
    def revision(self) -> str:
        return self.judged.revision or ""


@dataclass(frozen=True)
class Replacement:
    """All that turns the old book into the new one."""

    old: Book
    new: Book
    since: Since
    exchanges: tuple[Exchange, ...]
    comparison: Comparison

    def __bool__(self) -> bool:
        return self.old.code != self.new.code or bool(self.exchanges)


def replacement(now: Judged, since: Since, choice: Choice, audience: Audience) -> Replacement:
    """What changed in the book of this choice since a revision."""
    choice = known(choice, now.repository)
    new, old = bound(now, choice, audience), bound(since.judged, choice, audience)
    printed = Printed("book", audience, choice=choice)
    sides = shown(since.judged.repository, printed), shown(now.repository, printed)
    comparison = concerning(printed, compare(*sides, PRINTED), sides)
    was = {record.id: record.was or record.id for record in comparison.of(Plan)}
    exchanges = tuple(_exchanges(old, new, was, now.repository.declared))
    return Replacement(old, new, since, exchanges, comparison)


def _exchanges(old: Book, new: Book, was: Mapping[str, str], unread: frozenset[str]) -> Iterator[Exchange]:
    """Plans whose pages are not the same; what is in a file that cannot be read now is not taken out."""
    before = {view.id: view for view in old.plans}
    for view in new.plans:
        earlier = before.pop(was.get(view.id, view.id), None)
        old_code, new_code = old.codes[earlier.id] if earlier else "", new.codes[view.id]
        if old_code != new_code:
            yield Exchange(earlier, view, old_code, new_code)
    yield from (Exchange(view, None, old.codes[view.id]) for view in before.values() if view.id not in unread)

"""Which of all changes concern what is printed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eplan.changes import Comparison, RecordChange
from eplan.models.plan import Plan
from eplan.render.book.audience import for_public
from eplan.render.book.choice import Choice
from eplan.render.book.known_codes import Printed
from eplan.render.book.means import Means, means_of_folder
from eplan.render.book.plan_view import PlanView, plan_view
from eplan.repository import Repository


def shown(repository: Repository, printed: Printed) -> Repository:
    """The folder as the readers of what was printed see it."""
    return for_public(repository) if printed.audience == "public" else repository


def concerning(printed: Printed, found: Comparison, sides: Iterable[Repository]) -> Comparison:
    """The changes of the plans that were printed and of what these rely on; of a whole book or folder all changes."""
    if printed.kind == "folder" or (printed.kind == "book" and not printed.choice):
        return found
    choice = printed.choice if printed.kind == "book" else Choice(plans=(printed.plan,))
    views = [view for side in sides for view in _views(choice, side)]
    plans, others = {view.id for view in views}, frozenset(name for view in views for name in _relied_on(view))
    return replace(found, records=tuple(record for record in found.records if _is_meant(record, plans, others)))


def _is_meant(record: RecordChange, plans: set[str], others: frozenset[str]) -> bool:
    names = {record.id, record.was} - {""}
    return bool(names & plans) if record.kind is Plan else bool(names & others)


def _views(choice: Choice, repository: Repository) -> Iterator[PlanView]:
    folder = means_of_folder(repository)
    yield from (plan_view(plan, repository, folder) for plan in repository.plans if choice.takes(plan, repository))


def _relied_on(view: PlanView) -> Iterator[str]:
    if view.headquarters:
        yield view.headquarters.name
    yield from _ids(view.means)


def _ids(means: Means) -> Iterator[str]:
    yield from (unit.name for unit in means.units)
    yield from (stock.item.id for stock in means.stocks)
    yield from (item.id for kind in (means.teams, means.shelters, means.hazards) for item in kind)

"""All codes that documents printed from a folder could carry, with what each stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from eplan.models.plan import Plan
from eplan.models.vocabulary import CATEGORIES, PLAN_KINDS
from eplan.render.book.audience import AUDIENCES, Audience, for_public
from eplan.render.book.choice import EVERYTHING, Choice
from eplan.render.book.codes import book_code, plan_code
from eplan.render.book.means import Means, means_of_folder, used_means
from eplan.render.book.plan_view import PlanView, line, plan_view
from eplan.render.book.views import part_views
from eplan.render.views.code import folder_code
from eplan.render.views.plans import PlanState, plan_state
from eplan.repository import Placed, Repository

STATES = (PlanState.IN_FORCE, PlanState.DRAFT)


@dataclass(frozen=True)
class Printed:
    """What a code stands for: the pages of a plan, those of a book that belong to no plan, the data of the folder."""

    kind: Literal["plan", "book", "folder"]
    audience: Audience = "internal"
    plan: str = ""
    is_draft: bool = False
    choice: Choice = EVERYTHING


Codes = Mapping[tuple[str, PlanState], str]
"""Plan and state → code."""


def known_codes(repository: Repository, wish: Choice | None = None) -> Iterator[tuple[str, Printed]]:
    """Every code of plans and books: the whole book and those of one option, and `wish`; on all days that matter.

    The code of the folder comes first, and plans before books.
    """
    yield folder_code(repository), Printed("folder")
    for audience in AUDIENCES.values():
        shown = for_public(repository) if audience == "public" else repository
        folder = means_of_folder(shown)
        views = _views(shown, folder)
        codes = {
            (view.id, state): plan_code(replace(view, state=state), audience) for view in views for state in STATES
        }
        for (plan, state), code in codes.items():
            yield code, Printed("plan", audience, plan, state is PlanState.DRAFT)
        days = _turning_days(shown)
        books = _Books(shown, audience, views, codes, folder)
        for choice in dict.fromkeys((EVERYTHING, *filter(None, (wish,)), *_choices(shown))):
            yield from ((code, Printed("book", audience, choice=choice)) for code in books.codes_of(choice, days))


def code_of_today(printed: Printed, repository: Repository) -> str | None:
    """The code that the same pages would carry on the day of the check; None where they are not printed any more."""
    if printed.kind == "folder":
        return folder_code(repository)
    shown = for_public(repository) if printed.audience == "public" else repository
    folder, plan = means_of_folder(shown), shown.plan_by_id.get(printed.plan)
    if printed.kind == "plan":
        return plan_code(plan_view(plan, shown, folder), printed.audience) if plan and not _is_withdrawn(plan) else None
    views = [view for view in _views(shown, folder) if view.state is not PlanState.WITHDRAWN]
    codes = {(view.id, view.state): plan_code(view, printed.audience) for view in views}
    books = _Books(shown, printed.audience, tuple(views), codes, folder)
    return next(books.codes_of(printed.choice, [repository.as_of]), None)


def _is_withdrawn(plan: Placed[Plan]) -> bool:
    return plan.model.edition.is_withdrawn_on(plan.on.as_of)


def _views(repository: Repository, folder: Means) -> tuple[PlanView, ...]:
    return tuple(plan for part in part_views(repository.plans, repository, folder) for plan in part.plans)


def _choices(repository: Repository) -> Iterator[Choice]:
    """The choices of one option; one plan alone has its own code."""
    yield from (Choice(categories=(category,)) for category in CATEGORIES)
    yield from (Choice(kinds=(kind,)) for kind in PLAN_KINDS)
    owners = (repository.canonical(plan.model.owner) for plan in repository.plans)
    yield from (
        Choice(units=(unit,)) for unit in dict.fromkeys(above for owner in owners for above in line(owner, repository))
    )


@dataclass(frozen=True)
class _Books:
    """The books that could be made of the plans of one folder for one audience."""

    repository: Repository
    audience: Audience
    views: tuple[PlanView, ...]
    plan_codes: Codes
    folder: Means

    def codes_of(self, choice: Choice, days: Iterable[date]) -> Iterator[str]:
        """The codes of one choice: a book changes on the days on which a plan is issued or withdrawn."""
        by_id = self.repository.plan_by_id
        taken = [view for view in self.views if choice.takes(by_id[view.id], self.repository)]
        for states in dict.fromkeys(self._states(taken, by_id, day) for day in days):
            standing = [view for view, state in zip(taken, states, strict=True) if state is not PlanState.WITHDRAWN]
            if standing:
                yield self._code(choice, standing, [state for state in states if state is not PlanState.WITHDRAWN])

    def _code(self, choice: Choice, standing: list[PlanView], states: list[PlanState]) -> str:
        codes = [self.plan_codes[view.id, state] for view, state in zip(standing, states, strict=True)]
        means = used_means(self.folder, (view.means for view in standing)) if choice else self.folder
        return book_code(choice, self.audience, self.repository.on.config.district.name, codes, means)

    @staticmethod
    def _states(taken: list[PlanView], by_id: Mapping[str, Placed[Plan]], day: date) -> tuple[PlanState, ...]:
        return tuple(plan_state(by_id[view.id].model, day) for view in taken)


def _turning_days(repository: Repository) -> list[date]:
    """The days on which the state of a plan changes, and the day before all of them; the latest first."""
    editions = [plan.model.edition for plan in repository.plans]
    issued = {edition.issued for edition in editions if edition.issued}
    withdrawn = {edition.withdrawn.date for edition in editions if edition.withdrawn}
    return sorted(issued | withdrawn | {date.min}, reverse=True)

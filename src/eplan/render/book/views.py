"""The book as a view: which plans stand in it, in which order, and what the cover says of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from eplan.finding import Severity
from eplan.messages import Message, Refusal, say
from eplan.models.plan import Plan
from eplan.models.vocabulary import HazardKind
from eplan.render.book.audience import Audience, for_public
from eplan.render.book.choice import EVERYTHING, Choice, known
from eplan.render.book.codes import book_code, plan_code
from eplan.render.book.means import Means, means_of_folder, used_means
from eplan.render.book.parts import PARTS, part_of
from eplan.render.book.plan_view import PlanView, plan_view
from eplan.render.views.plans import PlanState, plan_state
from eplan.render.views.report import Judged
from eplan.repository import Placed, Repository

HAZARDS: tuple[str, ...] = get_args(HazardKind)


@dataclass(frozen=True)
class PartView:
    """A part of the book; `place` is its place among all parts that there can be."""

    place: int
    title: Message
    plans: tuple[PlanView, ...]


@dataclass(frozen=True)
class Book:
    """The whole compilation. `withdrawn` and `classified` are plans of the folder that are not in the book.

    `code` stands on the pages that belong to no plan; `codes` leads from a plan's id to the code on its own pages.
    """

    district: str
    office: str
    day: date
    revision: str | None
    audience: Audience
    scope: tuple[Message | str, ...]
    errors: int
    unreadable: tuple[str, ...]
    parts: tuple[PartView, ...]
    withdrawn: tuple[str, ...]
    classified: int
    means: Means
    code: str
    codes: Mapping[str, str]
    choice: Choice = EVERYTHING

    @property
    def plans(self) -> tuple[PlanView, ...]:
        return tuple(plan for part in self.parts for plan in part.plans)

    @property
    def is_of_one_plan(self) -> bool:
        """Whether one plan was asked for by name: it is printed for itself, not as a compilation."""
        return bool(self.choice.plans) and len(self.plans) == 1


def book(judged: Judged, choice: Choice, audience: Audience = "internal") -> Book:
    """The plans that were chosen, in the order of a compilation; a withdrawn plan stands in no book."""
    found = bound(judged, known(choice, judged.repository), audience)
    if not found.parts:
        raise Refusal(say("no plan is left for this book; `eplan status` lists the plans"))
    return found


def bound(judged: Judged, choice: Choice, audience: Audience) -> Book:
    """The same of words that are known; there may be no plan in it."""
    whole = judged.repository
    repository = for_public(whole) if audience == "public" else whole
    folder = means_of_folder(repository)
    chosen = [plan for plan in repository.plans if choice.takes(plan, repository)]
    standing = [plan for plan in chosen if not _is_withdrawn(plan)]
    parts = tuple(part_views(standing, repository, folder))
    means = used_means(folder, _means(parts)) if choice else folder
    codes = {view.id: plan_code(view, audience) for part in parts for view in part.plans}
    district = repository.on.config.district
    return Book(
        district=district.name,
        office=repository.canonical(district.office or ""),
        day=repository.as_of,
        revision=judged.revision,
        audience=audience,
        scope=choice.words(whole),
        errors=sum(finding.severity is Severity.ERROR for finding in judged.findings),
        unreadable=judged.unreadable,
        parts=parts,
        withdrawn=tuple(plan.model.title for plan in chosen if _is_withdrawn(plan)),
        classified=len(whole.plans) - len(repository.plans),
        means=means,
        code=book_code(choice, audience, district.name, codes.values(), means),
        codes=codes,
        choice=choice,
    )


def _is_withdrawn(plan: Placed[Plan]) -> bool:
    return plan_state(plan.model, plan.on.as_of) is PlanState.WITHDRAWN


def part_views(plans: Iterable[Placed[Plan]], repository: Repository, folder: Means) -> Iterator[PartView]:
    """The parts that these plans fill, in the order of a compilation."""
    owners = {unit.model.name: rank for rank, unit in enumerate(repository.units)}
    plans = sorted(plans, key=lambda plan: _order(plan, repository, owners))
    for place, title in enumerate(PARTS):
        own = tuple(plan_view(plan, repository, folder) for plan in plans if part_of(plan.model) == place)
        if own:
            yield PartView(place, title, own)


def _order(plan: Placed[Plan], repository: Repository, owners: Mapping[str, int]) -> tuple[int, int, str]:
    """Special plans by hazard, the others by the unit that keeps them."""
    model = plan.model
    hazard = HAZARDS.index(model.hazards[0]) if model.kind == "special" and model.hazards else len(HAZARDS)
    return hazard, owners.get(repository.canonical(model.owner), len(owners)), plan.id


def _means(parts: tuple[PartView, ...]) -> Iterator[Means]:
    return (plan.means for part in parts for plan in part.plans)

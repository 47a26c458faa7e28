"""The book as a view: which plans stand in it, in which order, and what the cover says of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from eplan.finding import Severity
from eplan.messages import Message, Refusal, say
from eplan.models.plan import Plan
from eplan.models.vocabulary import HazardKind
from eplan.render.book.audience import Audience, for_public
from eplan.render.book.choice import Choice, known
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
    """The whole compilation. `withdrawn` and `classified` are plans of the folder that are not in the book."""

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
    plan_chosen: bool = False

    @property
    def plans(self) -> tuple[PlanView, ...]:
        return tuple(plan for part in self.parts for plan in part.plans)

    @property
    def is_of_one_plan(self) -> bool:
        """Whether one plan was asked for by name: it is printed for itself, not as a compilation."""
        return self.plan_chosen and len(self.plans) == 1


def book(judged: Judged, choice: Choice, audience: Audience = "internal") -> Book:
    """The plans that were chosen, in the order of a compilation; a withdrawn plan stands in no book."""
    whole = judged.repository
    choice = known(choice, whole)
    repository = for_public(whole) if audience == "public" else whole
    folder = means_of_folder(repository)
    chosen = [plan for plan in repository.plans if choice.takes(plan, repository)]
    standing = [plan for plan in chosen if not _is_withdrawn(plan)]
    if not standing:
        raise Refusal(say("no plan is left for this book; `eplan status` lists the plans"))
    parts = tuple(_parts(standing, repository, folder))
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
        means=used_means(folder, _means(parts)) if choice else folder,
        plan_chosen=bool(choice.plans),
    )


def _is_withdrawn(plan: Placed[Plan]) -> bool:
    return plan_state(plan.model, plan.on.as_of) is PlanState.WITHDRAWN


def _parts(plans: list[Placed[Plan]], repository: Repository, folder: Means) -> Iterator[PartView]:
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

"""The parting of a large book into volumes of about the same thickness; a plan is never torn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from math import ceil

from eplan.render.book.plan_view import PlanView
from eplan.render.book.views import PartView

Placed = tuple[int, PartView, PlanView]


@dataclass(frozen=True)
class Volume:
    """What is bound together. `begun` are the places of parts that an earlier volume begins."""

    number: int
    count: int
    parts: tuple[PartView, ...]
    begun: frozenset[int] = frozenset()

    @property
    def is_last(self) -> bool:
        return self.number == self.count

    @property
    def plans(self) -> tuple[PlanView, ...]:
        return tuple(plan for part in self.parts for plan in part.plans)


def volumes(parts: Sequence[PartView], pages: Mapping[str, int], behind: int, limit: int) -> tuple[Volume, ...]:
    """The volumes. `pages` are those of each plan, `behind` those of the appendices, which the last volume holds;
    a volume has about `limit` pages at most, and any number where `limit` is 0."""
    total = sum(pages[plan.id] for part in parts for plan in part.plans) + behind
    count = max(1, ceil(total / limit)) if limit else 1
    runs = [list(run) for _, run in groupby(_assigned(parts, pages, total / count), key=lambda placed: placed[0])]
    begun = accumulate(({part.place for _, part, _ in run} for run in runs), set.union, initial=set[int]())
    return tuple(
        Volume(number, len(runs), tuple(_parts(run)), frozenset(before))
        for number, (run, before) in enumerate(zip(runs, begun, strict=False), start=1)
    )


def _assigned(parts: Sequence[PartView], pages: Mapping[str, int], share: float) -> Iterator[Placed]:
    """Every plan with the volume in which its middle page falls."""
    done = 0
    for part in parts:
        for plan in part.plans:
            yield int((done + pages[plan.id] / 2) / share) if share else 0, part, plan
            done += pages[plan.id]


def _parts(run: Sequence[Placed]) -> Iterator[PartView]:
    for place, own in groupby(run, key=lambda placed: placed[1].place):
        held = tuple(own)
        yield PartView(place, held[0][1].title, tuple(plan for _, _, plan in held))

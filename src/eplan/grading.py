"""Numbers that make one grade of an event or another: which ranges touch, overlap or leave a gap."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import ceil, floor, inf
from operator import itemgetter
from typing import NamedTuple

from eplan.document import Loc
from eplan.level_names import levels_said
from eplan.messages import Message, say
from eplan.models.law import Requirement
from eplan.models.plan import Grade, Plan
from eplan.models.quantities import Bounds
from eplan.repository import Placed
from eplan.thresholds import in_words

COUNTED = frozenset((
    "deaths", "serious-injuries", "injuries", "missing", "threatened-people", "evacuated-people", "sick-people",
    "participants", "rescued-people",
))  # fmt: skip
"""Keys that count people: between 29 and 30 there is nothing."""
_NAMES: Mapping[str, Message] = {
    "deaths": say("deaths"),
    "serious-injuries": say("serious injuries"),
    "burnt-hectares": say("hectares burnt"),
    "loss-yuan": say("direct loss in yuan"),
}
_GOVERNMENT = ("overall", "special", "department", "township", "joint")
Edge = tuple[float, int]
"""A number, and 1 where the range begins or ends just behind it."""


class Stretch(NamedTuple):
    """A range from its first edge up to, not including, its last."""

    start: Edge
    stop: Edge


def stretch(bounds: Bounds, key: str) -> Stretch:
    """The range that `bounds` means for a key."""
    low = -inf if bounds.low is None else bounds.low
    high = inf if bounds.high is None else bounds.high
    if key not in COUNTED:
        return Stretch((low, int(not bounds.low_included)), (high, int(bounds.high_included)))
    first = low if low == -inf else ceil(low) if bounds.low_included else floor(low) + 1
    last = high if high == inf else floor(high) + 1 if bounds.high_included else ceil(high)
    return Stretch((first, 0), (last, 0))


def number_name(key: str) -> Message | str:
    """What people call the number behind a key of thresholds."""
    return _NAMES.get(key, key)


class Rung(NamedTuple):
    """A grade's range for one key; `position` is its place in the plan's list, `loc` where it is written."""

    position: int
    level: int
    key: str
    bounds: Bounds
    loc: Loc

    @property
    def stretch(self) -> Stretch:
        return stretch(self.bounds, self.key)


def rungs_of(position: int, grade: Grade) -> Iterator[Rung]:
    """The numbers of a grade: its thresholds, and what only its criteria say in words."""
    loc = ("grades", position)
    for key, bounds in grade.thresholds.items():
        yield Rung(position, grade.level, key, bounds, (*loc, "thresholds", key))
    for key, bounds in in_words(grade.criteria).items():
        if key not in grade.thresholds:
            yield Rung(position, grade.level, key, bounds, (*loc, "criteria"))


def ladders(grades: Iterable[Grade]) -> Iterator[tuple[str, tuple[Rung, ...]]]:
    """For each key the grades that have it, the gravest first."""
    found: dict[str, list[Rung]] = {}
    for index, grade in enumerate(grades):
        for rung in rungs_of(index, grade):
            found.setdefault(rung.key, []).append(rung)
    for key, rungs in found.items():
        yield key, tuple(sorted(rungs, key=itemgetter(1, 0)))


def steps(rungs: tuple[Rung, ...]) -> Iterator[tuple[Rung, Rung]]:
    """Neighbours of a ladder that do not fit together at first sight, the graver first."""
    for graver, lesser in pairwise(rungs):
        if graver.level != lesser.level and not _fit(graver.bounds, lesser.bounds):
            yield graver, lesser


def _fit(graver: Bounds, lesser: Bounds) -> bool:
    """`>=10` above `>=3 <10`: the usual way to write neighbours, in which nothing can be wrong."""
    return lesser.high == graver.low is not None and graver.low_included and not lesser.high_included


def is_reversed(graver: Rung, lesser: Rung) -> bool:
    """Whether the graver grade begins below the lesser one."""
    one, other = graver.stretch, lesser.stretch
    return one.start < other.start or (one.start == other.start and one.stop < other.stop)


def in_order(rungs: tuple[Rung, ...]) -> bool:
    """Whether no grade lies above a graver one; where one does, its neighbours only seem to overlap or leave gaps."""
    return not any(is_reversed(*pair) for pair in steps(rungs))


def is_disputed(plan: Placed[Plan], rung: Rung) -> bool:
    """Whether a range does not fit the statute, or the grades beside it: that is said first."""
    rungs = next(found for key, found in ladders(plan.model.grades) if key == rung.key)
    beside = [pair for pair in steps(rungs) if rung.position in (pair[0].position, pair[1].position)]
    unfit = any(is_reversed(*pair) or overlaps(*pair) or leaves_gap(*pair) for pair in beside)
    return unfit or is_capped(rung) or is_left_to_law(plan, rung.key, rung)


def is_capped(rung: Rung) -> bool:
    """Whether the gravest grade has an upper end."""
    return rung.level == 1 and rung.stretch.stop[0] < inf


def overlaps(graver: Rung, lesser: Rung) -> bool:
    """Whether a number lies in both; a lesser grade without upper end gives way to the graver one."""
    one, other = graver.stretch, lesser.stretch
    return one.start < other.stop and (other.stop[0] < inf or one.start == other.start)


def leaves_gap(graver: Rung, lesser: Rung) -> bool:
    """Whether a number between two grades that follow each other lies in neither."""
    return lesser.level == graver.level + 1 and graver.stretch.start > lesser.stretch.stop


class Contradiction(NamedTuple):
    """A number of a plan that is not the one of the statutes on its hazards."""

    own: Rung
    rows: tuple[Requirement, ...]


def contradictions(plan: Placed[Plan]) -> Iterator[Contradiction]:
    """Where a government's plan grades otherwise than every statute that grades its hazards by the same key."""
    model = plan.model
    rows = plan.on.requiring("event-grade", model.kind) if model.kind in _GOVERNMENT and model.grades else ()
    hazards = set(model.hazards)
    own = [row for row in rows if not hazards.isdisjoint(row.hazards)]
    for index, grade in enumerate(model.grades if own else ()):
        of_level = [row for row in own if grade.level in row.levels]
        for rung in rungs_of(index, grade) if of_level and is_sound(grade, model.grades) else ():
            legal = tuple(row for row in of_level if rung.key in row.thresholds)
            if legal and all(_differ(rung.bounds, row.thresholds[rung.key], rung.key) for row in legal):
                yield Contradiction(rung, legal)


def is_sound(grade: Grade, grades: tuple[Grade, ...]) -> bool:
    """Whether the level of a grade can be relied on: it stands once, and is the one that the name says."""
    said = levels_said(grade.name)
    return [other.level for other in grades].count(grade.level) == 1 and (not said or said == {grade.level})


def is_left_to_law(plan: Placed[Plan], key: str, *rungs: Rung) -> bool:
    """Whether one of these ranges is not the statute's: that is said once, and mends the rest."""
    disputed = {(found.own.position, found.own.key) for found in contradictions(plan)}
    return any((rung.position, key) in disputed for rung in rungs)


def _differ(own: Bounds, legal: Bounds, key: str) -> bool:
    return own.text != legal.text and differs(stretch(own, key), stretch(legal, key))


def differs(own: Stretch, legal: Stretch) -> bool:
    """Whether a range is not the law's; whether the lowest begins at one or below is no difference."""
    return own.stop != legal.stop or max(own.start, (1.0, 0)) != max(legal.start, (1.0, 0))

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from eplan.clusters import clusters
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.edition import Approval, Edition, Filing, Publication, Review, Survey, Withdrawal
from eplan.models.plan import Plan
from eplan.models.quantities import earliest
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_Step = tuple[tuple[str | int, ...], date | None]
"""The keys below `edition`, and the date that stands there."""
_SHOWN = 3


@rule(
    "L102",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  reviewed: {date: 2012-08-10, by: [专家组]}\n", "  reviewed: {date: 2012-06-10, by: [专家组]}  # <- L102\n"),
        ("  published: {date: 2012-09-20}\n", "  published: {date: 2012-09-02}  # <- L102\n"),
    ),
    good=sound_folder(),
)
def steps_out_of_order(repository: Repository) -> Iterator[Found]:
    """A plan is drafted, reviewed, approved and issued in this order, and takes effect, is filed and published after.

    Units are consulted before the approval; risks are assessed and resources surveyed before the issue; the last day
    of validity and the withdrawal come after the first day in force. One date that does not fit several others is one
    finding.

    ## Why

    A step dated before the one it builds on was not taken, or its date is wrong; both are found out at the inspection.

    ## Source

    practice; 突发事件应急预案管理办法 (国办发〔2013〕101号、国办发〔2024〕5号) orders the steps in this way

    ## Not caught

    Missing steps. Issue before approval, which is L101. Two steps on one day, or in one month where
    only the month is written.
    """
    for plan in repository.plans:
        misplaced = [pair for pair in _pairs(plan.model.edition) if _are_misplaced(*pair)]
        for group in clusters(_links(misplaced)):
            yield _found(plan, [pair for pair in misplaced if pair[0] in group])


def _are_misplaced(earlier: _Step, later: _Step) -> bool:
    return earlier[1] is not None and later[1] is not None and later[1] < earliest(earlier[1])


def _links(pairs: Iterable[tuple[_Step, _Step]]) -> dict[_Step, list[_Step]]:
    """Steps that do not fit each other: one wrong date does not fit any of its neighbours."""
    links: dict[_Step, list[_Step]] = {}
    for earlier, later in pairs:
        links.setdefault(later, []).append(earlier)
    return links


def _found(plan: Placed[Plan], pairs: list[tuple[_Step, _Step]]) -> Found:
    """The finding on steps that do not fit, at the one that fits fewest others, else the later one."""
    steps = [step for pair in pairs for step in reversed(pair)]
    suspect = max(steps, key=steps.count)
    others = [*dict.fromkeys(other for pair in pairs for other in pair if suspect in pair and other != suspect)]
    by_name = {step[0][0]: step[1] for step in reversed(others)}
    told = [say("`{step}` ({day})", step=name, day=day) for name, day in [*by_name.items()][:_SHOWN]]
    values = {"step": suspect[0][0], "day": suspect[1], "others": told}
    if any(later == suspect for _, later in pairs):
        message = say("`{step}` is dated {day}, before {others}: correct the date that is wrong", **values)
    else:
        message = say("`{step}` is dated {day}, after {others}: correct the date that is wrong", **values)
    return Found(plan.at("edition", *suspect[0]), message)


def _day(step: Survey | Review | Approval | Filing | Publication | Withdrawal | None) -> date | None:
    return step.date if step else None


def _pairs(edition: Edition) -> Iterator[tuple[_Step, _Step]]:
    """Two steps each, the one that comes first, first."""
    approved: _Step = ("approved",), _day(edition.approved)
    issued: _Step = ("issued",), edition.issued
    made: tuple[_Step, ...] = (
        (("drafted",), edition.drafted),
        (("reviewed",), _day(edition.reviewed)),
        approved,
    )
    yield from pairwise(step for step in made if step[1])
    for index, consultation in enumerate(edition.consulted):
        yield (("consulted", index), consultation.date), approved
    yield (("risk-assessed",), _day(edition.risk_assessed)), issued
    yield (("surveyed",), _day(edition.surveyed)), issued
    start: _Step = (("effective",), edition.effective) if edition.effective else issued
    yield from ((issued, step) for step in _after_issue(edition))
    yield start, (("valid-until",), edition.valid_until)
    yield issued, (("withdrawn",), _day(edition.withdrawn))


def _after_issue(edition: Edition) -> Iterator[_Step]:
    yield ("effective",), edition.effective
    yield ("filed",), _day(edition.filed)
    yield ("published",), _day(edition.published)

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.edition import Approval, Edition, Filing, Publication, Review, Survey, Withdrawal
from eplan.models.plan import Plan
from eplan.models.quantities import earliest
from eplan.repository import Placed
from eplan.rule import Found, rule

_Step = tuple[tuple[str | int, ...], date | None]
"""The keys below `edition`, and the date that stands there."""


@rule(
    "L102",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  reviewed: {date: 2012-08-10, by: [专家组]}\n", "  reviewed: {date: 2012-06-10, by: [专家组]}  # <- L102\n"),
        ("  published: {date: 2012-09-20}\n", "  published: {date: 2012-09-02}  # <- L102\n"),
    ),
    good=sound_folder(),
)
def steps_out_of_order(plan: Placed[Plan]) -> Iterator[Found]:
    """A plan is drafted, reviewed, approved and issued in this order, and takes effect, is filed and published after.

    Units are consulted before the approval; risks are assessed and resources surveyed before the issue; the last day
    of validity and the withdrawal come after the first day in force.

    ## Why

    A step dated before the one it builds on was not taken, or its date is wrong; both are found out at the inspection.

    ## Source

    practice; 突发事件应急预案管理办法 (国办发〔2013〕101号、国办发〔2024〕5号) orders the steps in this way

    ## Not caught

    Missing steps. Issue before approval, which is L101. Two steps on one day, or in one month where
    only the month is written.
    """
    for earlier, later in _pairs(plan.model.edition):
        if earlier[1] and later[1] and later[1] < earliest(earlier[1]):
            yield Found(
                plan.at("edition", *later[0]),
                say(
                    "`{later}` is dated {late}, before `{earlier}` ({early}): correct the date that is wrong",
                    later=later[0][0],
                    late=later[1],
                    earlier=earlier[0][0],
                    early=earlier[1],
                ),
            )


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

from collections.abc import Iterator
from datetime import date

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.obligations import limit_after_issue
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "L206",
    severity=Severity.INFO,
    bad=sound_folder(("  issued: 2012-09-12\n", "  issued: 2012-12-25  # <- L206\n"), year=2999),
    good={
        "data/plans/special/snow.yaml": """\
title: 雪灾应急预案
kind: special
owner: 区应急办
edition: {issued: 2012-09-12, withdrawn: {date: 2020-03-01}}
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
    as_of=date(2999, 12, 31),
)
def holidays_unknown(repository: Repository) -> Iterator[Found]:
    """The working days in which a plan must be filed and made public can be counted.

    The State Council publishes the holidays of a year at the end of the year before. Until eplan knows the table, it does
    not guess: the plans are named here and must be counted by hand. All plans of one year are one finding.

    ## Why

    A period that is silently not counted looks as if it were kept.

    ## Source

    practice; 国务院办公厅关于部分节假日安排的通知 of each year
    """
    for plan in repository.standing_plans:
        year = _unknown_year(plan, repository)
        if year:
            yield Found(
                plan.at("edition", "issued"),
                say(
                    "the holidays of {year} are not known to eplan: filing and publication in time were not checked; count "
                    "the working days by hand, or update eplan",
                    year=year,
                ),
                cause=f"holidays:{year}",
            )


def _unknown_year(plan: Placed[Plan], repository: Repository) -> int | None:
    limits = (limit_after_issue(plan, repository, about) for about in ("plan-filing", "plan-publication"))
    return next((limit.unknown_year for limit in limits if limit and limit.unknown_year), None)

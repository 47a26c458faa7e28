from collections.abc import Iterator
from datetime import date

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import earliest
from eplan.obligations import limit_after_issue, spoken
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "L204",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  published: {date: 2012-09-20}\n", "  published: {date: 2012-12-20}  # <- L204\n"),
        year=2025,
    ),
    good=sound_folder(year=2025),
    as_of=date(2025, 12, 31),
)
def published_late(repository: Repository) -> Iterator[Found]:
    """A plan is made public within the period that the law in force on the day of its issue sets.

    The period runs from the day of issue; working days follow the State Council's table of holidays.

    ## Why

    People can only follow a plan that they know.

    ## Source

    国办发〔2024〕5号 第二十八条 (20 working days, from knowledge); local measures

    ## Not caught

    Plans issued before a law set a period. Plans that were never made public: L205. Withdrawn plans.
    """
    for plan in repository.standing_plans:
        published = plan.model.edition.published
        is_public = published is not None and published.date <= plan.on.as_of
        limit = limit_after_issue(plan, repository, "plan-publication") if is_public else None
        if published and limit and limit.is_by_law and limit.last and earliest(published.date) > limit.last:
            yield Found(
                plan.at("edition", "published", "date"),
                say(
                    "issued on {issued}, made public only on {published}; it was due by {last} ({span}): note the reason, "
                    "and publish the next edition in time",
                    published=published.date,
                    issued=plan.model.edition.issued,
                    last=limit.last,
                    span=spoken(limit.span),
                ),
                basis=limit.rows,
                severity=limit.severity,
            )

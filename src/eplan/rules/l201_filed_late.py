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
    "L201",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "  filed: {date: 2012-09-20, with: 市林业局, copies: [市应急办]}\n",
            "  filed: {date: 2012-12-20, with: 市林业局, copies: [市应急办]}  # <- L201\n",
        ),
        year=2025,
    ),
    good=sound_folder(year=2025),
    as_of=date(2025, 12, 31),
)
def filed_late(repository: Repository) -> Iterator[Found]:
    """A plan is filed within the period that the law in force on the day of its issue sets.

    The period runs from the day of issue; working days follow the State Council's table of holidays.

    ## Why

    The body above must know the plans below before it needs them.

    ## Source

    国办发〔2024〕5号 第二十六条：应当在应急预案印发后的20个工作日内备案; 生产安全事故应急预案管理办法 (令88号) 第二十六条

    ## Not caught

    Plans issued before a law set a period. Plans that were never filed: L202. Withdrawn plans. Years without a table
    of holidays: L206.
    """
    for plan in repository.standing_plans:
        filed = plan.model.edition.filed
        is_filed = filed is not None and filed.date <= plan.on.as_of
        limit = limit_after_issue(plan, repository, "plan-filing") if is_filed else None
        if filed and limit and limit.is_by_law and limit.last and earliest(filed.date) > limit.last:
            yield Found(
                plan.at("edition", "filed", "date"),
                say(
                    "issued on {issued}, filed only on {filed}; it was due by {last} ({span}): note the reason, and file the "
                    "next edition in time",
                    filed=filed.date,
                    issued=plan.model.edition.issued,
                    last=limit.last,
                    span=spoken(limit.span),
                ),
                basis=limit.rows,
                severity=limit.severity,
            )

from collections.abc import Iterator
from datetime import date

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.obligations import limit_after_issue, spoken
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "L202",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  filed: {date: 2012-09-20, with: 市林业局, copies: [市应急办]}\n", ""),
        ("  issued: 2012-09-12\n", "  issued: 2012-09-12  # <- L202\n"),
        only=(NAME,),
        year=2025,
    ),
    good=sound_folder(year=2025),
    as_of=date(2025, 12, 31),
)
def not_filed(repository: Repository) -> Iterator[Found]:
    """A plan that some law wants filed has been filed by the end of the period.

    The law in force on the day of issue counts. Where it asks for filing and gives no period, 20 working days are waited,
    as is usual.

    ## Why

    A plan that the body above does not know of cannot be joined to its own.

    ## Source

    国办发〔2024〕5号 第二十六条; 生产安全事故应急预案管理办法; 森林防火条例 第十六条、传染病防治法 (2004) 第二十条 and other laws on one kind of hazard, as far as they bind the kind of plan

    ## Not caught

    Plans that no law in force on the day of issue wants filed, which is most plans before 2013-10-25. Withdrawn plans.
    """
    for plan in repository.standing_plans:
        edition = plan.model.edition
        is_filed = edition.filed is not None and edition.filed.date <= plan.on.as_of
        if is_filed:
            continue
        limit = limit_after_issue(plan, repository, "plan-filing", "plan-filing-addressee")
        if limit and limit.last and limit.last < plan.on.as_of:
            yield Found(
                plan.at("edition", "issued"),
                say(
                    "not filed: issued on {issued}, it was due by {last} ({span}): file the plan and fill in `filed`",
                    issued=edition.issued,
                    last=limit.last,
                    span=spoken(limit.span),
                ),
                basis=limit.rows,
                severity=limit.severity,
            )

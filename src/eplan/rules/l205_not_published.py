from collections.abc import Iterator
from datetime import date

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.obligations import limit_after_issue, spoken
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "L205",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  published: {date: 2012-09-20}\n", ""),
        ("  issued: 2012-09-12\n", "  issued: 2012-09-12  # <- L205\n"),
        only=(NAME,),
        year=2025,
    ),
    good=sound_folder(("  published: {date: 2012-09-20}\n", "  classified: true\n"), year=2025),
    as_of=date(2025, 12, 31),
)
def not_published(repository: Repository) -> Iterator[Found]:
    """A plan that some law wants made public has been published by the end of the period, unless it is classified.

    The law in force on the day of issue counts. Where it asks for publication and gives no period, 20 working days are
    waited, as is usual.

    ## Why

    People can only follow a plan that they know.

    ## Source

    国办发〔2024〕5号 第二十八条; 生产安全事故应急条例 第五条; 地质灾害防治条例 第二十五条

    ## Not caught

    Plans that no law in force on the day of issue wants published, classified plans, withdrawn plans. Whether a short
    version of a classified plan was published.
    """
    for plan in repository.standing_plans:
        edition = plan.model.edition
        is_public = edition.published is not None and edition.published.date <= plan.on.as_of
        if is_public or edition.classified:
            continue
        limit = limit_after_issue(plan, repository, "plan-publication")
        if limit and limit.last and limit.last < plan.on.as_of:
            yield Found(
                plan.at("edition", "issued"),
                say(
                    "not made public: issued on {issued}, it was due by {last} ({span}): publish the plan and fill in "
                    "`published`, or say `classified: true`",
                    issued=edition.issued,
                    last=limit.last,
                    span=spoken(limit.span),
                ),
                basis=limit.rows,
                severity=limit.severity,
            )

from collections.abc import Iterator
from datetime import date

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.plan import ExternalPlan, Plan
from eplan.models.quantities import earliest
from eplan.obligations import binding
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "L404",
    severity=Severity.INFO,
    bad=sound_folder(
        (
            "parent: {external: 某市森林火灾应急预案, issued: 2012-03-01}",
            "parent: {external: 某市森林火灾应急预案, issued: 2012-11-01}  # <- L404",
        ),
    ),
    good=sound_folder(),
)
def parent_newer(repository: Repository) -> Iterator[Found]:
    """A plan is not older than the plan above it.

    ## Why

    Levels, names and ways of reporting come from above; a new plan above makes the one below wrong in places that nobody
    looks at.

    ## Source

    国办发〔2013〕101号 第二十五条、国办发〔2024〕5号 第三十五条：上位预案中的有关规定发生重大变化的，应当及时修订; practice before

    ## Not caught

    Whether the change above matters below. Plans above whose date is not known. Withdrawn plans and drafts.
    """
    for plan in repository.plans_in_force:
        edition, today = plan.model.edition, plan.on.as_of
        above = _issue_above(plan, repository)
        if above is None or not edition.issued:
            continue
        if edition.issued < earliest(above) and above <= today:
            rows = tuple(
                row for row in binding(plan, repository, "plan-revision", today) if "law-changed" in row.includes
            )
            yield Found(
                plan.at("parent"),
                say(
                    "the plan above was issued on {above}, after this one ({issued}): compare them, and revise this one where "
                    "they differ",
                    above=above,
                    issued=edition.issued,
                ),
                basis=rows,
                severity=min(heaviest(rows, Severity.INFO), Severity.WARNING),
            )


def _issue_above(plan: Placed[Plan], repository: Repository) -> date | None:
    parent = plan.model.parent
    if isinstance(parent, ExternalPlan):
        return parent.issued
    above = repository.plan_by_id.get(parent or "")
    return above.model.edition.issued if above else None

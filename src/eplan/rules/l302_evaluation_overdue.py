from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.obligations import binding, lapse
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "L302",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "management: {drill-every: 1y, evaluate-every: 3y, training: 每年防火期前培训一次, explained-by: 区林业局}",
            "management: {drill-every: 1y, evaluate-every: 1mo, training: 每年防火期前培训一次, explained-by: 区林业局}  # <- L302",
        ),
    ),
    good=sound_folder(),
)
def evaluation_overdue(repository: Repository) -> Iterator[Found]:
    """A plan is evaluated as often as the law in force and the plan itself say.

    The interval runs from the last evaluation, or from the issue of this edition if that is later. Of several demands that
    are broken the shortest is named, with all of them as basis. Where neither a law nor the plan gives a number, three
    years are taken as practice.

    ## Why

    Telephone numbers, units and dangers change; an old plan is right only by chance.

    ## Source

    国办发〔2024〕5号 第三十四条：原则上每3年评估一次 (before 2024 the law said 定期, without a number); local law; the plan's own `management.evaluate-every`

    ## Not caught

    What the evaluation found, and whether the plan was revised after it. Withdrawn plans and drafts.
    """
    for plan in repository.plans_in_force:
        edition, today = plan.model.edition, plan.on.as_of
        if not edition.issued:
            continue
        last = max((edition.issued, *(item.date for item in edition.evaluated if item.date <= today)))
        own = plan.model.management.evaluate_every if plan.model.management else None
        missed = lapse(binding(plan, repository, "plan-evaluation", today), own, last, plan)
        if missed:
            yield Found(
                plan.at("management", "evaluate-every") if own else plan.at("edition", "issued"),
                say(
                    "issued or last evaluated on {last}; an evaluation was due by {due} ({every}): evaluate the plan and "
                    "add it to `evaluated`",
                    last=last,
                    due=missed.due,
                    every=missed.rhythm,
                ),
                basis=missed.rows,
                severity=missed.severity,
            )

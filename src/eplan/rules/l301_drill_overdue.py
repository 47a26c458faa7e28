from collections.abc import Iterator
from datetime import date

from eplan.document import Place
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.practice import Drill
from eplan.obligations import Lapse, binding, lapse
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "L301",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "management: {drill-every: 1y, evaluate-every: 3y, training: 每年防火期前培训一次, explained-by: 区林业局}",
            "management: {drill-every: 1mo, evaluate-every: 3y, training: 每年防火期前培训一次, explained-by: 区林业局}  # <- L301",
        ),
    ),
    good=sound_folder(),
)
def drill_overdue(repository: Repository) -> Iterator[Found]:
    """A plan is drilled as often as the law in force and the plan itself say.

    Every drill that names the plan and was held by the day of the check counts; a plan that was never drilled is counted
    from its issue. An interval runs from the last drill, a calendar period wants one drill in each; the plan's own interval
    binds from its issue, a law from its first day. Of several demands that
    are broken the shortest is named, with all of them as basis. Where neither a law nor the plan gives a number, three
    years are taken as practice.

    ## Why

    A plan that was never played through fails at its first telephone call.

    ## Source

    突发事件应急预案管理办法 (国办发〔2013〕101号) 第二十二条、(国办发〔2024〕5号) 第三十二条：专项、部门应急预案每3年至少演练一次; local law; the plan's own `management.drill-every`

    ## Not caught

    How good the drill was. How often a unit drills, whatever the plan, and the drills of schools, which other rules ask for.
    Withdrawn plans and drafts.
    """
    drilled = _last_drills(repository)
    for plan in repository.plans_in_force:
        edition = plan.model.edition
        if not edition.issued or repository.may_hide("drills", plan.id):
            continue
        last = drilled.get(plan.id)
        own = plan.model.management.drill_every if plan.model.management else None
        rows = binding(plan, repository, "plan-drill", plan.on.as_of)
        missed = lapse(rows, own, last, plan)
        if missed:
            yield _found(plan, missed, last, edition.issued)


def _last_drills(repository: Repository) -> dict[str, date]:
    found: dict[str, date] = {}
    for drill in repository.of(Drill):
        held = drill.model.held
        if held and held <= repository.as_of:
            found.update((plan, max(held, found.get(plan, held))) for plan in drill.model.plans)
    return found


def _found(plan: Placed[Plan], missed: Lapse, last: date | None, issued: date) -> Found:
    if last:
        message = say(
            "last drilled on {last}; the next drill was due by {due} ({every}): hold one and record it",
            last=last,
            due=missed.due,
            every=missed.rhythm,
        )
    else:
        message = say(
            "never drilled since its issue on {issued}; the first drill was due by {due} ({every}): hold one and record it",
            issued=issued,
            due=missed.due,
            every=missed.rhythm,
        )
    return Found(_place(plan), message, basis=missed.rows, severity=missed.severity)


def _place(plan: Placed[Plan]) -> Place:
    management = plan.model.management
    return (
        plan.at("management", "drill-every") if management and management.drill_every else plan.at("edition", "issued")
    )

from collections.abc import Iterator
from datetime import date

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.quantities import Duration
from eplan.obligations import binding, spoken
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "L304",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "management: {drill-every: 1y, evaluate-every: 3y, training: 每年防火期前培训一次, explained-by: 区林业局}",
            "management: {drill-every: 5y, evaluate-every: 3y, training: 每年防火期前培训一次, explained-by: 区林业局}  # <- L304",
        ),
        year=2025,
    ),
    good=sound_folder(year=2025),
    as_of=date(2025, 12, 31),
)
def own_interval_too_long(repository: Repository) -> Iterator[Found]:
    """A plan does not promise fewer drills and evaluations than the law in force asks for.

    ## Why

    Whoever keeps to the plan must keep the law by it.

    ## Source

    国办发〔2024〕5号 第三十二条、第三十四条; 国办发〔2013〕101号 第二十二条; local law

    ## Not caught

    Calendar periods (once in each half-year): only intervals are compared. Withdrawn plans.
    """
    for plan in repository.standing_plans:
        management = plan.model.management
        if management is None:
            continue
        for key, about, own in (
            ("drill-every", "plan-drill", management.drill_every),
            ("evaluate-every", "plan-evaluation", management.evaluate_every),
        ):
            broken = _shorter(plan, repository, about, own) if own else ()
            if own and broken:
                yield Found(
                    plan.at("management", key),
                    say(
                        "`{key}` is {own}, but the law allows at most {every}: shorten it",
                        key=key,
                        own=spoken(own),
                        every=spoken(min((every for _, every in broken), key=lambda every: every.minutes)),
                    ),
                    basis=tuple(row for row, _ in broken),
                    severity=heaviest((row for row, _ in broken), Severity.WARNING),
                )


def _shorter(
    plan: Placed[Plan], repository: Repository, about: str, own: Duration
) -> tuple[tuple[Requirement, Duration], ...]:
    """The requirements that ask for a shorter interval, with it."""
    rows = ((row, row.every) for row in binding(plan, repository, about, plan.on.as_of))
    return tuple((row, every) for row, every in rows if isinstance(every, Duration) and every.minutes < own.minutes)

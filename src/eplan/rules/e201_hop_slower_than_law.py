from collections.abc import Callable, Iterator
from functools import cache

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.hops import Step, broken_limits, steps_of
from eplan.law import concerns, heaviest, strictest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.obligations import spoken
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "E201",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("hazards: [forest-fire]\nowner", "hazards: [infectious-disease]\nowner"),
        (
            "{from: 首报人, to: 区林业局, within: 10min, by: phone}",
            "{from: 事发单位, to: 区卫生局, within: 3h, by: phone}  # <- E201",
        ),
        (
            "{from: 区林业局, to: 区应急办, within: 20min, by: phone}",
            "{from: 区卫生局, to: 区应急办, within: 20min, by: phone}",
        ),
        (
            "  - {name: 区林业局, kind: department,",
            "  - {name: 区卫生局, kind: department}\n  - {name: 区林业局, kind: department,",
        ),
    ),
    good=sound_folder(),
)
def hop_slower_than_law(repository: Repository) -> Iterator[Found]:
    """No step of a plan's reporting chain takes longer than the law or the district allows.

    Each step is put down as what the law calls it (unit to county, authority to the next authority, institution to the health
    authority …) and held against the limits in force for the plan's hazards. Where two bodies have several steps, by phone
    and then in writing, the fastest counts. A chain has one time for all levels, so the strictest limit of any level binds.

    ## Why

    Who keeps to the plan must keep the law by it.

    ## Source

    生产安全事故报告和调查处理条例 第九条、第十一条 (1 h, 2 h a step); 突发公共卫生事件应急条例 第十九条、第二十条 (2 h a step); local law and the district's own limits

    ## Not caught

    Limits that say 立即 without a number. Steps between bodies whose level cannot be told: teams, working groups without a
    lead, groups of units of several levels. Steps without a time, which is E203. Withdrawn plans.
    """
    law = repository.on.requiring("event-report")
    numbered = tuple(row for row in law if row.at_most and row.hop)
    limits = _limits(numbered)
    for plan in repository.standing_plans:
        model = plan.model
        if model.reporting:
            rows = limits(model.hazards, model.category)
            if rows:
                yield from _slow(plan, steps_of(plan, repository), rows)


def _limits(numbered: tuple[Requirement, ...]) -> Callable[[tuple[str, ...], str | None], tuple[Requirement, ...]]:
    """The limits that bind plans for some hazards at any level of event; many plans are for the same."""

    @cache
    def about(hazards: tuple[str, ...], category: str | None) -> tuple[Requirement, ...]:
        return tuple(row for row in numbered if concerns(row, hazards, category))

    return about


def _slow(plan: Placed[Plan], steps: tuple[Step, ...], rows: tuple[Requirement, ...]) -> Iterator[Found]:
    for step in steps:
        broken = broken_limits(step, rows)
        sharpest = strictest(broken)
        if sharpest:
            yield Found(
                plan.at("reporting", "chain", step.index, "within"),
                say(
                    "{sender} tells {receiver} within {own}, but at most {limit} are allowed: shorten the time",
                    sender=step.hop.from_,
                    receiver=step.hop.to,
                    own=spoken(step.hop.within or ""),
                    limit=spoken(sharpest.at_most or ""),
                ),
                basis=broken,
                severity=heaviest(broken, Severity.WARNING),
            )

from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.hops import Step, Way, broken_limits, slowest_way, steps_of
from eplan.law import concerns, heaviest, strictest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.obligations import spoken
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_RESPONSE = """\
district: {name: 某区, level: county}
requirements:
  - {id: local-1h, about: event-report, levels: [1, 2], at-most: 1h, basis: 某区信息报送制度, valid-from: 2012-04-28, verified: A}
"""


@rule(
    "E202",
    severity=Severity.WARNING,
    bad={
        **sound_folder(
            ("  chain:\n    - {from: 首报人", "  chain:  # <- E202\n    - {from: 首报人"),
            (
                "to: 区应急办, within: 20min, by: phone}\n",
                "to: 区林业局值班室, within: 40min, by: phone}\n"
                "    - {from: 区林业局值班室, to: 区应急办, within: 40min, by: phone}\n",
            ),
        ),
        "eplan.yaml": _RESPONSE,
    },
    good=sound_folder(),
)
def way_slower_than_law(repository: Repository) -> Iterator[Found]:
    """The whole way of a report to the government takes no longer than the law or the district allows.

    The times of the steps are added from the first body that knows (not the person who calls) to the emergency office, the
    headquarters or the government, on the fastest way; of several beginnings the slowest counts. Limits without a step are meant, such as 'serious
    events are reported within an hour'; a chain has one time for all levels, so they bind it.

    ## Why

    Four quick steps in a row can be slower than one slow one, and nobody adds them up.

    ## Source

    The district's own limits (eplan.yaml), such as 特大、重大突发公共事件必须在1小时内上报; local law

    ## Not caught

    Ways that never reach the government, steps without a time (E203), and ways with a step that is by itself too slow
    by law (E201). What happens above the county. Steps inside one unit. Withdrawn plans.
    """
    law = repository.on.requiring("event-report")
    whole = tuple(row for row in law if row.at_most and row.hop is None)
    single = tuple(row for row in law if row.at_most and row.hop)
    for plan in repository.standing_plans if whole else ():
        rows = _about(plan, whole)
        if rows and plan.model.reporting:
            steps = steps_of(plan, repository)
            way = slowest_way(steps)
            broken = tuple(row for row in rows if way and row.at_most and way.minutes > row.at_most.minutes)
            if way and broken and not any(broken_limits(step, _about(plan, single)) for step in way.steps(steps)):
                yield _found(plan, way, way.steps(steps), broken)


def _about(plan: Placed[Plan], rows: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """The limits that bind a plan at any level of event."""
    model = plan.model
    return tuple(row for row in rows if concerns(row, model.hazards, model.category))


def _found(plan: Placed[Plan], way: Way, steps: tuple[Step, ...], broken: tuple[Requirement, ...]) -> Found:
    """The finding, at the one step that is too slow by itself, else at the chain."""
    sharpest = strictest(broken)
    limit = sharpest.at_most if sharpest else None
    slow = [step for step in steps if limit and step.minutes and step.minutes > limit.minutes]
    return Found(
        plan.at("reporting", "chain", *((slow[0].index, "within") if slow else ())),
        say(
            "a report takes {minutes} min on its way {stations}, but at most {limit} are allowed: shorten the steps or skip one",
            minutes=way.minutes,
            stations=" → ".join(way.stations),
            limit=spoken(limit or ""),
        ),
        basis=broken,
        severity=heaviest(broken, Severity.WARNING),
    )

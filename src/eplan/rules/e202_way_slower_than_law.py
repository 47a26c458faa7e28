from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.hops import Way, slowest_way, steps_of
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
            ("  chain:\n", "  chain:  # <- E202\n"),
            ("to: 区应急办, within: 20min, by: phone", "to: 区应急办, within: 75min, by: phone"),
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

    Ways that never reach the government, and steps without a time (E203). What happens above the county. Steps inside one
    unit. Withdrawn plans.
    """
    whole = tuple(row for row in repository.on.requiring("event-report") if row.at_most and row.hop is None)
    for plan in repository.plans if whole else ():
        rows = _about(plan, whole)
        if rows and plan.model.reporting and not plan.model.edition.is_withdrawn_on(repository.as_of):
            way = slowest_way(steps_of(plan, repository))
            broken = tuple(row for row in rows if way and row.at_most and way.minutes > row.at_most.minutes)
            if way and broken:
                yield _found(plan, way, broken)


def _about(plan: Placed[Plan], rows: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """The limits that bind a plan at any level of event."""
    model = plan.model
    return tuple(row for row in rows if concerns(row, model.hazards, model.category))


def _found(plan: Placed[Plan], way: Way, broken: tuple[Requirement, ...]) -> Found:
    sharpest = strictest(broken)
    return Found(
        plan.at("reporting", "chain"),
        say(
            "a report takes {minutes} min on its way {stations}, but at most {limit} are allowed: shorten the steps or skip one",
            minutes=way.minutes,
            stations=" → ".join(way.stations),
            limit=spoken((sharpest and sharpest.at_most) or ""),
        ),
        basis=broken,
        severity=heaviest(broken, Severity.WARNING),
    )

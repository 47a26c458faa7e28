from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.hops import Step, steps_of
from eplan.incident_reports import Leg, initial_legs
from eplan.messages import say
from eplan.models.incidents import Event
from eplan.models.plan import Plan
from eplan.obligations import spoken
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_EVENT = """\
events:
  - id: 后山林火
    kind: forest-fire
    category: natural-disaster
    level: 4
    occurred: 2012-11-18 14:20
    known: 2012-11-18 14:32
    unit: 区林业局
    place: 后山
    deaths: 0
    numbers: {burnt-hectares: 0.8}
    reports:
      - to: 区应急办
        at: 2012-11-18 14:45
      - to: 区应急办
        at: 2012-11-18 16:45
        follow-up: true
    response: {level: 4, matter: 扑救, from: 2012-11-18 15:00, expected-until: 2012-11-18 20:00, measures: 扑打, until: 2012-11-18 18:00}
"""


@rule(
    "E102",
    severity=Severity.WARNING,
    bad={
        **sound_folder(),
        "data/events/2012.yaml": _EVENT.replace("at: 2012-11-18 14:45", "at: 2012-11-18 15:45  # <- E102"),
    },
    good={**sound_folder(), "data/events/2012.yaml": _EVENT},
)
def reported_later_than_planned(repository: Repository) -> Iterator[Found]:
    """An event is reported as fast as the plans in force that day say.

    The plans for its kind of hazard that were issued by then. A step of the log is held against the step of a plan between
    the same two bodies, the fastest where there are several.

    ## Why

    A chain that is not kept in a real event is either too hard or not known; the review must say which.

    ## Source

    practice; the reporting chain of the plan itself

    ## Not caught

    Steps that no plan has, and steps that a plan gives to a group of units.
    """
    for event in repository.of(Event):
        steps = _fastest_steps(event, repository)
        for leg in initial_legs(event, repository) if steps else ():
            plan, step = steps.get((leg.sender, leg.receiver), (None, None))
            if plan and step and step.minutes is not None and leg.minutes > step.minutes:
                yield _found(event, leg, plan, step)


def _fastest_steps(event: Placed[Event], repository: Repository) -> dict[tuple[str, str], tuple[Placed[Plan], Step]]:
    """By sender and receiver the step that is to take least, and the plan that says so."""
    found: dict[tuple[str, str], tuple[Placed[Plan], Step]] = {}
    for plan in _plans_for(event, repository):
        for step in steps_of(plan, repository):
            _, known = found.setdefault((step.sender, step.receiver), (plan, step))
            if step.minutes is not None and (known.minutes is None or step.minutes < known.minutes):
                found[step.sender, step.receiver] = (plan, step)
    return found


def _plans_for(event: Placed[Event], repository: Repository) -> Iterator[Placed[Plan]]:
    day = event.model.occurred.date()
    for plan in repository.plans:
        edition = plan.model.edition
        if event.model.kind in plan.model.hazards and edition.is_issued_on(day) and not edition.is_withdrawn_on(day):
            yield plan


def _found(event: Placed[Event], leg: Leg, plan: Placed[Plan], step: Step) -> Found:
    return Found(
        event.at("reports", leg.index, "at"),
        say(
            "event {id}: {sender} told {receiver} after {minutes} min; '{plan}' says {limit}: find out why, and correct the "
            "habit or the plan",
            id=event.model.id,
            sender=leg.sender,
            receiver=leg.receiver,
            minutes=leg.minutes,
            plan=plan.model.title,
            limit=spoken(step.hop.within or ""),
        ),
    )

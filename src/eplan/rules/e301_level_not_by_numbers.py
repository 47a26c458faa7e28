from collections.abc import Iterator, Mapping

from eplan.finding import Severity
from eplan.grading import number_name
from eplan.law import concerns, heaviest
from eplan.messages import Message, say
from eplan.models.incidents import Event
from eplan.models.law import Requirement
from eplan.repository import Placed
from eplan.rule import Found, rule

_EVENT = """\
events:
  - id: 两车相撞
    kind: road-traffic
    category: accident
    level: 3
    occurred: 2012-11-18 05:50
    unit: 区公安分局
    place: 临江路
    deaths: 3
    serious-injuries: 4
    loss-yuan: 620000
    reports:
      - {to: 区应急办, at: 2012-11-18 06:20}
      - {to: 区应急办, at: 2012-11-18 09:20, follow-up: true}
"""
_UNITS = """\
units:
  - {name: 区公安分局, kind: department, no-plan-needed: 由区级预案管理}
  - {name: 区应急办, kind: office}
"""


@rule(
    "E301",
    severity=Severity.WARNING,
    bad={"data/events/2012.yaml": _EVENT.replace("level: 3", "level: 4  # <- E301"), "data/units.yaml": _UNITS},
    good={"data/events/2012.yaml": _EVENT, "data/units.yaml": _UNITS},
)
def level_not_by_numbers(event: Placed[Event]) -> Iterator[Found]:
    """The level of an event is what its dead, injured and losses say by the law of that day.

    Any one number suffices for a level; 以上 includes the number, 以下 does not. An event put too low breaks the law; one put
    higher than its numbers is a hint, for there may be other grounds.

    ## Why

    The level decides who is told, who commands and who inquires.

    ## Source

    生产安全事故报告和调查处理条例 第三条; 地质灾害防治条例 第四条; 森林防火条例 第四十条

    ## Not caught

    Kinds of event that no law grades by numbers. Events without a level, or without any number.
    """
    model = event.model
    if model.level is None or model.occurred.date() > event.on.as_of:
        return
    rows = _met(event)
    if not rows:
        return
    by_numbers = min(row.levels[0] for row in rows)
    basis = tuple(row for row in rows if row.levels[0] == by_numbers)
    if model.level != by_numbers:
        severity = heaviest(basis, Severity.WARNING) if model.level > by_numbers else Severity.INFO
        yield Found(event.at("level"), _told(event, by_numbers, basis), basis=basis, severity=severity)


def _numbers(event: Event) -> Mapping[str, float]:
    counted = {"deaths": event.deaths, "serious-injuries": event.serious_injuries, "loss-yuan": event.loss_yuan}
    return {**event.numbers, **{key: value for key, value in counted.items() if value is not None}}


def _met(event: Placed[Event]) -> tuple[Requirement, ...]:
    """The grades of which at least one number of the event suffices."""
    model, numbers = event.model, _numbers(event.model)
    rows = event.on.requiring("event-grade", day=model.occurred.date()) if numbers else ()
    graded = (row for row in rows if row.levels and concerns(row, (model.kind,), model.category, row.levels[0]))
    return tuple(row for row in graded if any(_holds(row, key, number) for key, number in numbers.items()))


def _holds(row: Requirement, key: str, number: float) -> bool:
    return key in row.thresholds and row.thresholds[key].holds(number)


def _told(event: Placed[Event], by_numbers: int, basis: tuple[Requirement, ...]) -> Message:
    numbers = _numbers(event.model)
    decisive = [
        say("{what} {number}", what=number_name(key), number=f"{number:g}")
        for key, number in numbers.items()
        if any(_holds(row, key, number) for row in basis)
    ]
    return say(
        "event {id} is put at level {level}, but its numbers ({numbers}) make it level {by_numbers}: correct the level, or "
        "note the ground for it",
        id=event.model.id,
        level=event.model.level,
        numbers=decisive,
        by_numbers=by_numbers,
    )

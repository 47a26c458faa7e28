from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.roster import Watch, overlaps, rosters
from eplan.rule import Found, rule

_ROSTER = """\
duty:
  - {{date: 2012-12-31, from: 08:00, to: 20:00, unit: 区应急办, leader: 常务副区长, staff: [区应急办值班员]}}
  - {{date: 2012-12-31, from: 20:00, to: 08:00, unit: 区应急办, leader: 常务副区长, staff: [区应急办副主任]}}{mark}
  - {{date: 2012-12-31, from: 08:00, to: 08:00, unit: 区农水局, leader: 区农水局局长, staff: [{staff}]}}
"""
_UNITS = """\
units:
  - {name: 区政府, kind: government, contacts: [{post: 常务副区长}]}
  - {name: 区应急办, kind: office, parent: 区政府, contacts: [{post: 区应急办值班员}, {post: 区应急办副主任}]}
  - {name: 区农水局, kind: department, parent: 区政府, contacts: [{post: 区农水局局长}, {post: 区农水局值班员}]}
"""


@rule(
    "M403",
    severity=Severity.WARNING,
    bad={
        "data/duty/2012-12.yaml": _ROSTER.format(staff="区应急办副主任", mark="  # <- M403"),
        "data/units.yaml": _UNITS,
    },
    good={"data/duty/2012-12.yaml": _ROSTER.format(staff="区农水局值班员", mark=""), "data/units.yaml": _UNITS},
)
def on_duty_twice(repository: Repository) -> Iterator[Found]:
    """Nobody is on duty at two places at the same time.

    ## Why

    Two rosters that are written in two offices do not know of each other.

    ## Source

    practice

    ## Not caught

    Names that are no posts in `units.yaml`: 值班员 in two offices are two people. Overlapping shifts of one unit (M402).
    """
    watches: dict[str, list[Watch]] = {}
    for roster in rosters(repository).values():
        for watch in roster:
            for person in watch.people:
                if person in repository.post_by_name:
                    watches.setdefault(person, []).append(watch)
    for person, own in watches.items():
        own.sort(key=lambda watch: watch.start)
        for earlier, later in overlaps(tuple(own)):
            units = [repository.canonical(watch.shift.model.unit) for watch in (earlier, later)]
            if units[0] != units[1]:
                yield Found(
                    later.shift.at(),
                    say(
                        "{person} is on duty at {units} at the same time, from {start}: put somebody else in one "
                        "of the shifts",
                        person=person,
                        units=units,
                        start=f"{later.start:%Y-%m-%d %H:%M}",
                    ),
                )

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.roster import overlaps, rosters
from eplan.rule import Found, rule

_ROSTER = """\
duty:
  - {{date: 2012-12-30, from: 08:00, to: 20:00, unit: 区应急办, leader: 带班领导甲, staff: [值班员甲]}}
  - {{date: 2012-12-30, from: {start}, to: 08:00, unit: 区应急办, leader: 带班领导甲, staff: [值班员乙]}}{mark}
  - {{date: 2012-12-31, from: 08:00, to: 08:00, unit: 区应急办, leader: 带班领导乙, staff: [值班员丙]}}
"""
_UNITS = "units:\n  - {name: 区应急办, kind: office}\n"


@rule(
    "M402",
    severity=Severity.WARNING,
    bad={"data/duty/2012-12.yaml": _ROSTER.format(start="18:00", mark="  # <- M402"), "data/units.yaml": _UNITS},
    good={"data/duty/2012-12.yaml": _ROSTER.format(start="20:00", mark=""), "data/units.yaml": _UNITS},
)
def duty_overlap(repository: Repository) -> Iterator[Found]:
    """A unit's shifts follow each other: no hour is given out twice.

    People who are on duty together stand in one shift.

    ## Why

    Where two shifts cover the same hours, each relies on the other, and one of the two dates is usually a slip.

    ## Source

    practice

    ## Not caught

    Shifts that only touch. The same people in two shifts, which is M403.
    """
    for unit, watches in rosters(repository).items():
        for earlier, later in overlaps(watches):
            yield Found(
                later.shift.at("from"),
                say(
                    "the shift of {unit} from {start} begins before the one from {earlier} ends ({end}): put one of them right",
                    unit=unit,
                    start=f"{later.start:%Y-%m-%d %H:%M}",
                    earlier=f"{earlier.start:%Y-%m-%d %H:%M}",
                    end=f"{earlier.end:%Y-%m-%d %H:%M}",
                ),
            )

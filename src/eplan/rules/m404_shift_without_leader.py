from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.practice import Shift
from eplan.repository import Placed
from eplan.rule import Found, rule

_ROSTER = """\
duty:
  - {{date: 2012-12-30, from: 08:00, to: 08:00, unit: 炳草岗街道, leader: 街道主任, staff: [值班员甲]}}
  - {{date: 2012-12-31, from: 08:00, to: 08:00, unit: 炳草岗街道, {leader}staff: [值班员乙]}}{mark}
"""
_UNITS = "units:\n  - {name: 炳草岗街道, kind: street}\n"


@rule(
    "M404",
    severity=Severity.WARNING,
    bad={"data/duty/2012-12.yaml": _ROSTER.format(leader="", mark="  # <- M404"), "data/units.yaml": _UNITS},
    good={"data/duty/2012-12.yaml": _ROSTER.format(leader="leader: 街道主任, ", mark=""), "data/units.yaml": _UNITS},
)
def shift_without_leader(shift: Placed[Shift]) -> Iterator[Found]:
    """Every shift names the leader on call.

    Shifts of a unit without one are one finding for each month.

    ## Why

    Whoever answers the telephone cannot order anybody anywhere. Somebody who can must be reachable.

    ## Source

    practice：领导带班；防汛条例 第二十四条 (in the flood season)

    ## Not caught

    Whether the leader named can be reached.
    """
    if shift.model.leader is None:
        yield Found(
            shift.at(),
            say(
                "the shift of {unit} on {date} from {start} names no leader on call: write the post (`leader`)",
                unit=shift.model.unit,
                date=shift.model.date,
                start=shift.model.from_,
            ),
            cause=f"{shift.model.unit}:{shift.model.date:%Y-%m}",
        )

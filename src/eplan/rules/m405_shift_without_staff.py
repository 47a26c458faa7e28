from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.practice import Shift
from eplan.repository import Placed
from eplan.rule import Found, rule

_ROSTER = """\
duty:
  - {{date: 2012-12-30, from: 08:00, to: 08:00, unit: 炳草岗街道, leader: 街道主任, staff: [值班员甲]}}
  - {{date: 2012-12-31, from: 08:00, to: 08:00, unit: 炳草岗街道, leader: 街道主任{staff}}}{mark}
"""
_UNITS = "units:\n  - {name: 炳草岗街道, kind: street}\n"


@rule(
    "M405",
    severity=Severity.WARNING,
    bad={"data/duty/2012-12.yaml": _ROSTER.format(staff="", mark="  # <- M405"), "data/units.yaml": _UNITS},
    good={"data/duty/2012-12.yaml": _ROSTER.format(staff=", staff: [值班员乙]", mark=""), "data/units.yaml": _UNITS},
)
def shift_without_staff(shift: Placed[Shift]) -> Iterator[Found]:
    """Every shift names who is on duty.

    Shifts of a unit without anybody are one finding for each month.

    ## Why

    The leader on call is called by the one who sits at the telephone. Nobody sits there.

    ## Source

    practice：每班一至二名值班员
    """
    if not shift.model.staff:
        yield Found(
            shift.at(),
            say(
                "the shift of {unit} on {date} from {start} names nobody on duty: write who it is (`staff`)",
                unit=shift.model.unit,
                date=shift.model.date,
                start=shift.model.from_,
            ),
            cause=f"{shift.model.unit}:{shift.model.date:%Y-%m}",
        )

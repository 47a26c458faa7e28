from collections.abc import Iterator
from datetime import date

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Duration
from eplan.models.units import Unit
from eplan.repository import Placed
from eplan.rhythm import lateness
from eplan.rule import Found, rule

_USUAL = Duration(90, "d")
_UNITS = """\
units:
  - name: 区商务局
    kind: department
    contacts:
      - {{post: 区商务局局长, phone: "0812-0000001", verified: {first}
      - {{post: 区商务局值班员, phone: "0812-0000002"{second}
"""


@rule(
    "M406",
    severity=Severity.INFO,
    bad={"data/units.yaml": _UNITS.format(first="2012-06-12}  # <- M406", second="}  # <- M406")},
    good={"data/units.yaml": _UNITS.format(first="2012-10-12}", second=", verified: 2012-10-12}")},
)
def contact_not_verified(unit: Placed[Unit]) -> Iterator[Found]:
    """Every telephone number is tried once in ninety days.

    The numbers of a unit that are overdue are one finding.

    ## Why

    People move on, numbers change, and the list in the plan stays.

    ## Source

    practice：联系方式每季度核对一次

    ## Not caught

    Posts without a number.
    """
    rows = tuple(row for row in unit.on.requiring("contact-verified", unit.model.kind) if row.every)
    for index, contact in enumerate(unit.model.contacts):
        if contact.phone is None:
            continue
        late = lateness(rows, _USUAL, contact.verified or date.min, unit.on.as_of)
        if late:
            yield Found(
                unit.at("contacts", index, "verified"),
                say(
                    "numbers of {unit} have not been tried for too long: call them and write the day (`verified`)",
                    unit=unit.id,
                ),
                cause=f"unit:{unit.id}",
                basis=late.rows,
                severity=late.severity,
            )

from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y202",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办  # <- Y202
    duty-phone: "0812-0000001"
""",
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
""",
    },
)
def missing_field(faults: Faults) -> Iterator[Fault]:
    """A record has all the fields that its kind demands.

    The finding stands at the record that lacks the field. The same missing field down a table is one finding.

    ## Why

    Without its name, kind or date a record can be neither checked nor printed.

    ## Source

    practice
    """
    yield from faults.of("missing-field")

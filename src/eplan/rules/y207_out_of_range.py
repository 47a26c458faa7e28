from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y207",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    lat: 101.7  # <- Y207
    lon: 26.6
""",
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    lat: 26.6
    lon: 101.7
""",
    },
)
def out_of_range(faults: Faults) -> Iterator[Fault]:
    """A number lies in the range of its field.

    ## Why

    A latitude of 126 is a longitude in the wrong place, and a percentage of 130 a slip of the finger.

    ## Source

    practice
    """
    yield from faults.of("out-of-range")

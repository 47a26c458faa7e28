from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y105",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    kind: department  # <- Y105
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
def duplicate_key(faults: Faults) -> Iterator[Fault]:
    """A key stands only once in a mapping.

    The finding names the line of the first.

    ## Why

    Most programs silently keep the last value and drop the first; in a plan nobody may have to guess which one
    holds.

    ## Source

    YAML 1.2.2, 3.2.1.1
    """
    yield from faults.of("duplicate-key")

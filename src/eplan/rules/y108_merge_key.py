from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y108",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    <<: {kind: office}  # <- Y108
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
def merge_key(faults: Faults) -> Iterator[Fault]:
    """Keys are written out: no merge key (`<<`).

    ## Why

    A merge key takes over keys from elsewhere; who reads the record does not see what it holds.

    ## Source

    practice
    """
    yield from faults.of("merge-key")

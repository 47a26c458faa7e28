from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y107",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: !!str office  # <- Y107
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
def tag(faults: Faults) -> Iterator[Fault]:
    """Values carry no tags (`!`).

    Text that begins with an exclamation mark is put in quotes.

    ## Why

    A tag changes what a value means behind the reader's back, and in other programs it may run code.

    ## Source

    practice
    """
    yield from faults.of("tag")

from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y106",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    parent: &above 区政府  # <- Y106
  - name: 区林业局
    kind: department
    parent: *above  # <- Y106
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
def alias_or_anchor(faults: Faults) -> Iterator[Fault]:
    """Values are written out: no anchors (`&`) and no aliases (`*`).

    Text that begins with one of these signs is put in quotes.

    ## Why

    A plan must read the same to a person and to the program; with an alias the value stands somewhere else.

    ## Source

    practice
    """
    yield from faults.of("alias-or-anchor")

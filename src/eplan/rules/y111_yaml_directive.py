from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y111",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
%YAML 1.1  # <- Y111
---
units:
  - name: 区应急办
    kind: office
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
def yaml_directive(faults: Faults) -> Iterator[Fault]:
    """A file gives no orders to YAML programs (`%YAML`, `%TAG`).

    ## Why

    Under `%YAML 1.1` the word `no` is a switch and `012` is ten; the folder has one meaning for all files.

    ## Source

    practice
    """
    yield from faults.of("yaml-directive")

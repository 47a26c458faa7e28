from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y114",
    severity=Severity.ERROR,
    bad=lambda: {
        "data/units.yaml": "units:  # <- Y114\n" + "  - {name: office, kind: office}\n" * 140_000,
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
""",
    },
)
def too_large(faults: Faults) -> Iterator[Fault]:
    """A file has at most four megabytes.

    Every kind of file may also be a folder of files of the same shape.

    ## Why

    A file that large is no longer edited by people, and two offices cannot work on it at once.

    ## Source

    practice
    """
    yield from faults.of("too-large")

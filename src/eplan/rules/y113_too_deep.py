from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y113",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": "units: " + "[" * 40 + "]" * 40 + "  # <- Y113\n",
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
""",
    },
)
def too_deep(faults: Faults) -> Iterator[Fault]:
    """Lists and mappings stand at most 32 deep in each other.

    No record of the folder needs more than ten.

    ## Why

    Deeper nesting is a slip of the brackets or an attack; the reading of a file is bounded so that it never
    crashes.

    ## Source

    practice
    """
    yield from faults.of("too-deep")

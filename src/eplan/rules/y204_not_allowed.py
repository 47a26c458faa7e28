from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y204",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: offce  # <- Y204
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
def not_allowed(faults: Faults) -> Iterator[Fault]:
    """A value of a closed list is one of its words.

    The finding lists the words that are allowed and suggests the one that was probably meant.

    ## Why

    Kinds, colours and levels decide which requirements bind; a word of one's own would bind to none.

    ## Source

    practice
    """
    yield from faults.of("not-allowed")

from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y109",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    ~: 区政府  # <- Y109
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
def bad_key(faults: Faults) -> Iterator[Fault]:
    """Every key is a piece of text.

    An empty key, a list or a mapping cannot be a key.

    ## Why

    Such a key is nearly always a slip: a bracket that belongs to the text, or a colon without a word before it.

    ## Source

    practice
    """
    yield from faults.of("bad-key")

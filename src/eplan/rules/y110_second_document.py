from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y110",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
---  # <- Y110
units:
  - name: 区林业局
    kind: department
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
def second_document(faults: Faults) -> Iterator[Fault]:
    """A file holds one document.

    A line `---` below the first record begins a second one; a line `...` ends the file.

    ## Why

    Most programs read only the first document, and the rest is lost without a word.

    ## Source

    practice
    """
    yield from faults.of("second-document")

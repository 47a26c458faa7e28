from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y205",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    duty-phone: 08120000001  # <- Y205
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
def unquoted_text(faults: Faults) -> Iterator[Fault]:
    """Telephone numbers, codes and ids that look like numbers are put in quotes.

    The finding gives the value in quotes, ready to be copied. The same field down a table is one finding.

    ## Why

    Without quotes YAML reads a number: the leading zero of an area code is lost, and task 1.10 becomes 1.1.

    ## Source

    practice
    """
    yield from faults.of("unquoted-text")

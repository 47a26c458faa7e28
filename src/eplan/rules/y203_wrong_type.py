from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y203",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    aliases: 区政府应急办  # <- Y203
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
def wrong_type(faults: Faults) -> Iterator[Fault]:
    """A value has the type of its field: text, number, list or mapping.

    Nothing is converted silently.

    ## Why

    A list of one member that is written as text would be read letter by letter; the slip is named where it is cheap
    to mend.

    ## Source

    practice
    """
    yield from faults.of("wrong-type")

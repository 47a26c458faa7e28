from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y201",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
    alias: [区政府应急办]  # <- Y201
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
def unknown_key(faults: Faults) -> Iterator[Fault]:
    """A record has only the keys that its kind knows.

    The finding suggests the key that was probably meant, or says where it belongs; `eplan schema` lists all keys.
    The same unknown key down a table is one finding.

    ## Why

    A mistyped key would otherwise be dropped in silence, and with it a duty or a deadline.

    ## Source

    practice
    """
    yield from faults.of("unknown-key")

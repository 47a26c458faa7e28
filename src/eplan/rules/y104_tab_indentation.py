from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y104",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
\t- name: 区应急办  # <- Y104
\t  kind: office
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
def tab_indentation(faults: Faults) -> Iterator[Fault]:
    """Lines are indented with blanks, never with tabs.

    ## Why

    A tab is as wide as each editor likes; YAML forbids it where the depth of a line decides what the line belongs
    to.

    ## Source

    YAML 1.2.2, 6.1
    """
    yield from faults.of("tab-indentation")

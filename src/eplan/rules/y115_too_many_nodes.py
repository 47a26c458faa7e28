from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y115",
    severity=Severity.ERROR,
    bad=lambda: {
        "data/units.yaml": "units:\n"
        + "  - [{}]\n".format(", ".join("1" * 999)) * 199
        + "  - [{}]  # <- Y115\n".format(", ".join("1" * 2000)),
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
""",
    },
)
def too_many_nodes(faults: Faults) -> Iterator[Fault]:
    """A file has at most 200,000 entries.

    Every kind of file may also be a folder of files of the same shape.

    ## Why

    The reading of a file is bounded so that no file, by mistake or by intent, keeps the others from being checked.

    ## Source

    practice
    """
    yield from faults.of("too-many-nodes")

from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y301",
    severity=Severity.ERROR,
    bad={
        "data/unit.yaml": """\
units:  # <- Y301
  - name: 区应急办
    kind: office
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
def unknown_file(faults: Faults) -> Iterator[Fault]:
    """Every YAML file below `data/` belongs to a kind.

    The kind is the name of the file or of its folder: `data/tasks.yaml`, `data/tasks/1.yaml`. File names end in
    `.yaml`. A file that the computer cannot read is reported here too.

    ## Why

    A file in the wrong place is read by nobody; it looks like data and is none.

    ## Source

    practice
    """
    yield from faults.of("unknown-file")

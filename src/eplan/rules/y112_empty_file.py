from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y112",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
# 待各单位报送  # <- Y112
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
def empty_file(faults: Faults) -> Iterator[Fault]:
    """No file is empty.

    A file that holds nothing but comments is empty too.

    ## Why

    An empty file looks as if somebody had answered; it is either filled in or deleted.

    ## Source

    practice
    """
    yield from faults.of("empty-file")

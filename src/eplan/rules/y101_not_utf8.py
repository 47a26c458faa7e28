from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y101",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急办  # <- Y101
    kind: office
""".encode("gb18030"),
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
""",
    },
)
def not_utf8(faults: Faults) -> Iterator[Fault]:
    """Every file is saved as UTF-8.

    The finding names the encoding that the file looks like (GB18030, UTF-16) and points at the first byte that
    tells.

    ## Why

    A file that half of the offices cannot read is not a plan that all of them can follow; older Chinese editors
    save as GBK unless told otherwise.

    ## Source

    practice
    """
    yield from faults.of("not-utf8")

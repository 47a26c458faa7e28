from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y103",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name：区应急办  # <- Y103
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
def not_yaml(faults: Faults) -> Iterator[Fault]:
    """Every file is sound YAML.

    The finding says in plain words what is wrong and points at the place that is really wrong: a missing blank or a
    full-width colon behind a key, a quotation mark or a bracket that is never closed, a line that is not indented
    like its neighbours.

    ## Why

    A file that cannot be read is left out of every check, report and book.

    ## Source

    practice
    """
    yield from faults.of("not-yaml")

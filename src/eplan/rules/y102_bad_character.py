from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y102",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区应急\ufeff办  # <- Y102
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
def bad_character(faults: Faults) -> Iterator[Fault]:
    """A file holds no invisible or control characters.

    Forbidden are control characters, a byte order mark inside the text, blanks without width (U+200B, U+2060), and
    line breaks that nobody sees (U+0085, U+2028, U+2029).

    ## Why

    They come in when text is copied from a web page or a Word file; two names that look the same are then two
    names.

    ## Source

    YAML 1.2.2, 5.1
    """
    yield from faults.of("bad-character")

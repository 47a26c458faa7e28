from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R101",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/hazards.yaml": """\
hazards:
  - id: 滑坡1
    kind: geological-disaster
    place: 北街后山
    unit: 区林业居  # <- R101
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department, parent: 区应急办}
""",
    },
)
def unknown_unit(repository: Repository) -> Iterator[Found]:
    """Every unit that is named is a unit, an alias or a group of `units.yaml`.

    The finding suggests the nearest name. One unknown name is one finding, however often it is used; names declared
    in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it to data/units.yaml or write the name it has there")
    for place, name, hint in unknown(repository, "unit", "units", otherwise=advice):
        yield Found(place, say("no unit or group is called '{name}'; {hint}", name=name, hint=hint), cause=name)

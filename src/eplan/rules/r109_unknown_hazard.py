from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R109",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/warnings.yaml": """\
monitoring-points:
  - id: 北街监测点
    kind: geological-disaster
    place: 北街后山
    unit: 区林业局
    watches: [滑坡2]  # <- R109
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/warnings.yaml": """\
monitoring-points:
  - id: 北街监测点
    kind: geological-disaster
    place: 北街后山
    unit: 区林业局
    watches: 后山裂缝宽度
""",
    },
)
def unknown_hazard(repository: Repository) -> Iterator[Found]:
    """Every hazard that is named by its id stands in the register.

    The finding suggests the nearest name. One unknown name is one finding, however often it is used; names declared
    in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it to data/hazards.yaml or write the id it has there")
    for place, name, hint in unknown(repository, "hazard", otherwise=advice):
        yield Found(
            place, say("no hazard of the register has the id '{name}'; {hint}", name=name, hint=hint), cause=name
        )

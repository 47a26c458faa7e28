from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R107",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/scenarios/林火.yaml": """\
scenarios:
  - id: 林火逼近村组
    title: 林火逼近村组
    needs: {风力灭火器: 20台}  # <- R107
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/scenarios/林火.yaml": """\
scenarios:
  - id: 林火逼近村组
    title: 林火逼近村组
""",
    },
)
def unknown_supply(repository: Repository) -> Iterator[Found]:
    """Every item that is named stands in a supply catalogue.

    An item is named by its id, or by its name for all stores together. The finding suggests the nearest name. One
    unknown name is one finding, however often it is used; names declared in a file that cannot be read count as
    known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it to data/supplies/ or write the name it has there")
    for place, name, hint in unknown(repository, "supply", otherwise=advice):
        yield Found(place, say("no supply has the id or name '{name}'; {hint}", name=name, hint=hint), cause=name)

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R108",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/plans/department/forestry.yaml": """\
title: 区林业局森林火灾应急预案
kind: department
owner: 区林业局
support: {shelters: [体育场]}  # <- R108
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/shelters.yaml": """\
shelters: []
""",
    },
)
def unknown_shelter(repository: Repository) -> Iterator[Found]:
    """Every shelter that is named stands in `shelters.yaml`.

    The finding suggests the nearest name. One unknown name is one finding, however often it is used; names declared
    in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it to data/shelters.yaml or write the id it has there")
    for place, name, hint in unknown(repository, "shelter", otherwise=advice):
        yield Found(place, say("no shelter has the id '{name}'; {hint}", name=name, hint=hint), cause=name)

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R106",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/activities.yaml": """\
activities:
  - id: 扑火培训
    kind: training
    unit: 区林业局
    date: 2012-11-01
    team: 扑火队  # <- R106
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/activities.yaml": """\
activities:
  - id: 扑火培训
    kind: training
    unit: 区林业局
    date: 2012-11-01
""",
    },
)
def unknown_team(repository: Repository) -> Iterator[Found]:
    """Every team that is named stands in `teams.yaml`.

    The finding suggests the nearest name. One unknown name is one finding, however often it is used; names declared
    in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it to data/teams.yaml or write the id it has there")
    for place, name, hint in unknown(repository, "team", otherwise=advice):
        yield Found(place, say("no team has the id '{name}'; {hint}", name=name, hint=hint), cause=name)

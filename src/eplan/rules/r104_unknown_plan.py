from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R104",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/drills/2012.yaml": """\
drills:
  - id: 森林火灾桌面推演
    plans: [forest-fires]  # <- R104
    unit: 区林业局
    form: tabletop
    planned: 2013-03-01
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/drills/2012.yaml": """\
drills:
  - id: 森林火灾桌面推演
    unit: 区林业局
    form: tabletop
    planned: 2013-03-01
""",
    },
)
def unknown_plan(repository: Repository) -> Iterator[Found]:
    """Every plan that is named is a file below `data/plans/`.

    A plan's id is its file's name without `.yaml`. The finding suggests the nearest name. One unknown name is one
    finding, however often it is used; names declared in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("a plan's id is the name of its file without .yaml")
    for place, name, hint in unknown(repository, "plan", otherwise=advice):
        yield Found(place, say("no plan has the id '{name}'; {hint}", name=name, hint=hint), cause=name)

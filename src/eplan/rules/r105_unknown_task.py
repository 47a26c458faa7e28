from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R105",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 修订专项应急预案
        units: {responsible: [区应急办]}
        due: 2013-06
      - id: "1.2"
        title: 编印预案汇编
        units: {responsible: [区应急办]}
        due: 2013-12
        after: ["1.3"]  # <- R105
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 修订专项应急预案
        units: {responsible: [区应急办]}
        due: 2013-06
      - id: "1.2"
        title: 编印预案汇编
        units: {responsible: [区应急办]}
        due: 2013-12
        after: ["1.1"]
""",
    },
)
def unknown_task(repository: Repository) -> Iterator[Found]:
    """Every task that is named stands in `tasks.yaml`.

    The finding suggests the nearest name. One unknown name is one finding, however often it is used; names declared
    in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it to data/tasks.yaml or write the number it has there")
    for place, name, hint in unknown(repository, "task", otherwise=advice):
        yield Found(place, say("no task has the id '{name}'; {hint}", name=name, hint=hint), cause=name)

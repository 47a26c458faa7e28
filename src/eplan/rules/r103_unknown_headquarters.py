from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R103",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/headquarters.yaml": """\
headquarters:
  - name: 区森林防火指挥部
    parent: 区应急委  # <- R103
    hazards: [forest-fire]
    office: 区林业局
    members: [区林业局]
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/headquarters.yaml": """\
headquarters:
  - name: 区应急委员会
    commander: 区应急办
    office: 区应急办
    members: [区林业局]
    no-plan-needed: 示例
  - name: 区森林防火指挥部
    parent: 区应急委员会
    hazards: [forest-fire]
    commander: 区林业局
    office: 区林业局
    members: [区林业局]
    no-plan-needed: 示例
""",
    },
)
def unknown_headquarters(repository: Repository) -> Iterator[Found]:
    """Every headquarters that is named stands in `headquarters.yaml`.

    The finding suggests the nearest name. One unknown name is one finding, however often it is used; names declared
    in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it to data/headquarters.yaml or write the name it has there")
    for place, name, hint in unknown(repository, "headquarters", otherwise=advice):
        yield Found(place, say("no headquarters is called '{name}'; {hint}", name=name, hint=hint), cause=name)

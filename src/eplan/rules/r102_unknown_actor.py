from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R102",
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
    hazards: [forest-fire]
    commander: 分管林业副区长  # <- R102
    office: 区林业局
    members: [区林业局]
    no-plan-needed: 示例
""",
    },
    good={
        "data/units.yaml": """\
units:
  - name: 区政府
    kind: government
    contacts: [{post: 分管林业副区长}]
  - {name: 区林业局, kind: department, parent: 区政府}
""",
        "data/headquarters.yaml": """\
headquarters:
  - name: 区森林防火指挥部
    hazards: [forest-fire]
    commander: 分管林业副区长
    office: 区林业局
    members: [区林业局]
    no-plan-needed: 示例
""",
    },
)
def unknown_actor(repository: Repository) -> Iterator[Found]:
    """Whoever acts, commands or is told is a unit, a group, a post, a team, a headquarters or a fixed role.

    Fixed roles are 事发单位, 首报人 and 现场指挥部; working groups count inside their own plan. The finding suggests the
    nearest name. One unknown name is one finding, however often it is used; names declared in a file that cannot be
    read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("add it where it belongs or write the name it has there")
    for place, name, hint in unknown(repository, "actor", otherwise=advice):
        yield Found(
            place,
            say("'{name}' is no unit, group, post, team, headquarters or fixed role; {hint}", name=name, hint=hint),
            cause=name,
        )

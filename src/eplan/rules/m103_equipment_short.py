from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Quantity
from eplan.models.resources import Team
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "M103",
    severity=Severity.WARNING,
    bad={
        "data/teams.yaml": """\
teams:
  - id: 综合应急救援大队
    name: 综合应急救援大队
    kind: comprehensive
    unit: 区消防大队
    members: 86
    equipment:
      生命探测仪: 1台  # <- M103
      空气呼吸器: 36套
    standard: 综合应急救援装备配备要求
    required:
      生命探测仪: 2台
      空气呼吸器: 36套
      担架: 12副  # <- M103
    trained: [2012-09-18]
    insured-until: 2013-06-30
""",
        "data/units.yaml": "units:\n  - {name: 区消防大队, kind: fire}\n",
    },
    good={
        "data/teams.yaml": """\
teams:
  - id: 综合应急救援大队
    name: 综合应急救援大队
    kind: comprehensive
    unit: 区消防大队
    members: 86
    equipment:
      生命探测仪: 2台
      空气呼吸器: 40套
    standard: 综合应急救援装备配备要求
    required:
      生命探测仪: 2台
      空气呼吸器: 36套
    trained: [2012-09-18]
    insured-until: 2013-06-30
""",
        "data/units.yaml": "units:\n  - {name: 区消防大队, kind: fire}\n",
    },
)
def equipment_short(team: Placed[Team]) -> Iterator[Found]:
    """A team has the equipment that its standard asks for.

    What the standard asks for stands under `required`, what there is under `equipment`. Every item that is short is a
    finding.

    ## Why

    Protective gear that is missing for six of thirty-five keeps six at home, or sends them without.

    ## Source

    突发事件应对法 (2007) 第二十七条、(2024) 第四十条：为应急救援人员配备必要的防护装备和器材; the numbers: the team's own standard

    ## Not caught

    Teams without a standard; equipment counted in another unit of measure than the standard.
    """
    for item, wanted in team.model.required.items():
        has = team.model.equipment.get(item, Quantity(0, wanted.unit))
        if has.amount < wanted.amount and has.unit in (wanted.unit, ""):
            rows = team.on.requiring("team-equipment", team.model.kind)
            yield Found(
                team.at("equipment" if item in team.model.equipment else "required", item),
                say(
                    "{team} has {has} of {item}, its standard asks for {wanted}: provide the missing {missing}",
                    team=team.id,
                    has=Quantity(has.amount, wanted.unit),
                    item=item,
                    wanted=wanted,
                    missing=Quantity(wanted.amount - has.amount, wanted.unit),
                ),
                basis=rows,
            )

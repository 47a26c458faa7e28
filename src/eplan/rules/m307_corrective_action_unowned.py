from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.practice import Drill
from eplan.repository import Placed
from eplan.rule import Found, rule

_DRILL = """\
drills:
  - id: 滑坡转移演练
    unit: 银江镇
    form: evacuation
    held: 2012-12-14
    actions:
"""
_UNITS = "units:\n  - {name: 银江镇, kind: township}\n"


@rule(
    "M307",
    severity=Severity.WARNING,
    bad={
        "data/drills/2012.yaml": _DRILL
        + "      - {what: 第二集合点改到村小学旧址, owner: 银江镇}  # <- M307\n"
        + "      - {what: 增配担架和雨衣, due: 2013-03-31}  # <- M307\n",
        "data/units.yaml": _UNITS,
    },
    good={
        "data/drills/2012.yaml": _DRILL + "      - {what: 增配担架和雨衣, owner: 银江镇, due: 2013-03-31}\n",
        "data/units.yaml": _UNITS,
    },
)
def corrective_action_unowned(drill: Placed[Drill]) -> Iterator[Found]:
    """What a drill showed has an owner and a deadline until it is put right.

    ## Why

    "Should be improved" without a name and a day is improved by nobody.

    ## Source

    突发事件应急演练指南 应急办函〔2009〕62号：演练总结与改进 (guidance); practice
    """
    for index, action in enumerate(drill.model.actions):
        is_open = action.closed is None or action.closed > drill.on.as_of
        if is_open and (action.owner is None or action.due is None):
            yield Found(
                drill.at("actions", index),
                say(
                    "'{what}' after the drill {drill} lacks an owner or a deadline: write both (`owner`, `due`)",
                    what=action.what,
                    drill=drill.id,
                ),
            )

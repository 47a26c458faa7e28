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
    held: 2012-06-14
    evaluation: {{execution: 按预案进行, plan-usability: 可行, command: 顺畅, personnel: 到位, equipment: 铜锣声小, suggestions: 加装警报器}}
    actions:
      - what: 下院加装手摇警报器 1 台
        owner: 银江镇
        due: {due}
"""
_UNITS = "units:\n  - {name: 银江镇, kind: township}\n"


@rule(
    "M306",
    severity=Severity.WARNING,
    bad={"data/drills/2012.yaml": _DRILL.format(due="2012-10-31  # <- M306"), "data/units.yaml": _UNITS},
    good={"data/drills/2012.yaml": _DRILL.format(due="2013-03-31"), "data/units.yaml": _UNITS},
)
def corrective_action_overdue(drill: Placed[Drill]) -> Iterator[Found]:
    """What a drill showed is put right by its deadline.

    Every overdue action is its own finding.

    ## Why

    The drill has already paid for the lesson. Whoever does not put it right pays again, on the day.

    ## Source

    突发事件应急演练指南 应急办函〔2009〕62号：演练总结与改进 (guidance); practice

    ## Not caught

    Actions without a deadline, which is M307. Whether what was closed was really done.
    """
    today = drill.on.as_of
    for index, action in enumerate(drill.model.actions):
        is_open = action.closed is None or action.closed > today
        if is_open and action.due is not None and action.due < today:
            yield Found(
                drill.at("actions", index, "due"),
                say(
                    "'{what}' after the drill {drill} is overdue by {days} days (due {due}); {owner} answers "
                    "for it: finish it and write the day (`closed`)",
                    what=action.what,
                    drill=drill.id,
                    days=(today - action.due).days,
                    due=action.due,
                    owner=action.owner or say("nobody"),
                ),
            )

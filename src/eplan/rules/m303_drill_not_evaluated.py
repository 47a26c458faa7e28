from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.practice import Drill
from eplan.models.quantities import Duration
from eplan.repository import Placed
from eplan.rule import Found, rule

_USUAL = Duration(30, "d")
_EVALUATION = "    evaluation: {execution: 按预案进行, plan-usability: 可行, command: 顺畅, personnel: 到位, equipment: 适用, suggestions: 增配对讲机}\n"
_DRILL = """\
drills:
  - id: 食物中毒桌面推演
    unit: 区食药监局
    form: tabletop
    participants: 28
    held: 2012-09-13"""
_UNITS = "units:\n  - {name: 区食药监局, kind: department}\n"


@rule(
    "M303",
    severity=Severity.WARNING,
    bad={"data/drills/2012.yaml": f"{_DRILL}  # <- M303\n", "data/units.yaml": _UNITS},
    good={"data/drills/2012.yaml": f"{_DRILL}\n{_EVALUATION}", "data/units.yaml": _UNITS},
)
def drill_not_evaluated(drill: Placed[Drill]) -> Iterator[Found]:
    """A drill is evaluated within thirty days.

    ## Why

    A drill without evaluation was a performance. What went wrong is known for two weeks, then it is forgotten.

    ## Source

    突发事件应急演练指南 应急办函〔2009〕62号 (guidance); 国办发〔2013〕101号 第二十三条、国办发〔2024〕5号：演练评估; thirty days: practice

    ## Not caught

    How good the evaluation is: what it leaves out is M304.
    """
    held = drill.model.held
    if held is None or drill.model.evaluation is not None or held >= _USUAL.before(drill.on.as_of):
        return
    rows = drill.on.requiring("drill-evaluation", day=held)
    yield Found(
        drill.at("held"),
        say(
            "the drill {drill} of {held} has not been evaluated: evaluate it and write down what came out",
            drill=drill.id,
            held=held,
        ),
        basis=rows,
        severity=heaviest(rows, Severity.WARNING),
    )

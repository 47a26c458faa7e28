from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import Message, say
from eplan.models.practice import Drill, DrillEvaluation
from eplan.repository import Placed
from eplan.rule import Found, rule

_KEYS = {
    str(field.alias): Message(str(field.title))
    for field in DrillEvaluation.model_fields.values()
    if field.alias != "date"
}
"""The six questions, by key, in the words of the schema."""
_DRILL = """\
drills:
  - id: 防汛转移演练
    unit: 银江镇
    form: full
    held: 2012-06-14
    evaluation:{mark}
      execution: 27 户 31 分钟全部离开
      plan-usability: 第二集合点过涵洞，暴雨时可能过水
      command: 村干部包户到位
      equipment: 铜锣 5 户听不到
      suggestions: 改第二集合点，下院加装警报器
{rest}"""
_UNITS = "units:\n  - {name: 银江镇, kind: township}\n"


@rule(
    "M304",
    severity=Severity.INFO,
    bad={"data/drills/2012.yaml": _DRILL.format(mark="  # <- M304", rest=""), "data/units.yaml": _UNITS},
    good={
        "data/drills/2012.yaml": _DRILL.format(mark="", rest="      personnel: 3 名卧床老人由扑火队抬运\n"),
        "data/units.yaml": _UNITS,
    },
)
def drill_evaluation_incomplete(drill: Placed[Drill]) -> Iterator[Found]:
    """The evaluation of a drill answers all six questions.

    How the plan was carried out, whether it is usable, how command worked, how people acted, whether the equipment was
    fit, what should be improved. From 2013-10-25 they are asked by the rules on plans in force; before, they are
    practice.

    ## Why

    The question that is left out is usually the one with the unpleasant answer.

    ## Source

    突发事件应急预案管理办法 国办发〔2013〕101号 第二十三条、国办发〔2024〕5号；before, practice
    """
    evaluation, held = drill.model.evaluation, drill.model.held
    if evaluation is None:
        return
    rows = tuple(row for row in drill.on.requiring("drill-evaluation", day=held) if row.includes)
    asked = {key for row in rows for key in row.includes} or set(_KEYS)
    open_questions = [
        words for key, words in _KEYS.items() if key in asked and not getattr(evaluation, key.replace("-", "_"))
    ]
    if open_questions:
        yield Found(
            drill.at("evaluation"),
            say(
                "the evaluation of {drill} says nothing on: {questions}: add it",
                drill=drill.id,
                questions=open_questions,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.INFO),
        )

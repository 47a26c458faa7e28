from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import in_order, is_left_to_law, ladders, number_name, overlaps, steps
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P501",
    severity=Severity.WARNING,
    bad={
        NAME: """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区住建局
grades:
  - {level: 1, name: 特别重大, thresholds: {deaths: ">=300"}}
  - {level: 2, name: 重大, thresholds: {deaths: ">=50 <=300"}}  # <- P501
  - {level: 3, name: 较大, thresholds: {deaths: ">=10 <50"}}
"""
    },
    good=sound_folder(),
)
def thresholds_overlap(plan: Placed[Plan]) -> Iterator[Found]:
    """No number belongs to two grades: 30 dead are of one grade only.

    以上 includes the number (`>=`), 以下 does not (`<`); people are counted whole, so `<=29` and `<30` are the same.

    ## Why

    The classic copying mistake: 30 in both grades. Who reports and who commands then hangs on who reads first.

    ## Source

    生产安全事故报告和调查处理条例 第四十四条、地质灾害防治条例 第四条 and others: “以上”包括本数，“以下”不包括本数

    ## Not caught

    Numbers that are not those of the statute, which is P504. Grades in the wrong order, which is P503. A lesser grade
    without an upper end (`>=10` beside `>=30`): the graver one goes first. Numbers in `criteria` that are put
    otherwise than 死亡10人以上30人以下.
    """
    for key, rungs in ladders(plan.model.grades):
        for graver, lesser in steps(rungs) if in_order(rungs) else ():
            if overlaps(graver, lesser) and not is_left_to_law(plan, key, graver, lesser):
                yield Found(
                    plan.at(*lesser.loc),
                    say(
                        "{key}: grade {graver} ({one}) and grade {lesser} ({other}) overlap: let one end where "
                        "the other begins",
                        key=number_name(key),
                        graver=graver.level,
                        one=graver.bounds.text,
                        lesser=lesser.level,
                        other=lesser.bounds.text,
                    ),
                )

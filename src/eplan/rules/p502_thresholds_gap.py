from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import Rung, in_order, is_capped, is_left_to_law, ladders, leaves_gap, number_name, steps
from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P502",
    severity=Severity.WARNING,
    bad={
        NAME: """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区住建局
grades:
  - {level: 1, name: 特别重大, thresholds: {deaths: ">=300"}}
  - {level: 2, name: 重大, thresholds: {deaths: ">=50 <300"}}
  - {level: 3, name: 较大, thresholds: {deaths: ">=10 <=48"}}  # <- P502
"""
    },
    good=sound_folder(),
)
def thresholds_gap(plan: Placed[Plan]) -> Iterator[Found]:
    """Between two grades that follow each other no number is left out, and the gravest has no upper end.

    People are counted whole: after `<=9` comes `>=10`. Areas and money are not: `<=9` and `>=10` leave out 9.5.

    ## Why

    An event in the gap has no grade, so nobody is bound to report it or to take command.

    ## Source

    生产安全事故报告和调查处理条例 第三条、地质灾害防治条例 第四条、森林防火条例 第四十条: grades without gaps

    ## Not caught

    Numbers that are not those of the statute, which is P504. Grades in the wrong order, which is P503. A key that a
    grade in between does not have. What lies below the lowest grade. Numbers in `criteria` that are put otherwise
    than 死亡10人以上30人以下.
    """
    for key, rungs in ladders(plan.model.grades):
        if not in_order(rungs):
            continue
        for graver, lesser in steps(rungs):
            if leaves_gap(graver, lesser) and not is_left_to_law(plan, key, graver, lesser):
                yield Found(plan.at(*lesser.loc), _between(key, graver, lesser))
        top = rungs[0]
        if is_capped(top) and not is_left_to_law(plan, key, top):
            message = say(
                "{key}: grade 1 ends at '{bounds}', and what lies above has no grade: take the upper end away",
                key=number_name(key),
                bounds=top.bounds.text,
            )
            yield Found(plan.at(*top.loc), message)


def _between(key: str, graver: Rung, lesser: Rung) -> Message:
    return say(
        "{key}: between grade {lesser} ({other}) and grade {graver} ({one}) a number is left out:"
        " let one end where the other begins",
        key=number_name(key),
        lesser=lesser.level,
        other=lesser.bounds.text,
        graver=graver.level,
        one=graver.bounds.text,
    )

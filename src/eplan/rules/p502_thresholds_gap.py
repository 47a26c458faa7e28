from collections.abc import Iterator
from math import inf

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import Rung, is_left_to_law, is_reversed, ladders, leaves_gap, steps
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

    Numbers that are not those of the statute, which is P504. A key that a grade in between does not have. What lies
    below the lowest grade. Numbers in `criteria`.
    """
    if plan.model.edition.is_withdrawn_on(plan.on.as_of):
        return
    for key, rungs in ladders(plan.model.grades):
        for graver, lesser in steps(rungs):
            if leaves_gap(graver, lesser) and not (
                is_reversed(graver, lesser) or is_left_to_law(plan, key, graver, lesser)
            ):
                yield Found(plan.at("grades", lesser.position, "thresholds", key), _between(key, graver, lesser))
        top = rungs[0]
        if (
            top.level == 1
            and top.stretch.stop[0] < inf
            and not any(is_reversed(*pair) for pair in steps(rungs))
            and not is_left_to_law(plan, key, top)
        ):
            message = say(
                "{key}: grade 1 ends at '{bounds}', and what lies above has no grade", key=key, bounds=top.bounds.text
            )
            yield Found(plan.at("grades", top.position, "thresholds", key), message)


def _between(key: str, graver: Rung, lesser: Rung) -> Message:
    return say(
        "{key}: between grade {lesser} ({other}) and grade {graver} ({one}) a number is left out",
        key=key,
        lesser=lesser.level,
        other=lesser.bounds.text,
        graver=graver.level,
        one=graver.bounds.text,
    )

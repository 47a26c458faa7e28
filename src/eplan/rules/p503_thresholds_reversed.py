from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import is_left_to_law, is_reversed, ladders, number_name, steps
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P503",
    severity=Severity.WARNING,
    bad={
        NAME: """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区住建局
grades:
  - {level: 1, name: 特别重大, thresholds: {deaths: ">=300"}}
  - {level: 2, name: 重大, thresholds: {deaths: ">=10 <50"}}
  - {level: 3, name: 较大, thresholds: {deaths: ">=50 <300"}}  # <- P503
"""
    },
    good=sound_folder(),
)
def thresholds_reversed(plan: Placed[Plan]) -> Iterator[Found]:
    """The graver the grade, the larger its numbers: level 1 is the gravest.

    ## Why

    Two lines exchanged, and the larger event is handled by the smaller command.

    ## Source

    突发事件应对法 (2007) 第三条、第四十二条、(2024) 第三条、第六十三条: level one is the highest

    ## Not caught

    Numbers that are not those of the statute, which is P504. Numbers in `criteria` that are put otherwise than
    死亡10人以上30人以下.
    """
    for key, rungs in ladders(plan.model.grades):
        for graver, lesser in steps(rungs):
            if is_reversed(graver, lesser) and not is_left_to_law(plan, key, graver, lesser):
                yield Found(
                    plan.at(*lesser.loc),
                    say(
                        "{key}: grade {lesser} ({other}) lies above the graver grade {graver} ({one}): exchange "
                        "the numbers",
                        key=number_name(key),
                        lesser=lesser.level,
                        other=lesser.bounds.text,
                        graver=graver.level,
                        one=graver.bounds.text,
                    ),
                )

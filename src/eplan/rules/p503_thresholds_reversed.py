from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import is_reversed, ladders, steps
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P503",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            '{level: 2, name: 重大, thresholds: {deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}}\n',
            '{level: 2, name: 重大, thresholds: {deaths: ">=3 <10", burnt-hectares: ">=100 <1000"}}\n',
        ),
        (
            '{level: 3, name: 较大, thresholds: {deaths: ">=3 <10", burnt-hectares: ">=1 <100"}}\n',
            '{level: 3, name: 较大, thresholds: {deaths: ">=10 <30", burnt-hectares: ">=1 <100"}}  # <- P503\n',
        ),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def thresholds_reversed(plan: Placed[Plan]) -> Iterator[Found]:
    """The graver the grade, the larger its numbers: level 1 is the gravest.

    ## Why

    Two lines exchanged, and the larger event is handled by the smaller command.

    ## Source

    突发事件应对法 (2007) 第三条、第四十二条、(2024) 第三条、第六十三条: level one is the highest
    """
    for key, rungs in ladders(plan.model.grades):
        for graver, lesser in steps(rungs):
            if is_reversed(graver, lesser):
                yield Found(
                    plan.at("grades", lesser.position, "thresholds", key),
                    say(
                        "{key}: grade {lesser} ({other}) lies above the graver grade {graver} ({one})",
                        key=key,
                        lesser=lesser.level,
                        other=lesser.bounds.text,
                        graver=graver.level,
                        one=graver.bounds.text,
                    ),
                )

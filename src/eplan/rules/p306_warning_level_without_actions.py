from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.vocabulary import label
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P306",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("    warning: [red, orange, yellow, blue]\n", "    warning: [red, orange, yellow]\n"),
        (
            "    - {colour: blue, criteria: 三级火险, issued-by: 区林业局, lifted-when: 火险降级}\n",
            "    - {colour: blue, criteria: 三级火险, issued-by: 区林业局, lifted-when: 火险降级}  # <- P306\n",
        ),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def warning_level_without_actions(plan: Placed[Plan]) -> Iterator[Found]:
    """Every warning colour has actions of its own.

    An action without `warning` is done anyway and does not tell the colours apart; it does not count here.

    ## Why

    A warning that changes nothing is only a colour: whoever hears it must find what is done now.

    ## Source

    突发事件应对法 (2007) 第四十四条、第四十五条、(2024) 第六十六条、第六十七条: measures after a warning of levels four and three, and of two and one

    ## Not caught

    Plans whose actions name no colour at all.
    """
    levels = plan.model.warning.levels if plan.model.warning else ()
    reached = {colour for action in plan.model.actions for colour in action.warning}
    if not reached:
        return
    for index, level in enumerate(levels):
        if level.colour not in reached:
            yield Found(
                plan.at("warning", "levels", index),
                say(
                    "no action is done on a {colour} warning: add it to the actions' `warning`",
                    colour=label(level.colour),
                ),
            )

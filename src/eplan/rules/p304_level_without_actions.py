from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P304",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("    what: 扑打明火\n", "    what: 扑打明火\n    note: 例\n"),
        ("    response: [1, 2, 3, 4]\n    who: [扑火组]", "    response: [1, 2, 3]\n    who: [扑火组]"),
        ("    response: [1, 2, 3, 4]\n    who: [区公安分局]", "    response: [1, 2]\n    who: [区公安分局]"),
        (
            "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, "
            "ended-by: 区林业局}\n",
            "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, "
            "ended-by: 区林业局}  # <- P304\n",
        ),
    ),
    good=sound_folder(),
)
def level_without_actions(plan: Placed[Plan]) -> Iterator[Found]:
    """Every response level has actions of its own.

    An action without `response` is done at every level and does not tell the levels apart; it does not count here.

    ## Why

    A level that changes nothing is only a word. Whoever starts it must find what is done now that was not done before.

    ## Source

    突发事件应对法 (2024) 第七十一条 (response levels with measures); practice before

    ## Not caught

    Plans whose actions name no level at all: they do not grade their response, which is another finding.
    """
    levels = plan.model.response.levels if plan.model.response else ()
    reached = {level for action in plan.model.actions for level in action.response}
    if not reached:
        return
    for index, level in enumerate(levels):
        if level.level not in reached:
            yield Found(
                plan.at("response", "levels", index),
                say(
                    "no action is done at response level {level}: add it to the actions' `response`", level=level.level
                ),
            )

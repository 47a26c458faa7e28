from collections.abc import Iterator

from eplan.contents import is_filled
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P301",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}\n",
            "    - {level: 4, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}  # <- P301\n",
        )
    ),
    good=sound_folder(),
)
def level_without_trigger(plan: Placed[Plan]) -> Iterator[Found]:
    """Every response level says what triggers it.

    ## Why

    At night nobody argues for an hour whether it is level 3 or level 4: the plan says which number starts which level.

    ## Source

    突发事件应对法 (2024) 第七十一条：应急预案应当对突发事件的应急响应级别作出规定；2007 年法以各级预案为准 (practice before 2024-11-01)

    ## Not caught

    Whether the trigger can be measured. Plans without response levels (P103).
    """
    levels = plan.model.response.levels if plan.model.response else ()
    for index, level in enumerate(levels):
        if not is_filled(level.trigger):
            yield Found(
                plan.at("response", "levels", index, "trigger"),
                say("response level {level} says no trigger: write when it is started (`trigger`)", level=level.level),
            )

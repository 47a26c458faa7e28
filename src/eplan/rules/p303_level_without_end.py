from collections.abc import Iterator

from eplan.contents import is_filled
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P303",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}\n",
            "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ended-by: 区林业局}  # <- P303\n",
        )
    ),
    good=sound_folder(),
)
def level_without_end(plan: Placed[Plan]) -> Iterator[Found]:
    """Every response level says when it ends.

    ## Why

    A response without an end keeps people and stock bound, and nobody begins the recovery.

    ## Source

    突发事件应对法 (2007) 第五十八条、(2024) 第八十六条：威胁和危害得到控制或者消除后停止执行应急处置措施

    ## Not caught

    Who ends it (`ended-by`): mostly who started it. Plans without response levels (P103).
    """
    levels = plan.model.response.levels if plan.model.response else ()
    for index, level in enumerate(levels):
        if not is_filled(level.ends_when):
            yield Found(
                plan.at("response", "levels", index, "ends-when"),
                say("response level {level} says no end: write when it is stood down (`ends-when`)", level=level.level),
            )

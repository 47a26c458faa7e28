from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P302",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}\n",
            "    - {level: 4, trigger: 一般火灾, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}  # <- P302\n",
        )
    ),
    good=sound_folder(),
)
def level_without_decider(plan: Placed[Plan]) -> Iterator[Found]:
    """Every response level says who decides on it.

    ## Why

    A level that nobody may start is not started; the duty officer has to know whom to wake.

    ## Source

    GB/T 29639-2020 6.3.3 响应启动 (recommended); practice for government plans

    ## Not caught

    Whether the one named has the power to decide. Plans without response levels (P103).
    """
    levels = plan.model.response.levels if plan.model.response else ()
    for index, level in enumerate(levels):
        if not level.decided_by:
            yield Found(
                plan.at("response", "levels", index, "decided-by"),
                say(
                    "response level {level} does not say who starts it: name the headquarters, unit or post (`decided-by`)",
                    level=level.level,
                ),
            )

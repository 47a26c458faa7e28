from collections.abc import Iterator

from eplan.contents import is_filled
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P305",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "escalates-to: 市森林防火指挥部, ends-when: 明火全部扑灭, ended-by: 区森林防火指挥部}",
            "ends-when: 明火全部扑灭, ended-by: 区森林防火指挥部}  # <- P305",
        )
    ),
    good=sound_folder(),
)
def highest_level_without_escalation(plan: Placed[Plan]) -> Iterator[Found]:
    """The highest response level says who takes over above it.

    Asked of plans that have a plan above them (`parent`).

    ## Why

    The graded mechanism (递进式应急机制) lives from the hand-over: when the district's means are not enough, it must be
    written who is asked.

    ## Source

    攀枝花市东区加强公共安全应急体系建设实施方案 四（四）2 递进式应急机制; practice elsewhere

    ## Not caught

    Plans that name no plan above them. Whether the body named is really the one above.
    """
    levels = plan.model.response.levels if plan.model.response else ()
    if plan.model.parent is None or not levels:
        return
    index = min(range(len(levels)), key=lambda position: levels[position].level)
    if not is_filled(levels[index].escalates_to):
        yield Found(
            plan.at("response", "levels", index, "escalates-to"),
            say(
                "level {level} is the highest, but nobody is named who takes over above it: name the body"
                " (`escalates-to`)",
                level=levels[index].level,
            ),
        )

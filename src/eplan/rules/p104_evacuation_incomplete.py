from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.models.plan_action import Action
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P104",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  - id: a4\n", "  - id: a4  # <- P104\n"),
        ("    route: 沿环山路至体育场，避开下风方向\n", ""),
        ("    vulnerable: 老人、儿童、病人由专人专车护送\n", ""),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def evacuation_incomplete(plan: Placed[Plan]) -> Iterator[Found]:
    """An action that evacuates people names the shelter, the route and how vulnerable people are provided for.

    The shelters of the plan's support part count for all its evacuations.

    ## Why

    People who are told to leave ask where to and how; those who cannot walk are the ones who stay behind.

    ## Source

    地质灾害防治条例 第二十六条：人员财产撤离、转移路线; 自然灾害救助条例 第十一条：避难场所; 突发事件应对法 (2024) 第十一条：优先保护

    ## Not caught

    Evacuations that are only told in words: an action counts by its `measure`. Whether the shelter is large enough.
    """
    support = plan.model.support
    sheltered = bool(support and support.shelters)
    for index, action in enumerate(plan.model.actions):
        if action.measure == "evacuation" and (missing := list(_missing(action, sheltered))):
            yield Found(
                plan.at("actions", index),
                say("evacuation {id} does not say: {missing}: add it", id=action.id, missing=missing),
                basis=() if action.vulnerable else plan.on.requiring("vulnerable-people"),
                severity=Severity.WARNING,
            )


def _missing(action: Action, sheltered: bool) -> Iterator[Message]:
    if not sheltered and not (action.with_ and action.with_.shelters):
        yield say("where to (`with.shelters`)")
    if not (action.route and action.route.strip()):
        yield say("by which way (`route`)")
    if not (action.vulnerable and action.vulnerable.strip()):
        yield say("how vulnerable people are brought along (`vulnerable`)")

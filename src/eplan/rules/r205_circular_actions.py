from collections.abc import Iterator

from eplan.cycles import cycles
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.plan_action import Action
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "R205",
    severity=Severity.ERROR,
    bad={
        "data/plans/department/forestry.yaml": """\
title: 区林业局森林火灾应急预案
kind: department
owner: 区林业局
actions:
  - {id: a1, phase: onset, who: [区林业局], what: 报告火情, after: [a2]}  # <- R205
  - {id: a2, phase: during, who: [区林业局], what: 扑打明火, when: {within: 1h, of: a1}}
""",
    },
    good=sound_folder(),
)
def circular_actions(plan: Placed[Plan]) -> Iterator[Found]:
    """No action of a plan waits for itself, not even by way of others.

    An action waits for those in `after` and for the action from which its time is counted (`when.of`).

    ## Why

    Whoever follows such a plan never gets to begin.

    ## Source

    practice
    """
    ids = [action.id for action in plan.model.actions]
    for circle in cycles({action.id: _before(action) for action in plan.model.actions}):
        chain = (*circle, circle[0])
        message = say("these actions wait for each other: {actions}; take one of them out", actions=chain)
        yield Found(plan.at("actions", ids.index(circle[0]), "after"), message)


def _before(action: Action) -> tuple[str, ...]:
    first = (*action.after, action.when.of) if action.when and action.when.of else action.after
    return tuple(dict.fromkeys(first))

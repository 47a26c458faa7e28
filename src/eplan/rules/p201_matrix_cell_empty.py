from collections.abc import Iterator

from eplan.contents import ASKED
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.plan_action import QUESTIONS, Action
from eplan.models.vocabulary import PHASES, label
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P201",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("actions:\n", "actions:  # <- P201\n"),
        (
            "    when: {within: 2d, of: a3}\n    with: {teams: [森林消防队], supplies: {风力灭火机: 20台}}\n",
            "    when: {within: 2d, of: a3}\n",
        ),
    ),
    good=sound_folder(),
)
def matrix_cell_empty(plan: Placed[Plan]) -> Iterator[Found]:
    """In each of the four phases the actions answer who, what, how, when and with what.

    The matrix of before, onset, during and after against the five questions has twenty cells. A cell is empty when no
    action of that phase answers that question. A phase without any action is one finding, not five.

    ## Why

    A plan must answer 谁来做、怎样做、做什么、何时做、用什么资源做 for 事前、事发、事中、事后: that is what a plan is.

    ## Source

    应急管理体系建设（一案三制）：解决“突发事件事前、事发、事中、事后，谁来做、怎样做、做什么、何时做、用什么资源做”的问题 (practice)

    ## Not caught

    An action that leaves one question open while another action of its phase answers it (P202). Plans without actions.
    """
    if not plan.model.actions:
        return
    complete = {action.phase for action in plan.model.actions if len(action.answered) == len(QUESTIONS)}
    for phase in PHASES:
        if phase in complete:
            continue
        actions = [action for action in plan.model.actions if action.phase == phase]
        if not actions:
            yield Found(
                plan.at("actions"),
                say("no action in the phase '{phase}': say who does what, how, when and with what", phase=label(phase)),
            )
            continue
        answered = {question for action in actions for question in action.answered}
        for question in QUESTIONS:
            if question not in answered:
                yield Found(
                    plan.at("actions"),
                    say(
                        "in the phase '{phase}' no action says {question}: fill in `{key}`, for instance at {actions}",
                        phase=label(phase),
                        question=ASKED[question],
                        key=question,
                        actions=[action.id for action in _closest(actions)],
                    ),
                )


def _closest(actions: list[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: -len(action.answered))[:3]

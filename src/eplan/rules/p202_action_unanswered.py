from collections.abc import Iterator

from eplan.contents import ASKED
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.plan_action import QUESTIONS
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P202",
    severity=Severity.INFO,
    bad=sound_folder(
        ("  - id: a5\n    phase: after\n    who: [区林业局]\n", "  - id: a5  # <- P202\n    phase: after\n"),
        (
            "actions:\n",
            "actions:\n  - {id: a0, phase: after, who: [区林业局], what: 总结, how: 会议, when: {event: 结束}, "
            "with: {supplies: {对讲机: 1部}}}\n",
        ),
    ),
    good=sound_folder(),
)
def action_unanswered(plan: Placed[Plan]) -> Iterator[Found]:
    """Every action says who does what, how and when.

    Repetitions in one plan are one finding. With what means is asked by phase only (P201): not every action needs any.

    ## Why

    The person on duty reads one line of the plan, not the plan.

    ## Source

    practice; the five questions of 一案三制

    ## Not caught

    How good an answer is. Questions that no action of the phase answers, and with what means (P201).
    """
    said = [action.answered for action in plan.model.actions]
    if all(answers == QUESTIONS for answers in said):
        return
    answered = {(action.phase, asked) for action, asks in zip(plan.model.actions, said, strict=True) for asked in asks}
    for index, action in enumerate(plan.model.actions):
        left = (asked for asked in QUESTIONS if asked not in said[index] and asked != "with")
        missing = [asked for asked in left if (action.phase, asked) in answered]
        if missing:
            yield Found(
                plan.at("actions", index),
                say(
                    "action {id} does not say {missing}: fill it in",
                    id=action.id,
                    missing=[say("{question} (`{key}`)", question=ASKED[key], key=key) for key in missing],
                ),
                cause=f"{plan.document.path}:{missing}",
            )

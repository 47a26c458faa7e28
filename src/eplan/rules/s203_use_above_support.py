from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.needs import uses
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "S203",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    when: {within: 1h, of: activation}\n    with: {supplies: {对讲机: 10部}, shelters: [体育场避难场所]}\n",
            "    when: {within: 1h, of: activation}\n"
            "    with: {supplies: {对讲机: 15部}, shelters: [体育场避难场所]}  # <- S203\n",
        ),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def use_above_support(plan: Placed[Plan]) -> Iterator[Found]:
    """No action takes more of an item than the plan's support lists.

    ## Why

    What the stores must hold is read off `support.supplies`: an action that counts on more finds the shelf empty.

    ## Source

    practice

    ## Not caught

    Items that the support does not list; then the actions alone say the need (S201). Several actions that take the
    same item one after the other, and amounts in another unit of measure (S108).
    """
    listed = plan.model.support.supplies if plan.model.support else {}
    for use in uses(plan.model) if listed else ():
        most = listed.get(use.item)
        if most and most.unit == use.quantity.unit and use.quantity.amount > most.amount:
            yield Found(
                plan.at(*use.loc),
                say(
                    "action {action} takes {quantity} of {item}, but the plan's support lists only {most}: correct one of "
                    "them",
                    action=use.action.id,
                    quantity=use.quantity,
                    item=use.item,
                    most=most,
                ),
            )

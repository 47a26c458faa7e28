from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P403",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "{name: 扑火组, lead: 区林业局, members: [区公安分局], duties: 扑打明火，清理余火}",
            "{name: 扑火组, members: [区公安分局], duties: 扑打明火，清理余火}  # <- P403",
        ),
    ),
    good=sound_folder(),
)
def group_without_lead(plan: Placed[Plan]) -> Iterator[Found]:
    """Every working group has a lead.

    ## Why

    A group that nobody leads does not form: on the spot each unit waits for the other.

    ## Source

    practice; 应急预案编制导则与真实预案均写明牵头单位

    ## Not caught

    Whether the lead is able to lead. Groups that a headquarters keeps outside its plans.
    """
    for index, group in enumerate(plan.model.command.groups if plan.model.command else ()):
        if not group.lead:
            yield Found(
                plan.at("command", "groups", index),
                say("group '{group}' has no lead: name the unit or post (`lead`)", group=group.name),
            )

from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "E203",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "{from: 区应急办, to: 区政府, within: 30min, by: written}",
            "{from: 区应急办, to: 区政府, by: written}  # <- E203",
        ),
    ),
    good=sound_folder(),
)
def hop_without_limit(plan: Placed[Plan]) -> Iterator[Found]:
    """Every step of a reporting chain says within what time.

    All such steps of one plan are one finding; so is a part on reporting that has no chain.

    ## Why

    'At once' is an hour at night; only a number can be kept, and checked.

    ## Source

    practice; 信息报送：明确报告责任主体和时限

    ## Not caught

    Plans without any part on reporting (P101). Withdrawn plans.
    """
    if plan.model.reporting is None:
        return
    chain = plan.model.reporting.chain
    if not chain:
        yield Found(
            plan.at("reporting"), say("no chain of reports: write who tells whom and within what time (`chain`)")
        )
    timed = {(hop.from_, hop.to) for hop in chain if hop.within}
    for index, hop in enumerate(chain):
        if (hop.from_, hop.to) not in timed:
            yield Found(
                plan.at("reporting", "chain", index),
                say(
                    "{sender} tells {receiver} without a limit of time: write `within`",
                    sender=hop.from_,
                    receiver=hop.to,
                ),
                cause=str(plan.document.path),
            )

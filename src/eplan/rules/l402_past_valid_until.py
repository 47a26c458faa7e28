from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "L402",
    severity=Severity.WARNING,
    bad=sound_folder(("  issued: 2012-09-12\n", "  issued: 2012-09-12\n  valid-until: 2012-11-30  # <- L402\n")),
    good=sound_folder(("  issued: 2012-09-12\n", "  issued: 2012-09-12\n  valid-until: 2015-09-30\n")),
)
def past_valid_until(plan: Placed[Plan]) -> Iterator[Found]:
    """A plan is not used beyond the last day that it sets itself.

    ## Why

    A plan that says of itself that it has ended gives nobody an order.

    ## Source

    practice

    ## Not caught

    Plans without a last day, and withdrawn ones.
    """
    edition, today = plan.model.edition, plan.on.as_of
    if edition.valid_until and edition.valid_until < today:
        yield Found(
            plan.at("edition", "valid-until"),
            say(
                "the plan was valid until {day}, {days} days ago: issue a new edition, or withdraw it (`withdrawn`)",
                day=edition.valid_until,
                days=(today - edition.valid_until).days,
            ),
        )

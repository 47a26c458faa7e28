from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.quantities import earliest
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "L101",
    severity=Severity.ERROR,
    bad=sound_folder(("  issued: 2012-09-12\n", "  issued: 2012-08-28  # <- L101\n")),
    good=sound_folder(),
)
def issued_before_approved(plan: Placed[Plan]) -> Iterator[Found]:
    """A plan is issued after it was approved, or on the same day.

    ## Why

    A plan that goes out before the decision binds nobody; either the date is wrong or the decision was never taken.

    ## Source

    practice; 预案由本级政府或部门批准后印发（突发事件应急预案管理办法 国办发〔2013〕101号 for special plans）

    ## Not caught

    Who approved it. Days in one month where only the month is written.
    """
    edition = plan.model.edition
    if edition.issued and edition.approved and edition.issued < earliest(edition.approved.date):
        yield Found(
            plan.at("edition", "issued"),
            say(
                "issued on {issued}, but approved only on {approved}: correct the date that is wrong",
                issued=edition.issued,
                approved=edition.approved.date,
            ),
        )

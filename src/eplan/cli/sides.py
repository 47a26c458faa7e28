"""The two sides of a comparison, as the command line names them."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from eplan.changes import Comparison, compare
from eplan.cli.shared import Shared
from eplan.messages import Refusal, say
from eplan.verifying.approval import since_approval

if TYPE_CHECKING:
    from eplan.repository import Repository


def repository(shared: Shared, day: date | None = None) -> "Repository":
    """The records of the folder or of the revision that `shared` names; no rules are run."""
    return shared.checked([], day).repository


def compared(shared: Shared, first: str, second: str | None = None) -> Comparison:
    """From a revision to a second one, or to the folder; plans are judged on the same day on both sides."""
    day = shared.day
    after = replace(shared, at=second) if second else shared
    return compare(repository(replace(shared, at=first), day), repository(after, day))


def compared_since_approval(shared: Shared, plan: str) -> Comparison:
    """From the text of a plan that was approved to what stands there now."""
    now = repository(shared)
    found = now.plan_by_id.get(plan)
    if found is None:
        raise Refusal(say("no plan is called '{plan}'; `eplan status` lists the plans", plan=plan))
    return since_approval(shared.repo, shared.at or "HEAD", found)

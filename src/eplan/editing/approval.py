"""An approval written into a plan: the day, who approved and signed, and the fingerprints of what was approved."""

from collections.abc import Iterator
from datetime import date

from eplan.digest import digest_of
from eplan.document import Document
from eplan.editing.splicing import put
from eplan.messages import Refusal, say
from eplan.models.plan import Plan
from eplan.repository import Placed


def approved(plan: Placed[Plan], day: date, by: str | None, signed_by: str | None) -> bytes:
    """The plan's file with the approval of `day`; who approved and signed stays where nothing else is said."""
    entries = dict(_entries(plan, day, by, signed_by))
    return put(_with_edition(plan.document), ("edition", "approved"), entries)


def _entries(plan: Placed[Plan], day: date, by: str | None, signed_by: str | None) -> Iterator[tuple[str, object]]:
    before = plan.model.edition.approved
    if before and day < before.date:
        raise Refusal(say("'{plan}' was approved later than that, on {day}", plan=plan.id, day=before.date))
    digest = digest_of(plan.document.data)
    yield "date", day.isoformat()
    if by:
        yield "by", by
    if signed_by:
        yield "signed-by", signed_by
    yield "digest", {"substance": digest.substance, "whole": digest.whole}


def _with_edition(document: Document) -> Document:
    if isinstance(document.data.get("edition"), dict):
        return document
    raise Refusal(say("{file} has no `edition`: write its number first", file=str(document.path)))

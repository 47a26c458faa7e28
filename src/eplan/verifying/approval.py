"""The text of a plan that was approved, found in the folder's past by its fingerprints."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from eplan.changes import Comparison, compare
from eplan.digest import digest_of
from eplan.document import Document
from eplan.history import History
from eplan.messages import Refusal, say
from eplan.models.edition import Digest
from eplan.models.kinds import CONFIG, kind_of
from eplan.models.plan import Plan
from eplan.parsing import parse
from eplan.reading import Sources
from eplan.repository import Placed, Repository
from eplan.workspace import check_sources

LIMIT = 2000
"""Revisions that are looked at."""


def since_approval(root: Path, start: str, plan: Placed[Plan]) -> Comparison:
    """What changed in a plan since it was approved: since the newest text that has the approved fingerprints."""
    approved = plan.model.edition.approved.digest if plan.model.edition.approved else None
    if approved is None:
        wish = say(
            "the approval of '{plan}' carries no fingerprints, so the approved text cannot be found", plan=plan.id
        )
        raise Refusal(wish)
    with History(root) as history:
        found = next(_versions(history, start, plan.id, approved), None)
    if found is None:
        wish = say(
            "no revision of '{plan}' has the fingerprints that were approved ({digest})",
            plan=plan.id,
            digest=approved.whole,
        )
        raise Refusal(wish)
    return compare(_alone(found, plan), _only(plan), [Plan])


def _versions(history: History, start: str, plan: str, approved: Digest) -> Iterator[Document]:
    """The versions of a plan's file with the approved fingerprints, newest first."""
    seen: set[str] = set()
    for revision in history.revisions(start, LIMIT):
        for name, blob in revision.blobs.items():
            path = PurePosixPath(name)
            if path.stem == plan and blob not in seen and _is_plan(path):
                seen.add(blob)
                document = parse(path, history.content(blob))
                if isinstance(document, Document) and digest_of(document.data) == approved:
                    yield document


def _is_plan(path: PurePosixPath) -> bool:
    kind = kind_of(path)
    return kind is not None and kind.name == "plans"


def _alone(document: Document, plan: Placed[Plan]) -> Repository:
    """A repository with nothing but this plan."""
    sources = Sources({document.path: document.source}, frozenset((str(document.path), str(CONFIG))))
    return check_sources(sources, plan.on.as_of, []).repository


def _only(plan: Placed[Plan]) -> Repository:
    return replace(Repository(plan.on), records={Plan: (plan,)})

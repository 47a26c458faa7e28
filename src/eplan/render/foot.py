"""The line at the foot of pages: their edition and revision, and the code that `eplan verify` knows them by."""

from eplan.messages import Translator, say
from eplan.models.edition import Edition

_SHORT = 10


def foot_line(code: str, revision: str | None, translate: Translator) -> str:
    """The foot of the pages of a document that are about no single plan."""
    return _joined((_revision(revision, translate), _code(code, translate)))


def plan_foot_line(edition: Edition, code: str, revision: str | None, translate: Translator) -> str:
    """The foot of the pages of a plan."""
    version = translate(say("version {version}", version=edition.version)) if edition.version else ""
    return _joined((edition.number or "", version, _revision(revision, translate), _code(code, translate)))


def short_revision(revision: str) -> str:
    """As much of a commit's id as people read."""
    return revision[:_SHORT]


def _revision(revision: str | None, translate: Translator) -> str:
    return translate(say("revision {revision}", revision=short_revision(revision))) if revision else ""


def _code(code: str, translate: Translator) -> str:
    return translate(say("code {code}", code=code))


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(filter(None, parts))

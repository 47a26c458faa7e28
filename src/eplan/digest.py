"""Fingerprints of a plan's content: what was approved can be told from what stands in the file now."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from eplan.models.edition import Digest

SUBSTANCE = ("command", "grades", "warning", "reporting", "response", "actions")
"""What an approval is about: whoever changes it needs a new one."""
_BESIDE = frozenset(("accept", "note"))
_LENGTH = 16


def digest_of(data: Mapping[str, Any]) -> Digest:
    """The fingerprints of a plan file's data; its edition, notes and accepted findings do not count."""
    whole = {key: content(value) for key, value in data.items() if key not in _BESIDE and key != "edition"}
    substance = {key: whole[key] for key in SUBSTANCE if key in whole}
    return Digest(substance=_fingerprint(substance), whole=_fingerprint(whole))


def content(value: Any) -> Any:
    """Data without notes and accepted findings."""
    match value:
        case dict():
            return {key: content(item) for key, item in value.items() if key not in _BESIDE}
        case tuple() | list():
            return [content(item) for item in value]
        case _:
            return value


def _fingerprint(value: Any) -> str:
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]

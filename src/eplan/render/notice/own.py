"""What a folder brings of its own for its letters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WORD_TEMPLATE = "templates/word/notice.docx"
"""The office's own Word template; without it the built-in layout is used."""


@dataclass(frozen=True)
class Own:
    """Text templates by name, which replace built-in ones, and the office's Word template."""

    templates: Mapping[str, str] = field(default_factory=dict)
    word: bytes | None = None

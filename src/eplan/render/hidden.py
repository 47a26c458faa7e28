"""Characters that nobody can see, written out: control characters, and those that turn the direction of writing."""

import re

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters, and those that turn the direction of writing: they are shown, never obeyed."""


def visible(text: str) -> str:
    """The text with characters that nobody can see written out, such as ⟨U+202E⟩."""
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)

"""Findings to text, one function a format."""

from collections.abc import Callable
from importlib import import_module

from eplan.reporting.outcome import Outcome

Write = Callable[[Outcome], str]
FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")
"""Each is a module of this package with a function `write`."""


def writer(name: str) -> Write:
    """The function that writes findings in a format."""
    write: Write = import_module(f"{__name__}.as_{name}").write
    return write

"""The words of the command-line library, in the reader's language: what it takes from gettext and what it does not."""

import gettext
import os
from typing import Any

import typer.core

from eplan.cli.shared import words
from eplan.messages import LOCALE


def bind_catalogue() -> None:
    """Let the library look up its words (`Options`, `required`) in the catalogue of eplan."""
    os.environ["LANGUAGE"] = words.language.replace("-", "_")
    gettext.bindtextdomain("eplan", str(LOCALE))
    gettext.textdomain("eplan")


class _Spoken:
    """What the library only says in English: `Usage:` and the help of `--help`."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]  # of the class beside it
        formatter.write_usage(ctx.command_path, pieces, prefix=words("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]  # of the class beside it
        if option is not None:
            option.help = words("Show this message and exit.")
        return option


class Command(_Spoken, typer.core.TyperCommand):
    """A command whose `--help` is in the reader's language."""


class Group(_Spoken, typer.core.TyperGroup):
    """The commands together, listed in the reader's language."""

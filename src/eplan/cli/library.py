"""The words of the command-line library, in the reader's language: what it takes from gettext and what it does not."""

import gettext
import os
from difflib import get_close_matches
from typing import Any

import typer.core
from typer._click import exceptions

from eplan.cli.shared import words
from eplan.messages import LOCALE, Message, Refusal, say


def bind_catalogue() -> None:
    """Let the library look up its words (`Options`, `required`) in the catalogue of eplan."""
    os.environ["LANGUAGE"] = words.language.replace("-", "_")
    gettext.bindtextdomain("eplan", str(LOCALE))
    gettext.textdomain("eplan")


def _said(error: exceptions.UsageError, command: str) -> Message:
    """What is wrong with the arguments, in one sentence."""
    match error:
        case exceptions.NoSuchOption():
            near = sorted(error.possibilities or ())
            hint = say("did you mean {near}?", near=near) if near else say("see `{command} --help`", command=command)
            return say("there is no option {option}; {hint}", option=error.option_name, hint=hint)
        case exceptions.BadOptionUsage():
            return say(
                "{option} is not written as it should be: `{command} --help` shows it",
                option=error.option_name,
                command=command,
            )
        case exceptions.MissingParameter():
            missing = error.param.human_readable_name if error.param else "-"
            return say("{missing} is missing: `{command} --help` says what it is", missing=missing, command=command)
        case _:
            return say(
                "{problem}; `{command} --help` helps", problem=error.format_message().rstrip("."), command=command
            )


class _Spoken:
    """What the library only says in English: `Usage:`, the help of `--help`, and what is wrong with the arguments."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]  # of the class beside it
        except exceptions.NoArgsIsHelpError:
            raise
        except exceptions.UsageError as error:
            raise Refusal(_said(error, ctx.command_path)) from error
        return rest

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

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        names = self.list_commands(ctx)
        if args[0] not in names:
            near = get_close_matches(args[0], names, n=1, cutoff=0.5) or names
            raise Refusal(say("there is no command '{name}'; did you mean {near}?", name=args[0], near=near))
        return super().resolve_command(ctx, args)

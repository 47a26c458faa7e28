"""The app: registers the commands, turns user errors into one line, and bugs into exit code 3."""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from eplan.cli import spoken
from eplan.messages import Refusal, chosen_language, say, translator

if TYPE_CHECKING:
    import typer

COMMANDS = (
    "validate", "rules", "explain", "status", "report", "notice", "book", "handbook", "cards", "approve", "verify",
    "archive", "export", "diff", "law", "schema",
)  # fmt: skip
PERIOD_OPTIONS = ("--quarter", "--month", "--year")
CURRENT = "current"
BUG = 3
USAGE = 2


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run one command; the exit code is 0 clean, 1 findings, 2 wrong usage, 3 a bug."""
    _set_language(arguments)
    from eplan.cli.shared import words

    try:
        _invoke(_with_bare_periods(arguments))
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 0
    except Refusal as error:
        print(words(error.message), file=sys.stderr)  # noqa: T201 - the command line speaks
        return USAGE
    except Exception:  # the last line of defence: whatever gets here is a bug of ours
        return _report_bug(environment)
    return 0


def _with_bare_periods(arguments: Sequence[str]) -> list[str]:
    """`--quarter` without a value means the current one; the option parser knows no optional values."""
    following = [*arguments[1:], "-"]
    return [
        f"{argument}={CURRENT}" if argument in PERIOD_OPTIONS and after.startswith("-") else argument
        for argument, after in zip(arguments, following, strict=False)
    ]


def _invoke(arguments: list[str]) -> None:
    import typer

    from eplan.cli.library import Command, Group, bind_catalogue
    from eplan.cli.shared import words

    bind_catalogue()
    app = typer.Typer(
        cls=Group,
        options_metavar=words("[OPTIONS]"),
        subcommand_metavar=words("COMMAND [ARGS]..."),
        help=words("Check, report on and print a folder of emergency plans."),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    _add_version(app)
    for name in _needed(arguments):
        module = import_module(f"eplan.cli.{name}")
        app.command(
            name,
            cls=Command,
            help=words(module.HELP),
            epilog=words(module.EXAMPLES),
            options_metavar=words("[OPTIONS]"),
        )(module.command)
    app(args=arguments, prog_name="eplan")


def _needed(arguments: list[str]) -> tuple[str, ...]:
    """The command that was asked for; all of them where none was, for `--help` and for the nearest name."""
    return tuple(arguments[:1]) if arguments[:1] and arguments[0] in COMMANDS else COMMANDS


def _add_version(app: "typer.Typer") -> None:
    import typer

    from eplan import __version__
    from eplan.cli.shared import words

    def show(wanted: bool) -> None:
        if wanted:
            typer.echo(f"eplan {__version__}")
            raise typer.Exit

    @app.callback()
    def _root(
        version: bool = typer.Option(
            False, "--version", is_eager=True, callback=show, help=words("Print the version and leave.")
        ),
    ) -> None: ...


def _set_language(arguments: Sequence[str]) -> None:
    """Work out the language of `--help` before the commands, whose words are fixed at import, are imported."""
    spoken.asked = _value(arguments, "--lang")
    spoken.folder = spoken.language_of(Path(_value(arguments, "--repo") or _value(arguments, "-C") or "."))


def _value(arguments: Sequence[str], option: str) -> str | None:
    for index, argument in enumerate(arguments):
        if argument == option and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
    return None


def _report_bug(environment: Mapping[str, str]) -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="eplan-bug-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exc(file=file)
    translate = translator(chosen_language(None, None, environment))
    print(translate(say("this is a bug in eplan; please report it with {file}", file=file.name)), file=sys.stderr)  # noqa: T201
    return BUG

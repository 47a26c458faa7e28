"""What every command takes, and the one place where the world comes in: folder, day, language, terminal."""

import functools
import inspect
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eplan.cli import spoken
from eplan.messages import Message, Refusal, Translator, chosen_language, say, translator

if TYPE_CHECKING:
    from eplan.reading import Sources
    from eplan.repository import Context
    from eplan.rule import Rule
    from eplan.workspace import Checked

words = translator(chosen_language(spoken.asked, spoken.folder))
"""The words of `--help`; the front door has worked out the language before the commands are imported."""


@dataclass(frozen=True)
class Shared:
    """The options that every command takes."""

    repo: Path
    as_of: str | None
    at: str | None
    lang: str | None
    quiet: bool
    no_color: bool

    @property
    def translate(self) -> Translator:
        return translator(chosen_language(self.lang, spoken.language_of(self.repo)))

    @property
    def colour(self) -> bool:
        plain = self.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return sys.stdout.isatty() and not plain

    @property
    def day(self) -> date:
        """The day of the check: `--as-of`, else the day of the commit of `--at`, else today."""
        if self.as_of:
            return read_day(self.as_of, "--as-of")
        if self.at:
            from eplan.reading import commit_day

            return commit_day(self.repo, self.at)
        return date.today()  # noqa: DTZ011 - the district's own day

    def checked(
        self,
        rules: "list[Rule] | None" = None,
        as_of: date | None = None,
        replacing: "Mapping[PurePosixPath, bytes] | None" = None,
    ) -> "Checked":
        """The folder, or the revision of it, read and judged; `replacing` are files as they are not yet on disk."""
        from eplan.cli.progress import progress
        from eplan.workspace import check_sources, read_file

        sources = self.sources
        if replacing:
            paths = sources.paths | {str(path) for path in replacing}
            sources = replace(sources, yaml={**sources.yaml, **replacing}, paths=paths)
        with progress(self.translate("Checking"), len(sources.yaml), quiet=self.quiet) as counted:
            return check_sources(sources, as_of or self.day, rules, counted(read_file))

    @property
    def sources(self) -> "Sources":
        """The files of the folder, or of the revision of it."""
        from eplan.reading import read_folder, read_revision

        return read_revision(self.repo, self.at) if self.at else read_folder(self.repo)

    @property
    def context(self) -> "Context":
        """The day, the law and the settings, by the folder's eplan.yaml alone; the national law outside a folder."""
        from eplan.models.kinds import CONFIG
        from eplan.reading import Sources
        from eplan.workspace import check_sources

        sources = self.sources if self.at or (self.repo / CONFIG).is_file() else Sources({})
        settings = {path: source for path, source in sources.yaml.items() if path == CONFIG}
        return check_sources(replace(sources, yaml=settings), self.day, []).repository.on

    @property
    def templates(self) -> Mapping[str, str]:
        """The folder's own templates, which take the place of the built-in ones."""
        from eplan.reading import read_templates

        return read_templates(self.repo, self.at)

    def tell(self, message: Message) -> None:
        """Talk: to stderr, unless `--quiet`."""
        if not self.quiet:
            typer.echo(self.translate(message), err=True)


def read_day(text: str, option: str) -> date:
    """The date that an option was given."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(
            say("{option} wants a date such as 2012-12-31, not '{text}'", option=option, text=text)
        ) from error


_OPTIONS = {
    "repo": (Path, typer.Option("-C", "--repo", help=words("The folder with eplan.yaml.")), Path()),
    "as_of": (str | None, typer.Option("--as-of", metavar="DATE", help=words("Judge as of this day.")), None),
    "at": (str | None, typer.Option("--at", metavar="REV", help=words("Read the folder as of a git revision.")), None),
    "lang": (str | None, typer.Option("--lang", help=words("Language: zh-CN or en.")), None),
    "quiet": (bool, typer.Option("--quiet", "-q", help=words("Say nothing but the result.")), False),
    "no_color": (bool, typer.Option("--no-color", help=words("No colours.")), False),
}


def with_shared(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all commands take; the function gets them as its first argument."""
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option])
        for name, (kind, option, default) in _OPTIONS.items()
    ]

    @functools.wraps(function)
    def command(**given: Any) -> None:
        shared = Shared(**{name: given.pop(name) for name in _OPTIONS})
        function(shared, **given)

    keyword_own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    command.__signature__ = inspect.Signature([*keyword_own, *extra])  # type: ignore[attr-defined]  # read by typer
    del command.__wrapped__  # else typer would look behind it
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in (*keyword_own, *extra)}
    return command

"""Jinja: where templates come from, and how words are put into them so that they can only ever be words."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from traceback import extract_tb
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from eplan.messages import Refusal, say
from eplan.reading import TEMPLATE_ENDINGS, TEMPLATES
from eplan.render import blocks
from eplan.render.hidden import visible

_FIELDS = {kind: frozenset(item.name for item in fields(kind)) for kind in vars(blocks).values() if is_dataclass(kind)}
Escape = Callable[[str], Markup]
_PACKAGE = Path(__file__).parent.parent
_FOLDERS = (_PACKAGE / "templates", _PACKAGE.parent.parent / "templates")


@cache
def built_in() -> Mapping[str, str]:
    """The templates that come with eplan, by name, such as html/paper.html.j2: in a wheel, or in a checkout."""
    root = next(folder for folder in _FOLDERS if folder.is_dir())
    files = sorted(path for path in root.rglob("*") if path.name.endswith(TEMPLATE_ENDINGS))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}


class Compiled(BytecodeCache):
    """Templates compiled once a run, by name and content."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.held[bucket.key, bucket.checksum] = bucket.code


_COMPILED = Compiled()


class Room(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to the fields of blocks: they are frozen data without methods."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in _FIELDS.get(type(obj), ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def environment(escape: Escape, own: Mapping[str, str]) -> Room:
    """An environment that escapes every printed value; a folder's `own` templates replace those of the same name."""

    def printed(value: Any) -> Any:
        return value if isinstance(value, Markup) else escape(visible(str(value)))

    known = {**built_in(), **own}
    return Room(
        loader=FunctionLoader(lambda name: (known[name], name, lambda: True) if name in known else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=printed,
        bytecode_cache=_COMPILED,
    )


def rendered(page: Room, name: str, own: Mapping[str, str], **values: Any) -> str:
    """The template filled; a mistake in a template of the folder is the folder's, and is told."""
    try:
        return page.get_template(name).render(**values)
    except Exception as error:  # a template is somebody's program: it can fail in any way
        place = _place(error, own)
        if not place:
            raise
        raise broken(place, error) from error


def _place(error: Exception, own: Mapping[str, str]) -> str:
    """Where in the folder's own templates something failed, if it did there."""
    if isinstance(error, TemplateSyntaxError) and error.name in own:
        return f"{TEMPLATES}{error.name}:{error.lineno}"
    places = [f"{TEMPLATES}{at.filename}:{at.lineno}" for at in extract_tb(error.__traceback__) if at.filename in own]
    nearest = places[-1:] or [f"{TEMPLATES}{name}" for name in sorted(own) if isinstance(error, TemplateError)]
    return ", ".join(nearest)


def broken(place: str, error: Exception) -> Refusal:
    """One line that says which of the folder's own templates does not work, and why."""
    reason = " ".join(str(error).split()) or type(error).__name__
    return Refusal(say("{file} does not work: {reason}", file=place, reason=reason))

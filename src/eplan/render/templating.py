"""Jinja: where templates come from, and how words are put into them so that they can only ever be words."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, DictLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from eplan.messages import Refusal, say
from eplan.render import blocks
from eplan.render.hidden import visible

_FIELDS = {kind: frozenset(item.name for item in fields(kind)) for kind in vars(blocks).values() if is_dataclass(kind)}
Escape = Callable[[str], Markup]
ENDINGS = (".j2", ".css", ".typ")
_PACKAGE = Path(__file__).parent.parent
_FOLDERS = (_PACKAGE / "templates", _PACKAGE.parent.parent / "templates")


@cache
def built_in() -> Mapping[str, str]:
    """The templates that come with eplan, by name, such as html/paper.html.j2: in a wheel, or in a checkout."""
    root = next(folder for folder in _FOLDERS if folder.is_dir())
    files = sorted(path for path in root.rglob("*") if path.name.endswith(ENDINGS))
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

    return Room(
        loader=DictLoader({**built_in(), **own}),
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
    except TemplateError as error:
        if not own:
            raise
        raise Refusal(say("a template of this folder does not work: {reason}", reason=str(error))) from error

"""Writing documents, the same way for every command: where they go, what may be overwritten, what is said."""

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from eplan.cli.shared import Shared
from eplan.messages import Refusal, say

if TYPE_CHECKING:
    from eplan.render.blocks import Paper

FOLDER = Path("out")
STDOUT, CSV = "-", ".csv"
_MARK = re.compile(rb'generator"?[\s:=]*(?:content=)?"?eplan\b|^PRODID:-//eplan\b|\A\{\s*"version": 1,', re.MULTILINE)
_HEAD, _TAIL = 4096, 1024


@dataclass(frozen=True)
class Target:
    """Where a document goes: `-o`, else out/<default name>; `--force` and `--dry-run`."""

    output: str | None
    default_name: str
    force: bool = False
    dry_run: bool = False

    @property
    def path(self) -> Path:
        return Path(self.output) if self.output else FOLDER / self.default_name


def write_document(shared: Shared, content: bytes, target: Target) -> None:
    """Write a document and print its path; `-o -` is stdout."""
    if target.output == STDOUT:
        sys.stdout.buffer.write(content)
        return
    path = target.path
    _refuse_foreign(path, target.force, content)
    if target.dry_run:
        typer.echo(shared.translate(say("would write {file} ({size} bytes)", file=str(path), size=len(content))))
        return
    write_file(path, content)
    typer.echo(str(path))


def write_documents(shared: Shared, documents: Sequence[tuple[bytes, Target]]) -> None:
    """Write several documents, or none of them where one must not be written."""
    for content, target in documents:
        _refuse_foreign(target.path, target.force, content)
    for content, target in documents:
        write_document(shared, content, target)


def volume_targets(target: Target, count: int) -> tuple[Target, ...]:
    """Where the volumes of a document go, numbered where there are several: book-1.pdf, book-2.pdf."""
    if count == 1:
        return (target,)
    if target.output == STDOUT:
        raise Refusal(
            say("there are {count} volumes, and stdout takes one; --pages-per-volume 0 binds all", count=count)
        )
    path = target.path
    names = (str(path.with_name(f"{path.stem}-{number}{path.suffix}")) for number in range(1, count + 1))
    return tuple(replace(target, output=name) for name in names)


def tell_missing_glyphs(shared: Shared, *papers: "Paper") -> None:
    """Name the characters of PDFs that no font can print, with their places in the folder."""
    from eplan.render.fonts import located, uncovered

    characters = uncovered(*papers)
    for glyph in located(characters, shared.sources.yaml) if characters else ():
        shared.tell(glyph.message)


def write_file(target: Path, content: bytes) -> None:
    """Put a file in place in one step, so that nobody ever sees half of it."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not (target.is_file() or target.is_dir()):  # a device or a pipe stays what it is
            target.write_bytes(content)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise _unwritable(target, error) from error


def document_name(*parts: str, suffix: str = "") -> str:
    """A name from the command and the scope, such as book-区林业局.html; a folder has no suffix."""
    from eplan.render.file_names import file_name

    return file_name("-".join(filter(None, parts))) + (f".{suffix}" if suffix else "")


def is_ours(target: Path) -> bool:
    """Whether eplan wrote the file: every document of ours says so near its beginning, or near its end (zip)."""
    with target.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(max(0, target.stat().st_size - _TAIL))
        return bool(_MARK.search(head) or _MARK.search(file.read()))


def _refuse_foreign(target: Path, force: bool, content: bytes) -> None:
    if target.is_dir():
        raise Refusal(say("{file} is a folder; -o wants the name of a file", file=str(target)))
    if force or not target.exists():
        return
    try:
        ours = is_ours(target) or target.read_bytes() == content
    except OSError as error:
        raise _unwritable(target, error) from error
    if ours:
        return
    if target.suffix == CSV:
        raise Refusal(say("{file} is there already, and CSV does not say who wrote it; --force overwrites it",
                          file=str(target)))  # fmt: skip
    raise Refusal(say("{file} was not written by eplan; --force overwrites it", file=str(target)))


def _unwritable(target: Path, error: OSError) -> Refusal:
    return Refusal(say("cannot write {file}: {reason}", file=str(target), reason=error.strerror or str(error)))

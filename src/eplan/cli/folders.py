"""Writing a whole folder of files: what it wrote before is replaced or taken away, whatever else is there stays.

A list of check sums (`SHA256SUMS`, read by `sha256sum -c`) tells which files are as eplan wrote them.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

import typer

from eplan import __version__
from eplan.cli.output import FOLDER, STDOUT, write_file
from eplan.cli.shared import Shared
from eplan.messages import Refusal, say
from eplan.render.archive.tree import SUMS

_HEAD = "# generator: eplan"
_NAME = "# holds: "
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True)
class Wish:
    """Where the folder goes: `-o`, else out/<default name>; `--force` and `--dry-run`."""

    output: str | None
    default_name: str
    force: bool
    dry_run: bool

    @property
    def root(self) -> Path:
        return Path(self.output) if self.output else FOLDER / self.default_name


def write_tree(shared: Shared, files: Mapping[PurePosixPath, bytes], wish: Wish) -> None:
    """Write the files, or none where one must not be written; print the path of the first."""
    root = wish.root
    _refuse_no_folder(wish.output, root)
    known = _sums_of(root)
    _refuse_other(root, wish)
    _refuse_foreign(root, files, known, wish.force)
    stale = [name for name in known if PurePosixPath(name) not in files and _is_as_written(root, name, known)]
    if wish.dry_run:
        for path, content in files.items():
            words = say("would write {file} ({size} bytes)", file=str(root / path), size=len(content))
            typer.echo(shared.translate(words))
        return
    _write(root, files, stale, wish.default_name)
    if stale:
        shared.tell(say("taken away, because no longer part of it: {count} files that eplan wrote", count=len(stale)))
    shared.tell(say("{count} files in {folder}", count=len(files), folder=str(root)))
    typer.echo(str(root / next(iter(files))))


def _write(root: Path, files: Mapping[PurePosixPath, bytes], stale: list[str], holds: str) -> None:
    write_file(root / SUMS, _listed(files, holds))
    for path, content in files.items():
        if _content(root / path) != content:
            write_file(root / path, content)
    for name in stale:
        _take_away(root, root / name)


def _listed(files: Mapping[PurePosixPath, bytes], name: str) -> bytes:
    lines = (f"{sha256(content).hexdigest()}  {path}\n" for path, content in files.items())
    return "".join((f"{_HEAD} {__version__}\n{_NAME}{name}\n", *lines)).encode()


def _refuse_no_folder(output: str | None, root: Path) -> None:
    if output == STDOUT:
        raise Refusal(say("a folder cannot go to stdout"))
    if root.exists() and not root.is_dir():
        raise Refusal(say("{file} is a file; -o wants the name of a folder", file=str(root)))


def _refuse_other(root: Path, wish: Wish) -> None:
    """A folder that holds the files of another period or unit would lose them."""
    lines = (_content(root / SUMS) or b"").decode("utf-8", "replace").splitlines()[:2]
    held = [line.removeprefix(_NAME) for line in lines if line.startswith(_NAME)]
    if held and held[0] != wish.default_name:
        words = say("{folder} holds {held}; -o names another folder for {name}", folder=str(root), held=held[0],
                    name=wish.default_name)  # fmt: skip
        raise Refusal(words)


def _sums_of(root: Path) -> dict[str, str]:
    """Path → check sum of what eplan wrote here; nothing where it never did."""
    text = (_content(root / SUMS) or b"").decode("utf-8", "replace")
    if not text.startswith(_HEAD):
        return {}
    return {found[2]: found[1] for found in map(_LINE.fullmatch, text.splitlines()) if found}


def _refuse_foreign(root: Path, files: Mapping[PurePosixPath, bytes], known: Mapping[str, str], force: bool) -> None:
    """What is in the way must be as eplan wrote it; nothing is written through a link that leads out."""
    sums = root / SUMS
    foreign = [] if force or known or not sums.exists() else [sums]
    for path, content in files.items():
        target = root / path
        if not _is_inside(root, target) or target.is_dir():
            raise Refusal(say("{file} is in the way; move it elsewhere", file=str(target)))
        if not force and target.exists() and _content(target) != content and not _is_as_written(root, str(path), known):
            foreign.append(target)
    if foreign:
        words = say(
            "{file} was not written by eplan, or was changed since; --force overwrites it", file=str(foreign[0])
        )
        raise Refusal(words)


def _is_as_written(root: Path, name: str, known: Mapping[str, str]) -> bool:
    target = root / name
    content = _content(target) if _is_inside(root, target) else None
    return content is not None and sha256(content).hexdigest() == known.get(name)


def _is_inside(root: Path, target: Path) -> bool:
    return target.resolve() == root.resolve() / target.relative_to(root) if ".." not in target.parts else False


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _take_away(root: Path, path: Path) -> None:
    """Remove a file, and the folders that are empty then."""
    with suppress(OSError):
        path.unlink()
        for folder in _up_to(root, path):
            folder.rmdir()


def _up_to(root: Path, path: Path) -> Iterator[Path]:
    for folder in path.parents:
        if folder == root:
            return
        yield folder

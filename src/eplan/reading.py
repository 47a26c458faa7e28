"""Folder, or git revision, → Sources. Touches the disk and git; knows nothing of YAML."""

import os
import subprocess
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from eplan.messages import Message, Refusal, say

CONFIG = "eplan.yaml"
YAML_ENDINGS = (".yaml", ".yml")
TEMPLATES = "templates/"
TEMPLATE_ENDINGS = (".j2", ".css", ".typ")
_LINK = "120000 "
"""How `git ls-tree` begins the line of a symbolic link."""
_SKIPPED = ("out", "node_modules", "__pycache__")


@dataclass(frozen=True)
class Sources:
    """The YAML files of a folder, and the paths of all its files (with `/`)."""

    yaml: Mapping[PurePosixPath, bytes] = field(repr=False)
    paths: frozenset[str] = frozenset()
    unreadable: Mapping[PurePosixPath, str] = field(default_factory=dict)
    revision: str | None = None


def read_folder(root: Path) -> Sources:
    """Every YAML file of the folder that eplan judges: `eplan.yaml` and what lies below `data/`."""
    if not (root / CONFIG).is_file():
        raise Refusal(
            say(
                "no {config} in {folder}; a folder of plans begins with one: docs/data.md shows it",
                config=CONFIG,
                folder=root.resolve(),
            )
        )
    paths = frozenset(_walk(root, ""))
    yaml, unreadable = {}, {}
    for name in sorted(filter(is_ours, paths)):
        try:
            with open(f"{root}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - a path costs as much as the reading
                yaml[PurePosixPath(name)] = file.read()
        except OSError as error:
            unreadable[PurePosixPath(name)] = error.strerror or str(error)
    return Sources(yaml, paths, unreadable)


def is_ours(name: str) -> bool:
    """Whether a path of the folder is one of the YAML files that eplan reads."""
    return name == CONFIG or (name.startswith("data/") and name.endswith(YAML_ENDINGS))


def _walk(root: Path, prefix: str) -> Iterator[str]:
    with os.scandir(root / prefix) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if prefix or entry.name not in _SKIPPED:
                    yield from _walk(root, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def read_revision(root: Path, revision: str) -> Sources:
    """The same files as of a git revision: one `ls-tree` and one `cat-file --batch`, never a process a file."""
    commit = resolve(root, revision)
    listing = git(root, "ls-tree", "-r", "-z", commit).decode("utf-8")
    blobs = dict(_blobs(listing))
    if CONFIG not in blobs:
        raise Refusal(
            say("no {config} in {folder} at {revision}", config=CONFIG, folder=root.resolve(), revision=revision)
        )
    wanted = sorted(filter(is_ours, blobs))
    contents = _contents(root, [blobs[name] for name in wanted])
    return Sources(
        {PurePosixPath(name): content for name, content in zip(wanted, contents, strict=True)},
        frozenset(blobs),
        revision=commit,
    )


def read_templates(root: Path, revision: str | None = None) -> Mapping[str, str]:
    """The folder's own templates by name, such as html/paper.css, in the folder or in a revision of it."""
    files = read_files(root, _template_names(root, revision), revision)
    return {name.removeprefix(TEMPLATES): _template(name, content) for name, content in files.items()}


def _template_names(root: Path, revision: str | None) -> list[str]:
    if revision:
        listing = git(root, "ls-tree", "-r", "-z", resolve(root, revision), TEMPLATES).decode("utf-8")
        names = [name for name, _ in _blobs(listing)]
    else:
        names = [path.relative_to(root).as_posix() for path in (root / TEMPLATES).rglob("*")]
    return [name for name in names if name.endswith(TEMPLATE_ENDINGS)]


def _template(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(say("{file} must be saved as UTF-8", file=name)) from error


def read_if_there(root: Path, name: str, revision: str | None = None) -> bytes | None:
    """One file of the folder, or of a revision of it; None where there is none."""
    if revision:
        blobs = dict(_blobs(git(root, "ls-tree", "-r", "-z", resolve(root, revision), name).decode("utf-8")))
        return next(_contents(root, [blobs[name]])) if name in blobs else None
    try:
        return (root / name).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refusal(say("cannot read {file}: {reason}", file=name, reason=error.strerror or str(error))) from error


def read_files(root: Path, names: Collection[str], revision: str | None = None) -> Mapping[str, bytes]:
    """Those of the files that the folder, or a revision of it, holds itself: links are not followed."""
    return dict(_from_revision(root, names, revision) if revision else _from_folder(root, names))


def _from_folder(root: Path, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    whole = root.resolve()
    for name in sorted(names):
        path = whole / name
        with suppress(OSError, ValueError):  # a name may be anything that somebody typed
            if path.resolve() == path and path.is_relative_to(whole) and path.is_file():
                yield name, path.read_bytes()


def _from_revision(root: Path, names: Collection[str], revision: str) -> Iterator[tuple[str, bytes]]:
    listing = git(root, "ls-tree", "-r", "-z", resolve(root, revision)).decode("utf-8")
    plain = "\0".join(line for line in listing.split("\0") if not line.startswith(_LINK))
    blobs = {name: blob for name, blob in _blobs(plain) if name in names}
    yield from zip(blobs, _contents(root, list(blobs.values())), strict=True)


def resolve(root: Path, revision: str) -> str:
    """The full id of the commit that `revision` names."""
    name = f"{revision or '-'}^{{commit}}"  # nothing at all would be the index
    unknown = say("it knows no revision '{revision}'; a shallow clone has to fetch it first", revision=revision)
    return git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name, silent=unknown).decode().strip()


def base_of(root: Path, revision: str, head: str | None = None) -> str:
    """The commit where the history of `head` (or of what is checked out) leaves that of `revision`, else `revision`."""
    commit = resolve(root, revision)
    try:
        return git(root, "merge-base", commit, resolve(root, head or "HEAD")).decode().strip()
    except Refusal:
        return commit


def has_config(root: Path, revision: str) -> bool:
    """Whether the folder was a folder of plans at a revision."""
    return bool(git(root, "ls-tree", "-z", revision, CONFIG))


def place_in_repository(root: Path) -> str:
    """The folder as seen from the root of its git repository, or from here where there is none; "" is the root."""
    here, start = root.resolve(), Path.cwd()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)
    top = top or (start if here.is_relative_to(start) else here)
    return "" if here == top else here.relative_to(top).as_posix()


def commit_day(root: Path, revision: str) -> date:
    """The day of the commit, as its author's clock showed it."""
    stamp = git(root, "show", "-s", "--format=%cI", resolve(root, revision)).decode().strip()
    return datetime.fromisoformat(stamp).date()


def _blobs(listing: str) -> Iterator[tuple[str, str]]:
    for line in filter(None, listing.split("\0")):
        meta, _, name = line.partition("\t")
        _mode, kind, blob = meta.split()
        if kind == "blob":
            yield name, blob


def _contents(root: Path, blobs: list[str]) -> Iterator[bytes]:
    output = git(root, "cat-file", "--batch", given="\n".join(blobs).encode() + b"\n") if blobs else b""
    start = 0
    for _ in blobs:
        header_end = output.index(b"\n", start)
        size = int(output[start:header_end].split()[2])
        yield output[header_end + 1 : header_end + 1 + size]
        start = header_end + size + 2


def git(root: Path, *arguments: str, given: bytes | None = None, silent: Message | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, and no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the git on PATH is the one people use
            input=given,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise Refusal(say("git is not installed, and revisions are read with it")) from error
    except subprocess.CalledProcessError as error:
        complaint = error.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = complaint[-1] if complaint else silent or arguments[-1]
        raise Refusal(say("git cannot read this: {reason}", reason=reason)) from error
    return done.stdout

"""The past of a folder in git: its revisions, newest first, by one `git log` and one `git cat-file --batch`."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO

from eplan.messages import Refusal, say
from eplan.reading import CONFIG, Sources, git, is_ours

DATA = "data"
_TREES = (b"40000", b"040000")
_FILES = b"100"


@dataclass(frozen=True)
class Revision:
    """A commit that changed the folder, with the blobs of its YAML files."""

    id: str
    day: date
    blobs: Mapping[str, str] = field(repr=False)


class History:
    """Reads revisions while it is open; trees and files that revisions share are read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._trees: dict[str, dict[str, str]] = {}
        self._contents: dict[str, bytes] = {}

    def __enter__(self) -> "History":
        command = ["git", "-C", str(self.root), "cat-file", "--batch"]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        try:
            self._batch = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)  # noqa: S603 - no shell
        except FileNotFoundError as error:
            raise Refusal(say("git is not installed, and revisions are read with it")) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe(self._batch.stdin).close()
        self._pipe(self._batch.stdout).close()
        self._batch.wait()

    def revisions(self, start: str, limit: int) -> Iterator[Revision]:
        """At most `limit` revisions that touched the folder's data, newest first, beginning with `start`."""
        listing = git(self.root, "log", f"--max-count={limit}", "--format=%H %cI", start, "--", CONFIG, DATA)
        for line in listing.decode().splitlines():
            commit, _, stamp = line.partition(" ")
            yield Revision(commit, datetime.fromisoformat(stamp).date(), dict(sorted(self._files(commit))))

    def sources(self, revision: Revision) -> Sources:
        """The files of a revision."""
        yaml = {PurePosixPath(name): self.content(blob) for name, blob in revision.blobs.items()}
        return Sources(yaml, frozenset(revision.blobs), revision=revision.id)

    def content(self, blob: str) -> bytes:
        """The bytes of a file."""
        if blob not in self._contents:
            self._contents[blob] = self._ask(blob)[2]
        return self._contents[blob]

    def _files(self, commit: str) -> Iterator[tuple[str, str]]:
        config, kind, _ = self._ask(f"{commit}:./{CONFIG}")
        if kind == "blob":
            yield CONFIG, config
        data, kind, content = self._ask(f"{commit}:./{DATA}")
        if kind == "tree":
            files = self._below(data, content)
            yield from ((f"{DATA}/{name}", blob) for name, blob in files.items() if is_ours(f"{DATA}/{name}"))

    def _below(self, tree: str, content: bytes | None = None) -> Mapping[str, str]:
        """The files below a tree by their paths."""
        if tree not in self._trees:
            listing = content if content is not None else self._ask(tree)[2]
            self._trees[tree] = dict(self._listed(listing, len(tree) // 2))
        return self._trees[tree]

    def _listed(self, listing: bytes, size: int) -> Iterator[tuple[str, str]]:
        start = 0
        while start < len(listing):
            blank, end = listing.index(b" ", start), listing.index(b"\0", start)
            mode, words = listing[start:blank], listing[blank + 1 : end].decode("utf-8", "surrogateescape")
            start = end + 1 + size
            blob = listing[end + 1 : start].hex()
            if mode in _TREES:
                yield from ((f"{words}/{inner}", found) for inner, found in self._below(blob).items())
            elif mode.startswith(_FILES):
                yield words, blob

    def _ask(self, name: str) -> tuple[str, str, bytes]:
        """Id, kind and content of an object; kind `missing` where there is none."""
        asked, answer = self._pipe(self._batch.stdin), self._pipe(self._batch.stdout)
        asked.write(name.encode() + b"\n")
        asked.flush()
        header = answer.readline().decode().split()
        if len(header) != 3 or header[1] not in ("blob", "tree", "commit", "tag"):
            return "", "missing", b""
        content = answer.read(int(header[2]))
        answer.read(1)
        return header[0], header[1], content

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None  # noqa: S101 - both were asked for
        return pipe

"""Which files have only got another name since an earlier state of the folder."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

Files = Mapping[PurePosixPath, bytes]
_ALIKE = 0.5
_MOST_PAIRS = 10_000


def renames(before: Files, after: Files) -> Mapping[PurePosixPath, PurePosixPath]:
    """Old name → new name of files that are gone and have come back elsewhere, whole or with half of their lines."""
    gone = {path: content for path, content in before.items() if path not in after}
    come = {path: content for path, content in after.items() if path not in before}
    found = dict(_whole(gone, come))
    left = {path: content for path, content in gone.items() if path not in found}
    new = {path: content for path, content in come.items() if path not in found.values()}
    for _, old, name in sorted(_alike(left, new)):
        if old not in found and name not in found.values():
            found[old] = name
    return found


def _whole(gone: Files, come: Files) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    by_content = {content: path for path, content in come.items()}
    for path, content in gone.items():
        if name := by_content.pop(content, None):
            yield path, name


def _alike(gone: Files, come: Files) -> Iterator[tuple[float, PurePosixPath, PurePosixPath]]:
    """Pairs with their difference, from 0 to 1; none where there are too many to compare."""
    if len(gone) * len(come) > _MOST_PAIRS:
        return
    lines = {path: Counter(content.splitlines()) for path, content in (*gone.items(), *come.items())}
    for old in gone:
        for new in come:
            common = 2 * (lines[old] & lines[new]).total() / ((lines[old].total() + lines[new].total()) or 1)
            if common >= _ALIKE:
                yield 1 - common, old, new

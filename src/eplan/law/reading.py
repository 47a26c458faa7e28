"""The files of the legal base: read by the same parser and models as a district's own."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from eplan.finding import Fault
from eplan.modelling import build
from eplan.models.law import LawFile
from eplan.parsing import parse


def read_law(path: PurePosixPath, source: bytes) -> LawFile | tuple[Fault, ...]:
    """One file of the legal base, or everything that is wrong with it, each with its place."""
    document = parse(path, source)
    return document if isinstance(document, tuple) else build(document, LawFile)


def shipped() -> Iterator[LawFile]:
    """The files that come with eplan, by name."""
    for file in sorted(Path(__file__).parent.glob("*.yaml")):
        found = read_law(PurePosixPath("law", file.name), file.read_bytes())
        if not isinstance(found, LawFile):
            raise AssertionError("; ".join(f"{fault.position}: {fault.message}" for fault in found))
        yield found

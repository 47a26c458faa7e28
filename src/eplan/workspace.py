"""The one-way path as one function: sources and a day → repository and findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from eplan.broken import Broken
from eplan.checking import Verdict, check, pardons_of
from eplan.document import Document, Place
from eplan.finding import Fault, Finding, Position
from eplan.indexing import declared_names, names_in_text, placed_records
from eplan.law import built_in
from eplan.messages import say
from eplan.modelling import build
from eplan.models.base import Acceptance, Part
from eplan.models.config import Config, District
from eplan.models.kinds import CONFIG, KINDS, kind_of
from eplan.parsing import parse
from eplan.parsing.characters import decoded
from eplan.reading import Sources
from eplan.repository import Context, Placed, Repository
from eplan.rule import Rule
from eplan.rules import all_rules


class Failed(NamedTuple):
    """What is known of the files that cannot be used."""

    faults: tuple[Fault, ...]
    broken: tuple[Broken, ...]


class Built(NamedTuple):
    """A sound file."""

    document: Document
    model: Part


@dataclass(frozen=True)
class Checked:
    """A folder, read and judged."""

    repository: Repository
    verdict: Verdict
    sources: Sources

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.verdict.findings

    @property
    def unreadable(self) -> tuple[PurePosixPath, ...]:
        """Files that could not be used, for page one of every document."""
        return tuple(sorted({fault.position.path for fault in self.repository.faults}))


Read = Callable[[PurePosixPath, bytes], "Built | tuple[Fault, ...]"]
"""A file → its model, or what is wrong with it."""


def memory() -> Read:
    """A reader that reads a file only once, however many revisions have it."""
    return cache(read_file)


def check_sources(
    sources: Sources, as_of: date, rules: Iterable[Rule] | None = None, read: Read | None = None
) -> Checked:
    """Parse, model, index and check. Rules run on every sound file, however many others are broken."""
    built: list[Built] = []
    faults: list[Fault] = []
    broken: list[Broken] = []
    for path, source in sources.yaml.items():
        result = (read or read_file)(path, source)
        if isinstance(result, Built):
            built.append(result)
        else:
            faults += result
            broken.append(_broken(path, source))
    faults += _unreadable(sources)
    broken += (_broken(path, None) for path in sources.unreadable)
    failed = Failed(tuple(faults), tuple(broken))
    repository = _repository(sources, as_of, built, failed)
    pardons = pardons_of((document for document, _ in built), _accepted_by_path(built))
    chosen = all_rules().values() if rules is None else rules
    return Checked(repository, check(repository, chosen, pardons), sources)


def read_file(path: PurePosixPath, source: bytes) -> Built | tuple[Fault, ...]:
    kind = kind_of(path)
    if kind is None or path.suffix != ".yaml":
        return (_of_no_kind(path),)
    document = parse(path, source)
    if not isinstance(document, Document):
        return document
    model = build(document, kind.model)
    return model if isinstance(model, tuple) else Built(document, model)


def _of_no_kind(path: PurePosixPath) -> Fault:
    if path.suffix != ".yaml":
        return Fault(
            "unknown-file", Position(path), say("rename this file: eplan reads files that end in .yaml, not '.yml'")
        )
    kinds = [name for name in KINDS if name != "config"]
    return Fault(
        "unknown-file", Position(path), say("this file belongs to no kind; files below data/ are: {kinds}", kinds=kinds)
    )


def _unreadable(sources: Sources) -> Iterator[Fault]:
    for path, reason in sources.unreadable.items():
        yield Fault("unknown-file", Position(path), say("this file cannot be read: {reason}", reason=reason))


def _declared(path: PurePosixPath, source: bytes) -> Iterator[str]:
    yield from names_in_text(path, source)
    document = parse(path, source)
    if isinstance(document, Document):
        yield from declared_names(document)


def _broken(path: PurePosixPath, source: bytes | None) -> Broken:
    kind = kind_of(path)
    name = kind.name if kind else None
    return (
        Broken(path, name)
        if source is None
        else Broken(path, name, decoded(source), frozenset(_declared(path, source)))
    )


def _repository(sources: Sources, as_of: date, built: list[Built], failed: Failed) -> Repository:
    config = next((pair for pair in built if pair[0].path == CONFIG), None)
    settings = config[1] if config and isinstance(config[1], Config) else Config(district=District(name="-"))
    on = Context(as_of, settings, built_in().with_local(settings.requirements))
    place = Place(config[0]) if config else None
    return Repository(
        on,
        _grouped(built, on),
        paths=sources.paths,
        faults=failed.faults,
        broken=failed.broken,
        config_place=place,
    )


def _grouped(built: Iterable[Built], on: Context) -> Mapping[type, tuple[Placed[Any], ...]]:
    records: dict[type, list[Placed[Any]]] = {}
    for document, model in built:
        for placed in placed_records(document, model, on):
            records.setdefault(type(placed.model), []).append(placed)
    return {model: tuple(found) for model, found in records.items()}


def _accepted_by_path(built: Iterable[Built]) -> Iterator[tuple[Place, Acceptance]]:
    for document, model in built:
        if isinstance(model, Config):
            yield from ((Place(document, ("accept", index)), item) for index, item in enumerate(model.accept))

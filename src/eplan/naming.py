"""Names that lead nowhere: what was probably meant, what to refuse, and files that are not there."""

import re
from collections.abc import Container, Iterator
from difflib import get_close_matches

from eplan.document import Place
from eplan.messages import Message, Refusal, say
from eplan.models.practice import Drill
from eplan.models.refs import Space
from eplan.models.tasks import Task
from eplan.models.units import Unit
from eplan.repository import Named, Repository, local_names

_FILE = re.compile(
    r"[^\s，。；、]+\.(?:pdf|docx?|wps|xlsx?|et|pptx?|md|txt|csv|ya?ml|jpe?g|png|mp4|zip)", re.IGNORECASE
)
_OUTWARD = re.compile(r"(?:.*[/\\])?\.\.(?:[/\\].*)?|[/\\~].*|[A-Za-z]:.*")


def unknown(repository: Repository, *spaces: Space, otherwise: Message) -> Iterator[tuple[Place, str, Message]]:
    """The references of some spaces that name nothing, with the nearest name, or `otherwise` as advice."""
    hints: dict[str, Message] = {}
    for space in spaces:
        for placed, reference in repository.unresolved.get(space, ()):
            name = reference.name
            if name not in hints:
                hints[name] = _hint(repository, (placed, reference)) or otherwise
            yield placed.at(*reference.loc), name, hints[name]


def _hint(repository: Repository, named: Named) -> Message | None:
    placed, reference = named
    local = local_names(placed.model).get(reference.space, frozenset())
    known = repository.names.get(reference.space, frozenset()) | local
    if parting := _parting(reference.name, known):
        return say("a full-width '{sign}' does not part names: write ', '", sign=parting)
    near = get_close_matches(reference.name, sorted(known), n=1, cutoff=0.6)
    return say("did you mean '{near}'?", near=repository.canonical(near[0])) if near else None


def _parting(name: str, known: Container[str]) -> str | None:
    """The Chinese comma with which several known names were written as one."""
    return next(
        (sign for sign in "，、" if sign in name and all(part.strip() in known for part in name.split(sign))), None
    )


def known_unit(name: str, repository: Repository) -> Unit:
    """The unit that somebody asked for; a name that nothing is called by is refused with the nearest."""
    if name in repository.unit_by_name:
        return repository.unit_by_name[name].model
    if near := get_close_matches(name, repository.unit_by_name, n=1, cutoff=0.4):
        raise Refusal(say("no unit is called '{unit}'; did you mean {near}?", unit=name, near=near))
    raise Refusal(say("no unit is called '{unit}'; {file} lists them", unit=name, file="data/units.yaml"))


def files_named(repository: Repository) -> Iterator[tuple[Place, str]]:
    """The files that records name and the folder does not hold; free text counts where it can only be a path."""
    for placed, reference in repository.unresolved.get("file", ()):
        yield placed.at(*reference.loc), reference.name
    for place, text in _free_texts(repository):
        if text not in repository.paths and is_path(text):
            yield place, text


def _free_texts(repository: Repository) -> Iterator[tuple[Place, str]]:
    """Where a record may hold a path or words."""
    for task in repository.of(Task):
        if task.model.done and task.model.done.evidence:
            yield task.at("done", "evidence"), task.model.done.evidence
    for drill in repository.of(Drill):
        yield from ((drill.at(key), text) for key in ("script", "archive") if (text := getattr(drill.model, key)))


def is_path(text: str) -> bool:
    """Whether a text can only be meant as the path of a file."""
    return _FILE.fullmatch(text) is not None or leads_outward(text)


def leads_outward(path: str) -> bool:
    """Whether a path is absolute or climbs out of the folder."""
    return bool(_OUTWARD.fullmatch(path))

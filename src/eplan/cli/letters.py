"""Where the letters of `eplan notice` go, and what is said about them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eplan.cli.output import FOLDER, STDOUT, Target, document_name, tell_missing_glyphs, write_documents
from eplan.cli.shared import Shared
from eplan.messages import Message, Refusal, say
from eplan.reading import read_if_there
from eplan.render.notice.letter import Letter, paper
from eplan.render.notice.letters import letter_as
from eplan.render.notice.own import WORD_TEMPLATE, Own
from eplan.render.notice.view import Standing


@dataclass(frozen=True)
class Wish:
    """What was asked for: a format, and `-o` as a folder for all letters or as a file for the one of `--unit`."""

    form: str
    folder: str
    output: str | None
    is_single: bool
    force: bool
    dry_run: bool


def write_letters(shared: Shared, found: Sequence[Letter], wish: Wish) -> None:
    """Write the letters and print their paths."""
    word = read_if_there(shared.repo, WORD_TEMPLATE, shared.at) if wish.form == "docx" else None
    own = Own(shared.templates, word)
    targets = _targets(found, wish)
    contents = [letter_as(wish.form, letter, shared.translate, own) for letter in found]
    write_documents(shared, tuple(zip(contents, targets, strict=True)))


def tell_of(shared: Shared, view: Standing, found: Sequence[Letter], form: str) -> None:
    """Say what is left for a hand, and what the PDF lacks."""
    shared.tell(say("left blank, to be filled in by hand: {blanks}", blanks=tuple(_blanks(view))))
    if form == "pdf":
        from eplan.render.notice.faces import absent_faces

        absent = absent_faces()
        if absent:
            shared.tell(absent)
        tell_missing_glyphs(shared, *map(paper, found))


def _blanks(view: Standing) -> Iterator[Message]:
    yield say("number of the letter")
    if view.signed is None:
        yield say("day of signing")
    if view.lags and view.settings.answer_within is None:
        yield say("day of the answer")
    if not view.office.phone:
        yield say("telephone of the office")
    yield say("day of printing")


def _targets(found: Sequence[Letter], wish: Wish) -> list[Target]:
    if wish.is_single and wish.output:
        return [Target(wish.output, "", wish.force, wish.dry_run)]
    if wish.output == STDOUT:
        raise Refusal(say("several letters cannot go to stdout; --unit writes one"))
    folder = Path(wish.output) if wish.output else FOLDER / wish.folder
    if folder.exists() and not folder.is_dir():
        raise Refusal(say("{file} is a file; -o wants the name of a folder", file=str(folder)))
    names = _file_names(found, wish.form)
    return [Target(str(folder / name), "", wish.force, wish.dry_run) for name in names]


def _file_names(found: Sequence[Letter], form: str) -> Iterator[str]:
    """One name a letter, although different units may come out alike as file names."""
    met = Counter[str]()
    for letter in found:
        name = document_name(*letter.name, suffix=form)
        met[name] += 1
        yield name if met[name] == 1 else document_name(*letter.name, str(met[name]), suffix=form)

"""A letter → PDF, through a Typst template of its own and the way of all our PDFs: words can only be words."""

from functools import partial

from eplan import __version__
from eplan.messages import Translator
from eplan.render.notice.faces import letter_faces, letter_fonts
from eplan.render.notice.letter import Letter, mark_size, signature
from eplan.render.notice.own import Own
from eplan.render.pdf import code, compiled, escape, marked
from eplan.render.templating import environment, rendered
from eplan.render.typst_source import literal, printable, runs
from eplan.render.typst_tables import table_source

TEMPLATE = "typst/letter.typ.j2"
_NO_ANCHORS = frozenset[str]()


def pdf(letter: Letter, _translate: Translator, own: Own) -> bytes:
    """The letter; its date is the day that it was judged on. The same machine writes the same bytes."""
    return marked(compiled(source(letter, own), letter.day, own.templates, fonts=letter_fonts()))


def source(letter: Letter, own: Own) -> str:
    """The letter as Typst source, complete in itself."""
    page = environment(escape, own.templates)
    page.filters.update(
        literal=code(literal),
        printable=printable,
        runs=code(partial(runs, anchors=_NO_ANCHORS)),
        table=code(partial(table_source, anchors=_NO_ANCHORS)),
    )
    page.globals.update(kind=lambda block: type(block).__name__)
    return rendered(
        page,
        TEMPLATE,
        own.templates,
        letter=letter,
        mark=mark_size(letter.organ),
        signature=signature(letter),
        faces=letter_faces(),
        version=__version__,
    )

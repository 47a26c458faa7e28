"""A letter → PDF, through a Typst template of its own and the way of all our PDFs: words can only be words."""

from collections.abc import Mapping
from functools import partial

from eplan import __version__
from eplan.messages import Message, Translator, say
from eplan.render.notice.letter import Letter
from eplan.render.pdf import code, compiled, escape, marked
from eplan.render.templating import environment, rendered
from eplan.render.typst_source import literal, printable, words
from eplan.render.typst_tables import table_source

TEMPLATE = "typst/notice.typ.j2"
STAND_INS: Message = say(
    "GB/T 9704 asks for 小标宋 and 仿宋, which eplan may not ship: Song stands for them; Word files name the real faces"
)


def pdf(letter: Letter, translate: Translator, own: Mapping[str, str] | None = None) -> bytes:
    """The letter; its date is the day that it was judged on."""
    return marked(compiled(source(letter, translate, own), letter.day, None))


def source(letter: Letter, translate: Translator, own: Mapping[str, str] | None = None) -> str:
    """The letter as Typst source, complete in itself."""
    page = environment(escape, own or {})
    page.filters.update(
        literal=code(literal),
        printable=printable,
        one_line=code(lambda line: words(" ".join(line.split()))),
        table=code(partial(table_source, anchors=frozenset())),
    )
    page.globals.update(kind=lambda block: type(block).__name__, translate=translate)
    return rendered(page, TEMPLATE, own or {}, letter=letter, version=__version__)

"""A letter → one HTML file that looks like the sheet of paper, and prints like it."""

from eplan import __version__
from eplan.messages import Translator
from eplan.render.html import dressed
from eplan.render.notice.letter import Letter, breadth, mark_size, signature
from eplan.render.notice.own import Own
from eplan.render.templating import rendered

TEMPLATE = "html/letter.html.j2"


def html(letter: Letter, translate: Translator, own: Own) -> bytes:
    """The letter as HTML."""
    page = rendered(
        dressed(own.templates, translate),
        TEMPLATE,
        own.templates,
        letter=letter,
        mark=mark_size(letter.organ),
        breadth=breadth(letter.organ),
        signature=signature(letter),
        version=__version__,
    )
    return page.encode()

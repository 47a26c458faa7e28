"""A letter → Markdown."""

from eplan.messages import Translator
from eplan.render import markdown as writer
from eplan.render.notice.letter import Letter, paper
from eplan.render.notice.own import Own


def markdown(letter: Letter, translate: Translator, own: Own) -> bytes:
    """The letter as a plain document."""
    return writer.markdown(paper(letter), translate, own.templates).encode()

"""Cover facts and notices that the handbook and the cards share: which folder, as of when, what is wrong with it."""

from collections.abc import Iterator

from eplan import __version__
from eplan.messages import Translator, say
from eplan.render.blocks import Notice, text
from eplan.render.book.wording import day_words
from eplan.render.foot import short_revision
from eplan.render.handbook.views import Edition


def edition_facts(edition: Edition, translate: Translator) -> Iterator[tuple[str, str]]:
    """As of which day, by whom, from which revision."""
    yield translate("As of"), translate(day_words(edition.day))
    if edition.office:
        yield translate("Compiled by"), edition.office
    if edition.revision:
        yield translate("Revision"), short_revision(edition.revision)
    yield translate("Code"), edition.code
    yield translate("Made by"), f"eplan {__version__}"


def edition_notices(edition: Edition, has_examples: bool, translate: Translator) -> Iterator[Notice]:
    """What a reader must know before relying on the document."""
    if edition.errors:
        words = say("The check found {count} errors in the folder; `eplan validate` lists them.", count=edition.errors)
        yield Notice(text(translate(words)), "bad")
    if edition.unreadable:
        words = say("Files that could not be used: {files}", files=edition.unreadable)
        yield Notice(text(translate(words)), "bad")
    if has_examples:
        words = say("What is marked {mark} is made up as an example.", mark=translate("〔example〕"))
        yield Notice(text(translate(words)), "muted")

"""What a card is made of before anybody knows how much fits: parts of entries, in the reader's language and final."""

from dataclasses import dataclass

from eplan.messages import Translator
from eplan.render.blocks import Text


@dataclass(frozen=True)
class Line:
    """One entry: `lead` is seen first (a time limit, a level), `under` stands small below it, `end` at the far edge."""

    body: Text
    more: Text = ()
    lead: str = ""
    under: str = ""
    end: str = ""


@dataclass(frozen=True)
class Part:
    """Entries under a title; what is `beside` is asked of the unit and not of the post."""

    title: str
    lines: tuple[Line, ...]
    beside: bool = False


@dataclass(frozen=True)
class Hand:
    """What all cards of a deck are written with: the language, and the district that no title need repeat."""

    translate: Translator
    district: str

    def short(self, title: str) -> str:
        """A title without the district."""
        return title.removeprefix(self.district) or title


def filled(*parts: Part) -> tuple[Part, ...]:
    """The parts that say something."""
    return tuple(part for part in parts if part.lines)

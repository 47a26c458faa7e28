"""What a rule is. The engine, `eplan rules`, `eplan explain`, the pages and the tests all read this.

A rule is a function from one thing to what is wrong with it. The type of its parameter says what it asks about:
`Placed[Task]` one task (and so on for every record; a withdrawn plan is asked nothing), `Repository` the whole folder,
`Faults` what reading complained of, `Settlement` what became of the acceptances.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from inspect import getdoc
from typing import Any, NamedTuple, get_args, get_origin

from eplan.document import Place
from eplan.finding import Fault, Severity
from eplan.messages import Message
from eplan.models.base import Acceptance
from eplan.models.law import Requirement
from eplan.repository import Placed

Example = Mapping[str, str | bytes]
"""File name → what it holds; bytes where a file is not UTF-8."""
AS_OF = date(2012, 12, 31)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields. Repetitions of one `cause` become one finding; `basis` are the requirements it rests on.

    What `is_doubtful` rests on something that nobody read, and is never an error.
    """

    place: Place
    message: Message
    cause: str = ""
    basis: tuple[Requirement, ...] = ()
    severity: Severity | None = None
    is_doubtful: bool = False


@dataclass(frozen=True)
class Faults:
    """What was found while reading: each fault is named after the Y rule that reports it."""

    all: tuple[Fault, ...]

    def of(self, kind: str) -> Iterator[Fault]:
        return (fault for fault in self.all if fault.kind == kind)


class Settled(NamedTuple):
    """An acceptance, how many findings it covered (None where its rule did not see all), whether its rule exists."""

    place: Place
    acceptance: Acceptance
    covered: int | None
    is_known: bool


@dataclass(frozen=True)
class Settlement:
    """What became of the acceptances of the folder."""

    as_of: date
    all: tuple[Settled, ...]


Check = Callable[[Any], Iterator[Found] | Iterator[Fault]]


@dataclass(frozen=True)
class Rule:
    """A rule, declared once."""

    id: str
    name: str
    severity: Severity
    written_bad: Example | Callable[[], Example] = field(repr=False)
    good: Example = field(repr=False)
    as_of: date
    asks: type
    check: Check = field(repr=False)

    @property
    def group(self) -> str:
        return self.id[0]

    @cached_property
    def bad(self) -> Example:
        """What the rule finds fault with. Examples of megabytes are made when somebody asks for them."""
        return self.written_bad() if callable(self.written_bad) else self.written_bad

    @cached_property
    def doc(self) -> str:
        """The manual page: the docstring of the check."""
        return getdoc(self.check) or ""

    @property
    def summary(self) -> str:
        """The demand in one sentence."""
        return self.doc.partition("\n\n")[0].replace("\n", " ")

    @cached_property
    def source(self) -> str:
        """The paragraph under `## Source` of the manual page: law, standard or practice."""
        return self.doc.partition("## Source\n\n")[2].partition("\n\n")[0]


def rule(
    id: str, *, severity: Severity, bad: Example | Callable[[], Example], good: Example, as_of: date = AS_OF
) -> Callable[[Check], Rule]:
    """Make a rule of a check function: its name and docstring are the rule's. `as_of` is the day of the examples."""

    def make(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        return Rule(id, name, severity, bad, good, as_of, _asks(check), check)

    return make


def _asks(check: Check) -> type:
    """The type of thing that a check is about: the model inside `Placed[…]`, else the parameter's own type."""
    hint: Any = next(iter(check.__annotations__.values()))
    subject: type = get_args(hint)[0] if get_origin(hint) is Placed else hint
    return subject

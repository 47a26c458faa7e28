"""What a check says, and where. Knows nothing else of eplan but how sentences are made."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import PurePosixPath

from eplan.messages import Message, say


class Severity(IntEnum):
    """How heavy a finding is; errors break CI, warnings and infos do not unless asked."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, label: str) -> "Severity":
        return cls[label.upper()]


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    path: PurePosixPath
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """A way in which one file is not what it should be, found while reading it. `kind` is the name of a Y rule."""

    kind: str
    position: Position
    message: Message
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Why a finding may stay, who decided it, until when, and where that is written."""

    position: Position
    reason: str
    by: str | None
    until: date

    @property
    def message(self) -> Message:
        if self.by is None:
            return say("accepted until {until}: {reason}", until=self.until, reason=self.reason)
        return say("accepted by {by} until {until}: {reason}", by=self.by, until=self.until, reason=self.reason)


@dataclass(frozen=True)
class Finding:
    """One complaint of one rule at one place; `more` are further places of the same cause.

    `is_law` says that the basis are requirements in force on the day, and not what the rule's page says of its source.
    """

    position: Position
    rule: str
    name: str
    severity: Severity
    message: Message
    basis: tuple[Message, ...] = ()
    fingerprint: str = ""
    more: tuple[Position, ...] = ()
    accepted: Accepted | None = None
    is_law: bool = False

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (str(self.position.path), self.position.line, self.position.column, self.rule, self.fingerprint)

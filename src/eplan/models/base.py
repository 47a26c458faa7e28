"""What all records share: how keys are spelt, and the three fields that any record may carry."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

from eplan.models.quantities import Day

NAME_PATTERN = r"^\S(.*\S)?$"
CLOCK_PATTERN = r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$"
PHONE_PATTERN = r"^\+?\d[\d -]{1,18}\d$"
Name = Annotated[str, StringConstraints(min_length=1, pattern=NAME_PATTERN)]
"""A name or id: one line, not empty, no blanks around it."""
Phone = Annotated[str, StringConstraints(pattern=PHONE_PATTERN)]
"""A telephone number, always text."""
Clock = Annotated[str, StringConstraints(pattern=CLOCK_PATTERN)]
"""A time of day; 24:00 is the end of the day."""


def _key(name: str) -> str:
    """`full_name` is written `full-name`; `from_` and `with_` only dodge Python's own words."""
    return name.rstrip("_").replace("_", "-")


def field(title: str, description: str, default: Any = ..., **constraints: Any) -> Any:
    """A field with the words that people see; the catalogues translate both."""
    return Field(default, title=title, description=description, **constraints)


def _shape(value: Any) -> str:
    match value:
        case dict():
            return "(mapping)"
        case list() | tuple():
            return "(list)"
        case bool():
            return "(switch)"
        case _:
            return "(text)"


class Part(BaseModel):
    """A mapping inside a record: frozen, unknown keys forbidden, nothing coerced."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True, alias_generator=_key)


TextOrList = Annotated[
    Annotated[str, Tag("(text)")] | Annotated[tuple[Name, ...], Tag("(list)")], Discriminator(_shape)
]
"""A sentence, or a list of names."""
SHAPE = Discriminator(_shape)
"""Tells the branches of a union apart by the YAML shape: a mistake is reported for the branch that was meant."""


class Acceptance(Part):
    """A finding that somebody has decided to live with, for a while."""

    rule: Name = field("Rule", "Id of the rule whose finding is accepted, such as P204.")
    path: Name | None = field("Path", "File or folder that it holds for; only in eplan.yaml.", None)
    reason: str = field("Reason", "Why the finding may stay.")
    by: Name | None = field("Accepted by", "Who decided.", None)
    until: Day = field("Until", "The last day on which the acceptance holds.")


class Record(Part):
    """A mapping that may stand on its own: it can be an example, and findings on it can be accepted."""

    example: bool = field("Example", "True where the record is made up to show how it is written.", False)
    note: str | None = field("Note", "A remark that is kept with the record and not judged.", None)
    accept: tuple[Acceptance, ...] = field("Accepted findings", "Findings on this record that are accepted.", ())


def texts(value: "str | tuple[str, ...] | None") -> tuple[str, ...]:
    """A text-or-list as a tuple."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value

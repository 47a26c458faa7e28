"""A figure and the records that it was counted from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from eplan.repository import Placed


@dataclass(frozen=True)
class Figure:
    """A number in a report. `sources` are the ids of the records it was counted from; `example` marks made-up ones."""

    value: float
    sources: tuple[str, ...] = ()
    example: bool = False

    def __str__(self) -> str:
        return f"{self.value:,.0f}" if self.value == int(self.value) else f"{self.value:,.1f}"

    def __bool__(self) -> bool:
        return bool(self.value)


def count(records: Iterable[Placed[Any]], is_example: Callable[[Placed[Any]], bool] | None = None) -> Figure:
    """How many records there are; `is_example` where more than the record itself may be made up."""
    found = tuple(records)
    return Figure(len(found), tuple(record.id for record in found), any(map(is_example or _is_example, found)))


def total(parts: Iterable[tuple[Placed[Any], float]]) -> Figure:
    """The sum of a number over records."""
    found = tuple(parts)
    return Figure(
        sum(number for _, number in found),
        tuple(record.id for record, _ in found),
        any(_is_example(record) for record, _ in found),
    )


def added(figures: Iterable[Figure]) -> Figure:
    """The sum of figures, counted from the records of all of them."""
    found = tuple(figures)
    return Figure(
        sum(item.value for item in found),
        tuple(source for item in found for source in item.sources),
        any(item.example for item in found),
    )


def _is_example(record: Placed[Any]) -> bool:
    return bool(record.model.example)

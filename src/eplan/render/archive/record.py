"""What was decided on a task: postponements, the word that it is done, the days on which a recurring task was held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from eplan.messages import Message, say
from eplan.models.tasks import Task


@dataclass(frozen=True)
class Decision:
    """Something decided or recorded; a postponement may have no day."""

    day: date | None
    what: Message
    by: str
    words: str
    example: bool


def decisions(task: Task, day: date) -> tuple[Decision, ...]:
    """What is on record by a day; what has no day first."""
    found = (*_extensions(task, day), *_held(task, day), *_done(task, day))
    return tuple(sorted(found, key=lambda one: one.day or date.min))


def _extensions(task: Task, day: date) -> Iterator[Decision]:
    before = task.due
    for granted in task.extended_by(day):
        what = say("deadline postponed from {before} to {to}", before=str(before or "—"), to=str(granted.to))
        yield Decision(granted.date, what, granted.by or "", granted.reason or "", task.example or granted.example)
        before = granted.to


def _held(task: Task, day: date) -> Iterator[Decision]:
    for held in task.held:
        if held <= day:
            yield Decision(held, say("carried out, by the task list"), "", "", task.example)


def _done(task: Task, day: date) -> Iterator[Decision]:
    if task.done and task.is_done_on(day):
        done = task.done
        yield Decision(
            done.date, say("done, by the task list"), done.checked_by or "", done.evidence or "",
            task.example or done.example,
        )  # fmt: skip

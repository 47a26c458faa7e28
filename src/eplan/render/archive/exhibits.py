"""Deliverables and evidence of a task: which are files that can be copied, which are only words, which are missing."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import Enum

from eplan.messages import Message, say
from eplan.models.tasks import Deliverable, Task
from eplan.naming import is_path
from eplan.render.views.plans import PlanState, plan_state
from eplan.repository import Repository


class Kept(Enum):
    """Where an exhibit is."""

    FILE = "a file of the folder"
    PLAN = "a plan of the folder"
    WORDS = "described in words"
    LOST = "named, and not there"
    UNNAMED = "no file is named"


@dataclass(frozen=True)
class Exhibit:
    """A deliverable or a piece of evidence. `source` is the path of the file or the id of the plan that it names."""

    role: Message
    title: str
    kept: Kept
    source: str = ""
    plan: PlanState | None = None
    example: bool = False
    is_owed: bool = False

    @property
    def is_missing(self) -> bool:
        """Whether it ought to be there: what an open task has yet to bring does not count."""
        return self.kept is Kept.LOST or (self.kept is Kept.UNNAMED and self.is_owed)


DELIVERABLE, EVIDENCE = say("Deliverable"), say("Evidence")


def named_files(task: Task) -> Iterator[str]:
    """The paths that a task names, or what may be one."""
    yield from (item.file for item in task.deliverables if item.file)
    if task.done and task.done.evidence:
        yield task.done.evidence


def exhibits(task: Task, repository: Repository, files: Container[str]) -> Iterator[Exhibit]:
    """What the task leaves behind, then what proves that it is done."""
    is_done = task.is_done_on(repository.as_of)
    for item in task.deliverables:
        example = task.example or item.example
        if item.file:
            yield Exhibit(DELIVERABLE, item.title, _kept(item.file, files), item.file, example=example)
        if item.plan:
            yield _plan(item, item.plan, repository, example)
        if not item.file and not item.plan:
            yield Exhibit(DELIVERABLE, item.title, Kept.UNNAMED, example=example, is_owed=is_done)
    if task.done and is_done:
        yield _evidence(task.done.evidence or "", files, task.example or task.done.example)


def _kept(path: str, files: Container[str]) -> Kept:
    return Kept.FILE if path in files else Kept.LOST


def _plan(item: Deliverable, plan: str, repository: Repository, example: bool) -> Exhibit:
    found = repository.plan_by_id.get(plan)
    if found is None:
        return Exhibit(DELIVERABLE, item.title, Kept.LOST, plan, example=example)
    state = plan_state(found.model, repository.as_of)
    kept = Kept.LOST if state is PlanState.WITHDRAWN else Kept.PLAN
    return Exhibit(DELIVERABLE, item.title, kept, plan, state, example or found.model.example)


def _evidence(words: str, files: Container[str], example: bool) -> Exhibit:
    if not words:
        return Exhibit(EVIDENCE, "", Kept.UNNAMED, example=example, is_owed=True)
    if words in files or is_path(words):
        return Exhibit(EVIDENCE, words.rpartition("/")[2], _kept(words, files), words, example=example)
    return Exhibit(EVIDENCE, words, Kept.WORDS, example=example)

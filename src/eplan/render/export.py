"""Records of one kind for other programs: the task ledger and the supply catalogue as Excel, CSV and JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from eplan.messages import Message, Refusal, Translator, say
from eplan.render.plain import as_json
from eplan.render.views.catalogue import SupplyLine, catalogue
from eplan.render.views.report import Judged
from eplan.render.views.tasks import FundLine, TaskLine, accountable, funds, lines
from eplan.repository import Repository

FORMATS = ("xlsx", "csv", "json")


@dataclass(frozen=True)
class Tasks:
    """The task ledger (任务分解表)."""

    district: str
    day: date
    revision: str | None
    tasks: tuple[TaskLine, ...]
    funds: tuple[FundLine, ...]

    @property
    def title(self) -> Message:
        return say("task ledger")


@dataclass(frozen=True)
class Supplies:
    """The supply catalogues of the departments as one."""

    district: str
    day: date
    revision: str | None
    supplies: tuple[SupplyLine, ...]

    @property
    def title(self) -> Message:
        return say("catalogue of supplies")


Export = Tasks | Supplies


def tasks(now: Judged, unit: str | None) -> Tasks:
    """The tasks, or those that a unit answers for."""
    repository = now.repository
    own = tuple(task for task in repository.tasks if unit is None or unit in accountable(repository, task.model))
    ids = {task.id for task in own}
    money = tuple(line for line in funds(repository).lines if line.task.id in ids)
    return Tasks(*_head(repository), now.revision, lines(repository, own), money)


def supplies(now: Judged, unit: str | None) -> Supplies:
    """The items, or those of a unit."""
    found = tuple(line for line in catalogue(now.repository) if unit in (None, line.unit))
    return Supplies(*_head(now.repository), now.revision, found)


def _head(repository: Repository) -> tuple[str, date]:
    return repository.on.config.district.name, repository.as_of


KINDS: dict[str, Callable[[Judged, str | None], Export]] = {"tasks": tasks, "supplies": supplies}


def export_as(form: str, export: Export, translate: Translator) -> bytes:
    """The records in one format; JSON has the keys and words of the program, the others those of the reader."""
    if form not in FORMATS:
        raise Refusal(say("no format '{name}'; there are {formats}", name=form, formats=FORMATS))
    if form == "json":
        return as_json(export, translate).encode()
    if isinstance(export, Tasks):
        listing = import_module("eplan.render.workbook.ledger").ledger(export.tasks, export.funds, translate)
    else:
        listing = import_module("eplan.render.workbook.catalogue").catalogue(export.supplies, translate)
    if form == "csv":
        return bytes(import_module("eplan.render.workbook.csv_file").csv_of(listing))
    title = translate(
        say("{district}: {name}, as of {day}", district=export.district, name=export.title, day=export.day)
    )
    return bytes(import_module("eplan.render.workbook").sheet_of(listing, title, export.day, translate))

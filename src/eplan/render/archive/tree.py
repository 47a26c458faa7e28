"""The archive as files: which folder and name each sheet and each copy gets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath

from eplan.messages import Message, Translator, say
from eplan.render.archive.cover import cover
from eplan.render.archive.exhibits import Exhibit, Kept
from eplan.render.archive.index import index
from eplan.render.archive.item import Filed, Item
from eplan.render.archive.sheets import month_sheet, quarter_sheet
from eplan.render.archive.view import Archive, AreaFile, Quarter, TaskFile
from eplan.render.archive.words import kept_words, mark, month_words, summary_words
from eplan.render.blocks import Paper
from eplan.render.file_names import distinct, file_name, kept_name
from eplan.render.report.words import day_words, due_words, period_words

SUMS = "SHA256SUMS"
AREA, TASK, UNIT = 90, 90, 48
"""Bytes of a name: three to a Chinese character. Folder, file and what is above them must fit into 260 characters."""
Print = Callable[[str], Paper]
"""The id of a plan → the plan as a document."""


@dataclass(frozen=True)
class Tree:
    """All files of the archive, in the order of the index."""

    index: Item
    filed: tuple[Filed, ...]

    @property
    def items(self) -> Iterator[tuple[PurePosixPath, Item]]:
        yield PurePosixPath(self.index.path), self.index
        for task in self.filed:
            yield from ((task.folder / item.path, item) for item in (task.cover, *task.items))


def tree(archive: Archive, form: str, plan: Print, translate: Translator) -> Tree:
    """The files; `form` is the ending of the sheets, `plan` prints a plan that is a deliverable."""
    build = _Builder(archive, form, cache(plan), translate)
    name = build.named("00 ", say("General index"))
    filed = tuple(build.filed(taken=(name, SUMS)))
    return Tree(Item(name, "", index(archive, filed, form, translate)), filed)


@dataclass(frozen=True)
class _Builder:
    archive: Archive
    form: str
    plan: Print
    translate: Translator

    def filed(self, taken: tuple[str, ...]) -> Iterator[Filed]:
        """The tasks in folders of areas, none of which is called like a file that stands beside them."""
        areas = self.archive.areas
        folders = distinct((*taken, *(file_name(f"{area.id} {area.title}", AREA) for area in areas)))
        for folder, area in zip(folders[len(taken) :], areas, strict=True):
            yield from self._area(PurePosixPath(folder), area)

    def _area(self, folder: PurePosixPath, area: AreaFile) -> Iterator[Filed]:
        names = distinct(map(self._folder_name, area.tasks))
        for name, task in zip(names, area.tasks, strict=True):
            items = tuple(self._items(task))
            own = self.named("00 ", say("Cover and contents"))
            sheet = cover(task, items, self.archive, self.form, self.translate)
            yield Filed(area, task, folder / name, Item(own, "", sheet), items)

    def _folder_name(self, task: TaskFile) -> str:
        """Name, unit and deadline, as the office's programme wants them on the folder."""
        line = task.line
        title = file_name(f"{line.id} {line.title}", TASK)
        owner = file_name(self._owner(task.units), UNIT)
        due = file_name(due_words(line, self.translate) + mark(line.due_example, self.translate), UNIT)
        return self.translate(say("{title} ({unit}, {due})", title=title, unit=owner, due=due))

    def _owner(self, units: tuple[str, ...]) -> str:
        """All units where there is room for them, else the first."""
        together = self.translate.joiner.join(units)
        if len(together.encode()) <= UNIT:
            return together or self.translate("no unit")
        return self.translate(say("{unit} and others", unit=units[0])) if len(units) > 1 else units[0]

    def named(self, before: str, words: Message) -> str:
        return f"{before}{file_name(self.translate(words))}.{self.form}"

    def _items(self, task: TaskFile) -> Iterator[Item]:
        for quarter in task.quarters:
            if quarter.has_material:
                yield from self._quarter(task, quarter)
        yield from self._exhibits(task)

    def _quarter(self, task: TaskFile, quarter: Quarter) -> Iterator[Item]:
        folder = file_name(self.translate(period_words(quarter.period)))
        for month in quarter.months:
            if month.entries:
                by = self.translate.joiner.join(entry.unit for entry in month.entries)
                sheet = month_sheet(task, month, self.archive, self.translate)
                yield Item(f"{folder}/{self.named('', month_words(month.period))}", by, sheet, month.period.name)
        sheet = quarter_sheet(task, quarter, self.archive, self.translate)
        name = self.named("", summary_words(self.archive, quarter.period))
        yield Item(f"{folder}/{name}", self.archive.edition.office, sheet, day_words(quarter.day))

    def _exhibits(self, task: TaskFile) -> Iterator[Item]:
        folder = file_name(self.translate("Deliverables and evidence"))
        found = [item for item in map(self._exhibit, task.exhibits) if item]
        names = distinct(item.path for item in found)
        for name, item in zip(names, found, strict=True):
            yield replace(item, path=f"{folder}/{name}")

    def _exhibit(self, exhibit: Exhibit) -> Item | None:
        """The file, under its own name; nothing where there is nothing to file."""
        words = self.translate(kept_words(exhibit)) + mark(exhibit.example, self.translate)
        match exhibit.kept:
            case Kept.FILE:
                return Item(kept_name(exhibit.source), words, exhibit.source)
            case Kept.PLAN:
                return Item(f"{file_name(exhibit.title)}.{self.form}", words, self.plan(exhibit.source))
            case _:
                return None

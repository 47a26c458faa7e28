"""A file of the archive, and the folder of a task with its files."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from eplan.render.archive.view import AreaFile, TaskFile
from eplan.render.blocks import Cell, Paper, Run

LINKED = ("html", "md")
"""Formats in which one file leads to another."""


@dataclass(frozen=True)
class Item:
    """A file: a sheet, or the path of a file of the data folder to be copied. `about` says from whom, or what it is."""

    path: str
    about: str
    content: Paper | str
    day: str = ""


@dataclass(frozen=True)
class Filed:
    """A task with its folder in the archive; the paths of its files begin there."""

    area: AreaFile
    task: TaskFile
    folder: PurePosixPath
    cover: Item
    items: tuple[Item, ...]


def linked(words: str, path: str, form: str) -> Cell:
    """Words that lead to a file, where the format can."""
    return Cell((Run(words, link=f"./{quote(path)}" if form in LINKED else ""),))

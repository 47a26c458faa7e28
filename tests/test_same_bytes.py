"""Every document, in every format: the same bytes from two processes that share only what the folder holds."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, write_folder
from tests.district import FILES as DISTRICT
from tests.test_archive import FILES as ARCHIVED

PAPER = ("html", "md", "pdf", "docx")
BOUND: Mapping[str, tuple[str, ...]] = {
    "book": PAPER,
    "book --audience public": PAPER,
    "handbook 区林业局": PAPER,
    "cards": PAPER,
    "cards --sheet": ("pdf",),
    "report --quarter 2012Q4": (*PAPER, "json", "xlsx"),
    "export tasks": ("xlsx", "csv", "json"),
    "export supplies": ("xlsx", "csv", "json"),
}
LETTERS = {"notice --quarter 2012Q4": PAPER}
KEPT = {"archive --quarter 2012Q4": PAPER}
HERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "COLUMNS": "120"}
THERE = {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "77", "COLUMNS": "40"}
RUN = """
import json, sys
from eplan.cli.app import run
for arguments in json.loads(sys.argv[1]):
    assert run(arguments, {}) == 0, arguments
"""


def written(folder: Path, cwd: Path, surroundings: Mapping[str, str], commands: Mapping[str, tuple[str, ...]]) -> Path:
    """All documents, in one process of its own."""
    out = cwd / "written"
    shared = ("-C", os.path.relpath(folder, cwd), "--as-of", "2012-12-31", "-q")
    orders = [
        [*command.split(), "--format", form, "-o", f"written/{number}-{form}.{form}", *shared]
        for number, (command, forms) in enumerate(commands.items())
        for form in forms
    ]
    out.mkdir(parents=True)
    environment = {**os.environ, **surroundings}
    subprocess.run([sys.executable, "-c", RUN, json.dumps(orders)], cwd=cwd, env=environment, check=True)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("commands", [BOUND, LETTERS, KEPT], ids=["bound", "letters", "kept"])
def test_time_zone_locale_hashes_and_places_change_no_byte(
    commands: Mapping[str, tuple[str, ...]], tmp_path: Path
) -> None:
    here, there = tmp_path / "here/folder", tmp_path / "there/elsewhere/other"
    if commands is BOUND:
        shutil.copytree(ROOT / "tests/golden/book/folder", here)
    else:
        write_folder(here, DISTRICT if commands is LETTERS else ARCHIVED)
    shutil.copytree(here, there, copy_function=shutil.copyfile)
    first = contents(written(here, tmp_path / "here", HERE, commands))
    second = contents(written(there, tmp_path / "there", THERE, commands))
    assert len(first) >= sum(map(len, commands.values()))
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()

"""The bar: on the terminal of somebody who waits, and nowhere else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from eplan.cli.progress import MANY
from tests.conftest import write_folder


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"data/activities/{number}.yaml": "activities: []\n" for number in range(MANY)}
    return write_folder(tmp_path_factory.mktemp("large"), {"eplan.yaml": "district: {name: 某区}\n", **files})


def told(folder: Path, *arguments: str) -> str:
    """What `eplan validate` writes to a terminal as its stderr."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "eplan", "validate", "-C", str(folder), "--as-of", "2012-12-31", "--lang", "en"]
    subprocess.run([*command, *arguments], stdout=subprocess.DEVNULL, stderr=theirs, check=False)
    os.write(theirs, b"<end>")
    said = b""
    while not said.endswith(b"<end>"):
        said += os.read(ours, 1 << 16)
    os.close(ours)
    os.close(theirs)
    return said.decode().removesuffix("<end>")


def test_who_waits_at_a_terminal_sees_a_bar(large: Path) -> None:
    assert "Checking" in told(large, "--fail-on", "never")


def test_quiet_and_small_folders_have_none(large: Path, tmp_path: Path) -> None:
    small = write_folder(tmp_path, {"eplan.yaml": "district: {name: 某区}\n"})
    assert "Checking" not in told(large, "--fail-on", "never", "--quiet")
    assert "Checking" not in told(small, "--fail-on", "never")

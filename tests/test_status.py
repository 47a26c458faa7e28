"""The screen of `eplan status` on terminals of any width, in both languages, with and without colour."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from contextlib import suppress
from functools import cache
from unicodedata import east_asian_width

import pytest
from rich.cells import cell_len

from tests.conftest import ROOT
from tests.test_cli import eplan

STATUS = ("-m", "eplan", "status", "-C", str(ROOT), "--as-of", "2012-12-31")
TERMINALS = pytest.mark.parametrize(
    ("columns", "language"), [(40, "zh-CN"), (80, "zh-CN"), (120, "zh-CN"), (60, "en"), (80, "en")]
)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@cache
def on_terminal(columns: int, language: str, **variables: str) -> str:
    """What the program writes on a terminal of so many columns."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {
        name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "EPLAN_LANG")
    }
    environment |= {"PYTHONUTF8": "1", "TERM": "xterm-256color", **variables}
    with subprocess.Popen(
        [sys.executable, *STATUS, "--lang", language], stdout=its, stderr=its, stdin=its, env=environment
    ):
        os.close(its)
        parts = []
        with suppress(OSError):  # the end of a terminal
            while part := os.read(ours, 1 << 16):
                parts.append(part)
    os.close(ours)
    return b"".join(parts).decode()


@TERMINALS
def test_no_line_is_wider_than_the_terminal(columns: int, language: str) -> None:
    screen = on_terminal(columns, language, NO_COLOR="1")
    assert "\x1b" not in screen
    assert columns - 2 <= max(map(cell_len, screen.splitlines())) <= columns


@TERMINALS
def test_numbers_are_whole_and_stand_in_columns(columns: int, language: str) -> None:
    screen = on_terminal(columns, language, NO_COLOR="1")
    assert not re.search(r"\d…|\s…\s*$", screen, re.MULTILINE)
    lines = screen.splitlines()
    areas = [line for line in lines if re.match(r"\d ", line)]
    assert len(areas) == 9
    assert len(set(map(cell_len, areas))) == 1
    counted = [re.search(r"\d+/\d+", line) for line in lines if line.startswith("  ") and "%" in line]
    assert len(counted) == 12
    assert len({cell_len(found.string[: found.end()]) for found in counted if found}) == 1


def test_only_chinese_is_two_columns_wide() -> None:
    """What is wide in some fonts and narrow in others would push the columns after it."""
    told = set(on_terminal(80, "zh-CN", NO_COLOR="1"))
    assert {character for character in told if east_asian_width(character) == "A"} == set()


def test_colour_adds_nothing_but_colour() -> None:
    coloured = on_terminal(80, "zh-CN")
    assert "\x1b[" in coloured
    plain = [line.rstrip() for line in _COLOUR.sub("", coloured).splitlines()]
    assert plain == on_terminal(80, "zh-CN", NO_COLOR="1").splitlines()


def test_a_pipe_gets_80_columns_without_colour() -> None:
    done = eplan("status", "-C", str(ROOT), "--as-of", "2012-12-31", "--lang", "zh-CN")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert 78 <= max(map(cell_len, done.stdout.splitlines())) <= 80

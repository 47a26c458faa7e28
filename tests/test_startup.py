"""What is imported when: start-up is part of the product."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

HEAVY = (
    "pydantic",
    "jinja2",
    "rich.console",
    "rich.markdown",
    "ruamel.yaml",
    "typst",
    "docx",
    "docxtpl",
    "openpyxl",
    "xlsxwriter",
)


def loaded(*arguments: str) -> set[str]:
    """The modules that one run of the command line imports."""
    program = (
        "import os, sys, runpy\nos._exit = sys.exit\n"
        f"sys.argv = ['eplan', *{list(arguments)!r}]\n"
        "try:\n    runpy.run_module('eplan', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("report", "--help"), ("notice", "--help")], ids=" ".join
)
def test_light_commands_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    assert "eplan" in modules
    assert {name for name in HEAVY if name in modules} == set()


def test_version_does_not_even_import_the_command_line() -> None:
    assert "typer" not in loaded("--version")


def test_validate_imports_no_writer_of_documents() -> None:
    modules = loaded("validate", "--as-of", "2012-12-31", "--select", "Y101")
    assert "pydantic" in modules
    assert {"jinja2", "rich.console", "typst", "docx", "xlsxwriter"} & modules == set()
    assert {"email", "importlib.metadata", "zipfile"} & modules == set()  # what a search for plugins would load

"""`--update` rewrites generated files; folders are built from mappings of file name to text."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from eplan.reading import Sources
from eplan.rule import Rule
from eplan.workspace import Checked, check_sources

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite generated and golden files")


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


def sources_of(files: Mapping[str, str | bytes]) -> Sources:
    """A folder that is never on a disk."""
    yaml = {
        PurePosixPath(name): content.encode() if isinstance(content, str) else content
        for name, content in files.items()
        if name.endswith((".yaml", ".yml"))
    }
    return Sources(yaml, frozenset(files))


def check_files(files: Mapping[str, str | bytes], as_of: date, rules: list[Rule] | None = None) -> Checked:
    return check_sources(sources_of(files), as_of, rules)


def write_folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root

"""Edits touch only what they mean to: every entry of real files put anew, and approvals as a user gives them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from eplan.cli.app import run
from eplan.document import Document, Loc
from eplan.editing.splicing import put
from eplan.messages import Refusal
from eplan.parsing import parse
from eplan.reading import read_folder
from tests.conftest import ROOT, write_folder
from tests.test_book import FOLDER

VALUES = (
    "2012-12-03",
    "区政府",
    "no",
    "012",
    "a: b #c",
    "",
    "1:30",
    '"q" \\',
    "null",
    "{x}",
    "- x",
    "№7〔示例〕",
    12,
    True,
)
SHAPES = {
    "flow": "a: {b: 1, c: [x, y]}  # why\nd: 2\n",
    "empty flow": "a: {}\n",
    "no newline at the end": "a:\n  b: 1",
    "CRLF": "a:\r\n  b: 1\r\n\r\nc: 2\r\n",
    "mark of byte order": "\ufeffa: {b: '甲'}\n",
    "block text": "a:\n  b: |\n    one\n    two\n\n# about c\nc: 1\n",
    "comments between": "a:\n  b: 1 # of b\n  # of a\n\n# of c\nc: {x: 1}\n",
    "list": "a:\n  - {b: 1}\n  - b: 2\n    c: 3\n",
}


def document(source: str | bytes, path: str = "data/plans/x.yaml") -> Document:
    read = parse(PurePosixPath(path), source.encode() if isinstance(source, str) else source)
    assert isinstance(read, Document)
    return read


def places(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, bool]]:
    """Every entry of every mapping, whether it holds a scalar."""
    match data:
        case dict():
            for key, value in data.items():
                yield (*loc, key), not isinstance(value, dict | tuple)
                yield from places(value, (*loc, key))
        case tuple():
            for place, value in enumerate(data):
                yield from places(value, (*loc, place))


def changed(before: bytes, after: bytes) -> int:
    """How many lines another file has, counted on the side that has more."""
    old, new = before.splitlines(), after.splitlines()
    same = next(
        (n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    pairs = zip(reversed(old[same:]), reversed(new[same:]), strict=False)
    tail = next((n for n, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(old), len(new)) - same)
    return max(len(old), len(new)) - same - tail


def sources() -> list[tuple[str, bytes]]:
    folders = ((FOLDER, read_folder(FOLDER)), (ROOT, read_folder(ROOT)))
    found = [(str(path), source) for _, folder in folders for path, source in folder.yaml.items()]
    return [(name, source) for name, source in found if isinstance(parse(PurePosixPath(name), source), Document)]


EVERY_SHAPE = pytest.mark.parametrize(
    "source", [pytest.param(text.encode(), id=name) for name, text in SHAPES.items()]
    + [pytest.param(source, id=name) for name, source in sources()[::7]]
)  # fmt: skip


@EVERY_SHAPE
def test_every_value_can_be_put_anew_on_its_own_line(source: bytes) -> None:
    here = document(source)
    for turn, (loc, is_scalar) in enumerate(places(here.data)):
        mark = here.locate(loc)
        if is_scalar and mark.line == mark.end_line:
            try:
                after = put(here, loc, VALUES[turn % len(VALUES)])
            except Refusal:
                assert b"|" in source or b">" in source  # a text of several lines is left to people
                continue
            assert changed(source, after) <= 1
            assert after.startswith(b"\xef\xbb\xbf") == source.startswith(b"\xef\xbb\xbf")


@EVERY_SHAPE
def test_an_entry_can_be_added_to_every_mapping(source: bytes) -> None:
    here = document(source)
    for loc, _ in places(here.data):
        around = loc[:-1]
        after = put(here, (*around, "新"), {"date": "2012-12-03", "by": "区政府: 甲"})
        assert changed(source, after) == 1


def test_comments_and_neighbours_stay() -> None:
    before = document(
        "title: 某预案  # 名称\nedition:\n  number: 某〔2012〕1号\n  approved:  # 批准\n    date: 2012-01-01 # 旧\n"
        "    by: '区政府'\n\n# 以下不动\nowner: 区政府\n"
    )
    after = put(before, ("edition", "approved"), {"date": "2012-12-03", "digest": {"substance": "a1", "whole": "b2"}})
    assert after.decode() == (
        "title: 某预案  # 名称\nedition:\n  number: 某〔2012〕1号\n  approved:  # 批准\n    date: 2012-12-03 # 旧\n"
        "    by: '区政府'\n    digest: {substance: a1, whole: b2}\n\n# 以下不动\nowner: 区政府\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(
        tmp_path,
        {
            "eplan.yaml": "district: {name: 某区}\nlanguage: en\n",
            "data/units.yaml": "units: [{name: 区政府, kind: government, contacts: [{post: 区长}]}]\n",
            "data/plans/overall.yaml": (
                "title: 某区总体预案\nkind: overall\nowner: 区政府\n# 版本\nedition: {number: 某〔2012〕1号}\n"
                "command: {commander: 区长, duties: {区政府: 指挥}}\n"
            ),
        },
    )


def eplan(folder: Path, *arguments: str) -> int:
    return run([*arguments, "-C", str(folder), "--as-of", "2012-12-31", "--lang", "en"], {})


def test_approval_binds_the_content(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder / "data/plans/overall.yaml"
    assert eplan(folder, "approve", "overall", "--by", "区政府", "--signed-by", "区长", "--date", "2012-12-03") == 0
    assert capsys.readouterr().out == f"{plan}\n"
    edition = plan.read_text("utf-8").splitlines()[4]
    approval = "approved: {date: 2012-12-03, by: 区政府, signed-by: 区长, digest: {substance: "
    assert edition.startswith("edition: {number: 某〔2012〕1号, " + approval)
    assert eplan(folder, "validate", "--select", "L401") == 0
    assert "L401" not in capsys.readouterr().out
    plan.write_text(plan.read_text("utf-8").replace("指挥}", "指挥和联络}"), "utf-8")
    assert eplan(folder, "validate", "--select", "L401") == 0
    assert "WARNING L401 the substance of the plan was changed after its approval" in capsys.readouterr().out


def test_approved_text_is_found_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder / "data/plans/overall.yaml"
    git(folder, "init", "-q")
    assert eplan(folder, "approve", "overall", "--by", "区政府") == 0
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "approved")
    plan.write_text(plan.read_text("utf-8").replace("指挥}", "指挥和联络}"), "utf-8")
    capsys.readouterr()
    assert eplan(folder, "diff", "--since-approval", "overall") == 0
    assert "指挥和联络" in capsys.readouterr().out


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True)


def test_dry_run_shows_the_lines_and_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "data/plans/overall.yaml").read_bytes()
    assert eplan(folder, "approve", "overall", "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()[2:]
    changes = [line[:9] for line in lines if line[0] in "+-"]
    assert changes == [
        "-edition:",
        "+edition:",
    ]
    assert (folder / "data/plans/overall.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("overal",), "did you mean overall?"),
        (("nothing-like-it",), "`eplan validate` says which files are broken"),
        (("overall", "--date", "soon"), "--date wants a date"),
        (("overall", "--at", "HEAD"), "--at reads the past"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    folder: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert eplan(folder, "approve", *arguments) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert said in told[0]

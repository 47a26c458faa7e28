"""`eplan validate` with its options: what is new, what stands in an editor, which rules, where the formats go."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import write_folder
from tests.test_cli import SOUND, TASK, UNITS, eplan, git

DAY = ("--as-of", "2012-07-10", "--lang", "en")
ONLY = ("--select", "Y,T101,R101")
SECOND = TASK.replace('"1"', '"2"').replace("1.1", "2.1").removeprefix("areas:\n")
TWO = TASK.replace("制定管理办法", "二") + SECOND


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """A folder of plans below the root of a repository, with one finding."""
    folder = write_folder(tmp_path / "应急", SOUND)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(folder, "one")
    return folder


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def places(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Where the findings are, and their rules."""
    return [f"{line.split(': ')[0]} {line.split()[2]}" for line in done.stdout.splitlines()[:-1]]


def new(folder: Path, revision: str, *more: str) -> subprocess.CompletedProcess[str]:
    return eplan("validate", *DAY, *ONLY, "--fail-on", "warning", "--new-only", revision, *more, cwd=folder)


def test_moved_lines_are_not_new(district: Path) -> None:
    (district / "data/tasks.yaml").write_text("# one\n# two\n" + TASK, "utf-8")
    assert (places(new(district, "main")), new(district, "main").returncode) == ([], 0)


@pytest.mark.parametrize("edit", ["", "# and a line\n"])
def test_a_renamed_file_brings_nothing(district: Path, edit: str) -> None:
    (district / "data/units.yaml").write_text(UNITS + "colour: red\n", "utf-8")
    commit(district, "two")
    assert places(new(district, "main~1")) == ["data/units.yaml:3:1 Y201"]
    (district / "data/units").mkdir()
    (district / "data/units.yaml").rename(district / "data/units/区.yaml")
    (district / "data/units/区.yaml").write_text(edit + UNITS + "colour: red\n", "utf-8")
    assert places(new(district, "main")) == []


def test_what_a_rename_breaks_is_new(district: Path) -> None:
    (district / "data/headquarters.yaml").write_text("headquarters:\n  - {name: 区森防指, plan: fire}\n", "utf-8")
    (district / "data/plans").mkdir()
    (district / "data/plans/fire.yaml").write_text("title: 森林火灾应急预案\n", "utf-8")
    commit(district, "two")
    (district / "data/plans/fire.yaml").rename(district / "data/plans/blaze.yaml")
    assert places(new(district, "main", "--select", "R104")) == ["data/headquarters.yaml:2:18 R104"]


def test_one_mended_and_one_added_is_one_new(district: Path) -> None:
    (district / "data/tasks.yaml").write_text(TASK.replace("2012-06", "2013-06") + SECOND, "utf-8")
    assert places(new(district, "main")) == ["data/tasks.yaml:15:9 T101"]


def test_what_was_mended_on_main_since_is_not_brought_by_the_branch(district: Path) -> None:
    git(district, "checkout", "-q", "-b", "branch")
    (district / "data/units.yaml").write_text("# a branch\n" + UNITS, "utf-8")
    commit(district, "branch")
    git(district, "checkout", "-q", "main")
    (district / "data/tasks.yaml").write_text(TASK.replace("2012-06", "2013-06"), "utf-8")
    commit(district, "mended")
    git(district, "checkout", "-q", "branch")
    assert places(new(district, "main")) == []


def test_everything_is_new_where_there_was_no_folder(district: Path) -> None:
    git(district, "checkout", "-q", "--orphan", "empty")
    git(district, "rm", "-rfq", "--cached", ".")
    git(district, "commit", "-q", "--allow-empty", "-m", "empty")
    done = new(district, "empty")
    assert places(done) == ["data/tasks.yaml:8:9 T101"]
    assert done.stderr == "there was no eplan.yaml at empty: everything is new\n"


@pytest.mark.parametrize("revision", ["nowhere", "main~1", "", "--all"])
def test_an_unknown_revision_is_one_line(district: Path, revision: str) -> None:
    done = new(district, revision)
    words = f"it knows no revision '{revision}'; a shallow clone has to fetch it first"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"git cannot read this: {words}\n")


def test_a_shallow_clone_knows_its_tip(district: Path, tmp_path: Path) -> None:
    commit_again = district / "data/units.yaml"
    commit_again.write_text("# two\n" + UNITS, "utf-8")
    commit(district, "two")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", "shallow")
    clone = tmp_path / "shallow/应急"
    assert places(new(clone, "origin/main")) == []
    assert new(clone, "origin/main~1").returncode == 2


@pytest.mark.parametrize(
    ("name", "given", "found"),
    [
        pytest.param("data/units.yaml", "units: 1\n", ["data/units.yaml:1:1 Y203"], id="instead of the file"),
        pytest.param("data/drills/新.yaml", "x: 1\n", ["data/drills/新.yaml:1:1 Y201"], id="a new file"),
        pytest.param("data/tasks.yaml", TWO, ["data/tasks.yaml:8:9 T101", "data/tasks.yaml:15:9 T101"], id="longer"),
        pytest.param("eplan.yaml", "district: {name: 某区}\ncolour: 1\n", ["eplan.yaml:2:1 Y201"], id="the settings"),
    ],
)  # fmt: skip
def test_stdin_is_judged_in_place_of_the_file(district: Path, name: str, given: str, found: list[str]) -> None:
    for start, named in ((district, name), (district.parent, name), (district.parent, f"应急/{name}")):
        done = eplan("validate", "-C", str(district), *DAY, *ONLY, "--stdin", named, given=given, cwd=start)
        assert places(done) == found
    assert (district / "data/units.yaml").read_text("utf-8") == UNITS


def test_stdin_may_be_named_from_inside_the_folder(district: Path) -> None:
    for name in ("units.yaml", "data/units.yaml"):
        done = eplan("validate", "-C", "..", *DAY, *ONLY, "--stdin", name, given="units: 1\n", cwd=district / "data")
        assert places(done) == ["data/units.yaml:1:1 Y203"]


def test_stdin_need_not_be_utf_8(district: Path) -> None:
    done = eplan_bytes(district, UNITS.encode("gb18030"))
    assert (done.returncode, done.stderr) == (1, b"")
    assert (
        b"data/units.yaml:2:12: ERROR Y101 the file looks like GB18030 (GBK); it must be saved as UTF-8" in done.stdout
    )


def eplan_bytes(folder: Path, given: bytes) -> subprocess.CompletedProcess[bytes]:
    import sys

    command = [sys.executable, "-m", "eplan", "validate", *DAY, "--select", "Y", "--stdin", "data/units.yaml"]
    return subprocess.run(command, input=given, capture_output=True, cwd=folder, check=False)


@pytest.mark.parametrize("name", ["../README", "/etc/passwd", "notes.txt", "docs/a.yaml", "data", ""])
def test_stdin_that_is_not_of_the_folder_is_refused(district: Path, name: str) -> None:
    done = eplan("validate", *DAY, "--stdin", name, given="x: 1\n", cwd=district)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"'{name}' is none of the files that eplan judges")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "T1001"), "no rule or group is called 'T1001'; did you mean T101? `eplan rules` lists them"),
        (("--ignore", "cats"), "no rule or group is called 'cats'; `eplan rules` lists them"),
        (("--ignore", "lot-expire"), "no rule or group is called 'lot-expire'; did you mean lot-expired? `eplan rules` lists them"),  # noqa: E501
        (("--select", "?"), "no rule or group is called '?'; `eplan rules` lists them"),
        (("--select", "T", "--ignore", "T"), "--select and --ignore leave no rule to run"),
        (("--select", ""), "--select and --ignore leave no rule to run"),
        (("--format", "sarf"), "no format 'sarf'; there are text, json, sarif, github, gitlab, junit"),
        (("--format", "sarif="), "--format sarif= names no file after the '='"),
        (("--format", "json=data/tasks.yaml"), "data/tasks.yaml is a file of the plans; findings go to another one"),
        (("--format", "json=eplan.yaml/x"), "cannot write eplan.yaml/x: File exists"),
        (("--format", "json=data"), "cannot write data: Is a directory"),
        (("data/none.yaml",), "there is no 'data/none.yaml' in the folder"),
        (("/etc/passwd",), "there is no '/etc/passwd' in the folder"),
    ],
)  # fmt: skip
def test_a_refusal_is_one_line_and_writes_nothing(district: Path, arguments: tuple[str, ...], words: str) -> None:
    before = {path: path.read_bytes() for path in district.rglob("*") if path.is_file()}
    done = eplan("validate", *DAY, *arguments, cwd=district)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words + "\n")
    assert {path: path.read_bytes() for path in district.rglob("*") if path.is_file()} == before


def test_rules_are_chosen_in_any_case(district: Path) -> None:
    assert places(eplan("validate", *DAY, "--select", "t101,Y", cwd=district)) == ["data/tasks.yaml:8:9 T101"]


def test_a_folder_without_data_has_nothing_to_check(tmp_path: Path) -> None:
    write_folder(tmp_path, {"eplan.yaml": "district: {name: 某区}\n"})
    done = eplan("validate", *DAY, "--select", "Y", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"there is nothing to check in {tmp_path}: no YAML files below data/\n"


def test_mistakes_in_the_settings_alone_are_findings(tmp_path: Path) -> None:
    write_folder(tmp_path, {"eplan.yaml": "district: {name: 某区}\ncolour: 1\n"})
    assert places(eplan("validate", *DAY, "--select", "Y", cwd=tmp_path)) == ["eplan.yaml:2:1 Y201"]


def test_services_get_paths_from_the_root_of_the_repository(district: Path) -> None:
    for start, repo in (
        (district, "."),
        (district.parent, "应急"),
        (district / "data", ".."),
        (Path("/"), str(district)),
    ):
        done = eplan("validate", "-C", repo, *DAY, *ONLY, "--format", "gitlab", cwd=start)
        assert [issue["location"]["path"] for issue in json.loads(done.stdout)] == ["应急/data/tasks.yaml"]


def test_several_files_at_once_and_quiet(district: Path, tmp_path: Path) -> None:
    names = ("json", "sarif", "github", "gitlab", "junit", "text")
    formats = [part for name in names for part in ("--format", f"{name}={tmp_path / name}")]
    done = eplan("validate", *DAY, *ONLY, *formats, cwd=district)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [f"wrote {tmp_path / name}" for name in names]
    assert all((tmp_path / name).stat().st_size for name in names)
    assert eplan("validate", *DAY, *ONLY, *formats, "--quiet", cwd=district).stderr == ""


def test_a_device_stays_a_device(district: Path) -> None:
    done = eplan("validate", *DAY, *ONLY, "--format", "text=/dev/stdout", "--quiet", cwd=district)
    assert places(done) == ["data/tasks.yaml:8:9 T101"]
    assert Path("/dev/stdout").is_symlink()


def test_text_is_one_line_a_finding(district: Path) -> None:
    (district / "data/tasks.yaml").write_text(TASK.replace("制定管理办法", '"制定\\n::error::办法"'), "utf-8")
    done = eplan("validate", *DAY, *ONLY, cwd=district)
    assert len(done.stdout.splitlines()) == 2
    assert "制定 ::error::办法" in done.stdout


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ((), {}, True),
        (("--no-color",), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        ((), {"TERM": "dumb"}, False),
    ],
)
def test_colour_only_on_a_terminal_that_wants_it(
    district: Path, options: tuple[str, ...], environment: dict[str, str], coloured: bool
) -> None:
    assert ("\033[33mWARNING" in on_a_terminal(district, options, environment)) is coloured
    assert "\033" not in eplan("validate", *DAY, *ONLY, *options, cwd=district).stdout


def on_a_terminal(folder: Path, options: tuple[str, ...], environment: dict[str, str]) -> str:
    """What a terminal gets to show."""
    import pty
    import sys

    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "eplan", "validate", *DAY, *ONLY, *options]
    subprocess.run(command, stdout=theirs, cwd=folder, env={**inherited, "TERM": "xterm", **environment}, check=False)
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        return terminal.read(4096).decode()

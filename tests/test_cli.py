"""The command line as a user runs it: exit codes, both streams, nothing written by a check."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from eplan.cli.app import run
from eplan.cli.periods import asked_period
from tests.conftest import ROOT, write_folder

CONFIG = "district: {name: 某区}\nlanguage: en\n"
UNITS = "units:\n  - {name: 区应急办, kind: office}\n"
TASK = """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定管理办法
        units: {responsible: [区应急办]}
        due: 2012-06
"""
SOUND = {"eplan.yaml": CONFIG, "data/units.yaml": UNITS, "data/tasks.yaml": TASK}
ONLY = ("--select", "Y", "--select", "T101")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path, SOUND)


def eplan(*arguments: str, given: str | None = None, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("EPLAN_LANG", None)
    return subprocess.run(
        [sys.executable, "-m", "eplan", *arguments],
        capture_output=True, text=True, input=given, cwd=cwd, env=environment, check=False,
    )  # fmt: skip


def test_clean_folder_is_0_and_findings_are_counted(folder: Path) -> None:
    done = eplan("validate", "-C", str(folder), "--as-of", "2012-06-30", *ONLY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "errors: 0, warnings: 0, infos: 0; accepted: 0 (as of 2012-06-30)\n"


def test_text_names_path_line_column_severity_and_rule(folder: Path) -> None:
    done = eplan("validate", "-C", str(folder), "--as-of", "2012-07-10", *ONLY)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "data/tasks.yaml:8:9: WARNING T101 task 1.1 '制定管理办法' is overdue by 10 days (due 2012-06); "
        "区应急办 answers for it: finish it, or have it extended",
        "errors: 0, warnings: 1, infos: 0; accepted: 0 (as of 2012-07-10)",
    ]


def test_json_has_the_shape_of_the_contract(folder: Path) -> None:
    done = eplan("validate", "-C", str(folder), "--as-of", "2012-07-10", "--format", "json", *ONLY)
    document = json.loads(done.stdout)
    assert list(document) == ["version", "as_of", "findings", "accepted", "counts"]
    assert (document["version"], document["as_of"]) == (1, "2012-07-10")
    assert document["counts"] == {"error": 0, "warning": 1, "info": 0}
    (finding,) = document["findings"]
    assert {key: finding[key] for key in ("rule", "name", "severity", "path", "line", "column", "end_line")} == {
        "rule": "T101", "name": "task-overdue", "severity": "warning", "path": "data/tasks.yaml", "line": 8,
        "column": 9, "end_line": 8,
    }  # fmt: skip


def test_fingerprint_does_not_change_when_lines_move(folder: Path) -> None:
    arguments = ("validate", "-C", str(folder), "--as-of", "2012-07-10", "--format", "json", *ONLY)
    before = json.loads(eplan(*arguments).stdout)["findings"][0]
    (folder / "data/tasks.yaml").write_text("# moved\n\n" + TASK, "utf-8")
    after = json.loads(eplan(*arguments).stdout)["findings"][0]
    assert (after["line"], after["fingerprint"]) == (10, before["fingerprint"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("--fail-on", "warning"), 1, id="a warning fails when asked"),
        pytest.param(("--fail-on", "error"), 0, id="a warning does not fail by itself"),
        pytest.param(("--fail-on", "never"), 0, id="never"),
        pytest.param(("--fail-on", "perhaps"), 2, id="an unknown level is wrong usage"),
        pytest.param(("--select", "X999"), 2, id="an unknown rule is wrong usage"),
        pytest.param(("--format", "xml"), 2, id="an unknown format is wrong usage"),
        pytest.param(("data/nothing.yaml",), 2, id="an unknown path is wrong usage"),
        pytest.param(("--as-of", "yesterday"), 2, id="a bad date is wrong usage"),
        pytest.param(("--bogus",), 2, id="an unknown option is wrong usage"),
    ],
)
def test_exit_codes(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    done = eplan("validate", "-C", str(folder), "--as-of", "2012-07-10", *ONLY, *arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert (code == 2) == bool(done.stderr)


def test_a_folder_without_configuration_is_2(tmp_path: Path) -> None:
    done = eplan("validate", "-C", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_an_error_is_1_and_does_not_hide_the_rest(folder: Path) -> None:
    (folder / "data/units.yaml").write_text(UNITS + "colour: red\n", "utf-8")
    done = eplan("validate", "-C", str(folder), "--as-of", "2012-07-10")
    assert done.returncode == 1
    assert "data/units.yaml:3:1: ERROR Y201 unknown key 'colour'" in done.stdout
    assert "T101" in done.stdout
    assert "R101" not in done.stdout


def test_path_narrows_what_is_shown_not_what_is_known(folder: Path) -> None:
    done = eplan("validate", "data/units.yaml", "-C", str(folder), "--as-of", "2012-07-10", *ONLY)
    assert done.stdout.splitlines() == ["errors: 0, warnings: 0, infos: 0; accepted: 0 (as of 2012-07-10)"]


def test_several_formats_at_once(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "findings.json"
    done = eplan(
        "validate", "-C", str(folder), "--as-of", "2012-07-10", *ONLY, "--format", "text", "--format", f"json={target}"
    )
    assert "T101" in done.stdout
    assert json.loads(target.read_text("utf-8"))["counts"]["warning"] == 1


def test_stdin_stands_for_a_file(folder: Path) -> None:
    done = eplan("validate", "-C", str(folder), "--stdin", "data/units.yaml", given="units: 1\n")
    assert done.returncode == 1
    assert [line.split(" ")[0] for line in done.stdout.splitlines()[:-1]] == ["data/units.yaml:1:1:"]


def test_a_check_never_writes(folder: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for command in (("validate",), ("rules",), ("explain", "T101"), ("status",), ("schema", "plans")):
        eplan(*command, "-C", str(folder), cwd=folder)
    after = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    assert after == before


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments],
        check=True, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def history(folder: Path) -> Path:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "one", "--date", "2012-07-10T12:00:00")
    return folder


def test_at_reads_the_revision(history: Path) -> None:
    (history / "data/tasks.yaml").write_text(TASK.replace("2012-06", "2012-13"), "utf-8")
    assert eplan("validate", "-C", str(history), "--as-of", "2012-07-10", *ONLY).returncode == 1
    done = eplan("validate", "-C", str(history), "--as-of", "2012-07-10", "--at", "HEAD", *ONLY)
    assert done.returncode == 0
    assert "T101" in done.stdout


def test_an_unknown_revision_is_2(history: Path) -> None:
    done = eplan("validate", "-C", str(history), "--at", "nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_new_only_shows_what_the_branch_brings(history: Path) -> None:
    arguments = ("validate", "-C", str(history), "--as-of", "2012-07-10", "--fail-on", "warning", *ONLY)
    assert eplan(*arguments).returncode == 1
    assert eplan(*arguments, "--new-only", "HEAD").returncode == 0
    more = TASK.replace("1.1", "1.2").partition("tasks:\n")[2]
    (history / "data/tasks.yaml").write_text("# one more\n" + TASK + more, "utf-8")
    done = eplan(*arguments, "--new-only", "HEAD")
    assert done.returncode == 1
    assert [line.split(" ")[0] for line in done.stdout.splitlines()[:-1]] == ["data/tasks.yaml:13:9:"]


def test_language_follows_option_environment_folder(folder: Path) -> None:
    chinese = eplan("validate", "-C", str(folder), "--as-of", "2012-06-30", "--lang", "zh-CN", *ONLY).stdout
    assert chinese.startswith("错误")


def test_a_bug_is_3_and_no_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("eplan.workspace.check_sources", broken)
    assert run(["validate", "-C", str(folder)], {"EPLAN_LANG": "en"}) == 3
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    file = captured.err.split()[-1]
    assert "ZeroDivisionError" in Path(file).read_text("utf-8")
    Path(file).unlink()


@pytest.mark.parametrize("command", ["validate", "rules", "explain", "status", "report", "schema"])
def test_every_command_has_help_with_examples(command: str) -> None:
    done = eplan(command, "--help")
    assert done.returncode == 0
    assert f"eplan {command}" in done.stdout
    assert "--as-of" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("validat",), "there is no command 'validat'; did you mean validate?"),
        (("validate", "--formt", "json"), "there is no option --formt; did you mean --format?"),
        (("validate", "--bogus"), "there is no option --bogus; see `eplan validate --help`"),
        (("validate", "--as-of"), "--as-of is not written as it should be: `eplan validate --help` shows it"),
        (("explain",), "rule is missing: `eplan explain --help` says what it is"),
        (("explain", "T1001"), "no rule is called 'T1001'; did you mean T101? `eplan rules` lists them"),
        (("explain", "duty-gaps"), "no rule is called 'duty-gaps'; did you mean duty-gap? `eplan rules` lists them"),
        (("report", "--unit", "甲乙丙"), "no unit is called '甲乙丙'; data/units.yaml lists them"),
        (("report", "--unit", "区应急班"), "no unit is called '区应急班'; did you mean 区应急办?"),
        (("cards", "--post", "甲乙丙"), "no post is called '甲乙丙'; the contacts in data/units.yaml name them"),
        (("explain", "zzzz"), "no rule is called 'zzzz'; `eplan rules` lists them"),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    done = eplan(*arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words + "\n")


@pytest.mark.parametrize(
    ("day", "judged"),
    [
        (date(2012, 11, 15), date(2012, 11, 15)),
        (date(2012, 12, 31), date(2012, 12, 31)),
        (date(2026, 1, 1), date(2012, 12, 31)),
    ],
)
def test_a_period_is_judged_on_its_last_day_or_before_it_is_over_on_the_day(day: date, judged: date) -> None:
    assert asked_period("2012Q4", None, None, day).day == judged
    assert asked_period(None, None, None, day).day == day


def test_help_speaks_the_language_of_eplan_yaml_whatever_is_noted_beside_it(folder: Path) -> None:
    for said, opening in (("zh-CN # 英文写 en", "用法"), ("en # 中文写 zh-CN", "Usage")):
        (folder / "eplan.yaml").write_text(f"district: {{name: 某区}}\nlanguage: {said}\n", "utf-8")
        assert eplan("report", "--help", cwd=folder).stdout.startswith(opening)

"""The files for pre-commit, GitHub and GitLab: they parse, and what they run is there and does it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT, write_folder

BIN = Path(sys.executable).parent
FOLDER = {
    "应急/eplan.yaml": "district: {name: 某区}\nlanguage: en\n",
    "应急/data/units.yaml": "units: [{name: 区应急办, kind: office, '```': 1}]\n",
}


def read(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text("utf-8"))


def steps() -> list[dict[str, Any]]:
    return [step for step in read("action.yml")["runs"]["steps"] if "run" in step]


@pytest.mark.parametrize(("schema", "name"), [("github-actions", "action.yml"), ("gitlab-ci", "docs/ci/gitlab-ci.yml")])
def test_is_valid_by_the_schema_of_its_reader(schema: str, name: str) -> None:
    check = [str(BIN / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", str(ROOT / name)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_shell_of_the_action_is_sound(tmp_path: Path) -> None:
    for number, step in enumerate(steps()):
        script = tmp_path / f"{number}.sh"
        script.write_text("#!/usr/bin/env bash\n" + step["run"], "utf-8")
        done = subprocess.run([BIN / "shellcheck", script], capture_output=True, text=True, check=False)
        assert done.stdout == ""


def act(folder: Path, runner: Path, arguments: str) -> subprocess.CompletedProcess[str]:
    """The last step, as the runner of GitHub calls it."""
    runner.mkdir(exist_ok=True)
    environment = {
        "PATH": f"{BIN}:{os.environ['PATH']}", "FOLDER": "应急", "ARGUMENTS": arguments, "PYTHONUTF8": "1",
        "RUNNER_TEMP": str(runner), "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
    }  # fmt: skip
    bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps()[-1]["run"]]
    return subprocess.run(bash, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_action_annotates_and_summarises(tmp_path: Path) -> None:
    write_folder(tmp_path, FOLDER)
    (tmp_path / ".git").mkdir()
    done = act(tmp_path, tmp_path / "runner", "--select Y")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].startswith("::error file=应急/data/units.yaml,line=1,endLine=1,col=")
    heading, _, fence, finding, count, end = (tmp_path / "runner/summary.md").read_text("utf-8").splitlines()
    assert heading == f"### eplan validate: {count}"
    assert (fence, end) == ("````text", "````")
    assert finding.startswith("data/units.yaml:1:")


@pytest.mark.parametrize(
    ("arguments", "code"), [("--select Y --fail-on never", 0), ("--select Y", 1), ("--select nonsense*", 2)]
)
def test_the_action_ends_as_eplan_ends(tmp_path: Path, arguments: str, code: int) -> None:
    write_folder(tmp_path, FOLDER)
    assert act(tmp_path, tmp_path / "runner", arguments).returncode == code


def test_the_gitlab_job_writes_the_reports_it_names(tmp_path: Path) -> None:
    write_folder(tmp_path, FOLDER)
    template = read("docs/ci/gitlab-ci.yml")
    job = template["eplan"]
    environment = {
        **os.environ, **template["variables"], "PATH": f"{BIN}:{os.environ['PATH']}", "EPLAN_FOLDER": "应急",
    }  # fmt: skip
    done = subprocess.run(["bash", "-c", "\n".join(job["script"])], cwd=tmp_path, env=environment, check=False)
    assert done.returncode == 1
    assert all((tmp_path / name).stat().st_size for name in job["artifacts"]["reports"].values())


def test_the_hook_runs_a_command_that_is_there_on_the_right_files() -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    program, *arguments = shlex.split(hook["entry"])
    help_ = subprocess.run([BIN / program, *arguments, "--help"], capture_output=True, text=True, check=False)
    assert help_.returncode == 0
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("eplan.yaml", True), ("应急/eplan.yaml", True), ("data/plans/special/森林火灾.yaml", True),
        ("应急/data/units.yml", True), ("README.md", False), ("metadata/x.yaml", False), ("data/a.txt", False),
    ],
)  # fmt: skip
def test_the_hook_runs_for_files_of_a_folder(path: str, runs: bool) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert bool(re.search(hook["files"], path)) is runs

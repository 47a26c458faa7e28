"""`eplan archive`: what is filed and what is missing, on real folders; what is on the disk already is not lost."""

import re
import subprocess
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pikepdf
import pytest

from eplan.cli.app import run
from eplan.render.file_names import distinct, file_name, kept_name
from tests.conftest import ROOT, write_folder
from tests.test_cli import eplan

AS_OF = ("--as-of", "2012-12-31", "--lang", "zh-CN", "-q")
PHOTO = bytes(range(256)) * 4

UNITS = """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department, aliases: [区森防办]}
"""
TASKS = """\
programme: {title: 某区应急体系建设, issued: 2012-08-20}
areas:
  - id: "1"
    title: 预案
    tasks:
      - id: "1.1"
        title: 制定管理办法
        units: {lead: [区应急办], responsible: [区森防办]}
        due: 2012-09
        extended: [{to: 2012-11, date: 2012-09-20, by: 区政府, reason: 征求意见}]
        deliverables:
          - {title: 管理办法, file: evidence/办法.pdf}
          - {title: 印发通知, file: evidence/没有.pdf}
          - {title: 森林火灾应急预案, plan: forest-fire}
          - {title: 宣讲材料}
        done: {date: 2012-11-20, checked-by: 区应急办, evidence: evidence/现场.jpg}
      - id: "1.2"
        title: 编印手册
        units: {responsible: [区林业局]}
        due: 2012-10
        deliverables: [{title: 手册}]
"""
PROGRESS = """\
unit: 区林业局
reports:
  - month: 2012-09
    sent: 2012-10-04
    tasks:
      - {task: "1.1", percent: 40, did: 起草, difficulties: 缺人, next: 送审}
      - {task: "1.2", percent: 100, did: 印完, finished: true}
  - {month: 2012-10, sent: 2012-11-03, tasks: [{task: "1.1", percent: 80, did: 送审, example: true}]}
"""
FILES: dict[str, str | bytes] = {
    "eplan.yaml": "district: {name: 某区, office: 区应急办}\nmonthly-report-by: 5\nlanguage: zh-CN\n",
    "data/units.yaml": UNITS,
    "data/tasks.yaml": TASKS,
    "data/progress/区林业局.yaml": PROGRESS,
    "data/activities.yaml": """\
activities:
  - {id: h1, title: 办法宣讲, kind: training, unit: 区应急办, date: 2012-11-08, count: 30, task: "1.1", example: true}
""",
    "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
category: natural-disaster
hazards: [forest-fire]
owner: 区林业局
edition: {issued: 2012-09-12}
""",
    "evidence/办法.pdf": b"%PDF-1.4 text",
    "evidence/现场.jpg": PHOTO,
}
FIRST = "1 预案/1.1 制定管理办法（区应急办、区林业局，2012-11）"
SECOND = "1 预案/1.2 编印手册（区林业局，2012-10）"


@pytest.fixture(autouse=True)
def own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The front door leaves the language that was asked for in the environment."""
    for name in ("EPLAN_LANG_ASKED", "EPLAN_LANG_FOLDER"):
        monkeypatch.setenv(name, "zh-CN")


def archive(folder: Path, *options: str) -> int:
    """Run in a folder; the archive goes to `out/archive` below it unless told otherwise."""
    where = () if "-o" in options else ("-o", str(folder / "out/archive"))
    return run(["archive", "-C", str(folder), *AS_OF, *where, *options], {})


def refused(folder: Path, *options: str) -> str:
    """What is said where it is refused; a process of its own, whose language nobody has chosen before."""
    where = () if "-o" in options else ("-o", "out/archive")
    done = eplan("archive", *AS_OF, *where, *options, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


def commit(folder: Path) -> None:
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "first")):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=folder, check=True)


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "folder", FILES)


def test_a_folder_a_task_with_cover_material_by_quarter_and_evidence(folder: Path) -> None:
    assert archive(folder, "--format", "md") == 0
    assert list(tree(folder / "out/archive")) == [
        "00 总目录.md",
        f"{FIRST}/00 封面和卷内目录.md",
        f"{FIRST}/2012年第3季度/2012年9月工作进展.md",
        f"{FIRST}/2012年第3季度/2012年第3季度小结.md",
        f"{FIRST}/2012年第4季度/2012年10月工作进展.md",
        f"{FIRST}/2012年第4季度/2012年第4季度小结.md",
        f"{FIRST}/成果和佐证材料/办法.pdf",
        f"{FIRST}/成果和佐证材料/森林火灾应急预案.md",
        f"{FIRST}/成果和佐证材料/现场.jpg",
        f"{SECOND}/00 封面和卷内目录.md",
        f"{SECOND}/2012年第3季度/2012年9月工作进展.md",
        f"{SECOND}/2012年第3季度/2012年第3季度小结.md",
        "SHA256SUMS",
    ]


def test_evidence_is_copied_byte_for_byte_and_a_plan_is_printed(folder: Path) -> None:
    assert archive(folder, "--format", "md") == 0
    written = tree(folder / "out/archive")
    assert written[f"{FIRST}/成果和佐证材料/现场.jpg"] == PHOTO
    assert written[f"{FIRST}/成果和佐证材料/办法.pdf"] == b"%PDF-1.4 text"
    assert "# 某区森林火灾应急预案" in written[f"{FIRST}/成果和佐证材料/森林火灾应急预案.md"].decode()


def table_under(text: str, heading: str) -> list[list[str]]:
    """The cells of the tables under a heading, without the heads."""
    part = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
    return [line for line in lines[1:] if not line[0].startswith("---")]


def test_the_cover_says_what_was_decided_and_what_is_missing(folder: Path) -> None:
    assert archive(folder, "--format", "md") == 0
    cover = (folder / "out/archive" / FIRST / "00 封面和卷内目录.md").read_text("utf-8")
    assert re.findall(r"^- (?:完成时限|原定时限|状态)：.*", cover, re.MULTILINE) == [
        "- 完成时限：2012-11", "- 原定时限：2012-09", "- 状态：按时完成",
    ]  # fmt: skip
    assert table_under(cover, "办理情况") == [
        ["2012-09-20", "完成时限由 2012-09 延至 2012-11", "区政府", "征求意见"],
        ["2012-11-20", "已完成（任务清单登记）", "区应急办", "evidence/现场.jpg"],
    ]
    assert "工作成果 印发通知：数据文件夹中没有“evidence/没有.pdf”" in cover
    assert "工作成果 宣讲材料：任务已登记完成，但未登记文件" in cover
    assert table_under(cover, "缺少的材料") == [
        ["2012-09", "1", "", "区应急办"], ["2012-10", "1", "", "区应急办"], ["2012-11", "0", "", "区应急办、区林业局"],
    ]  # fmt: skip


def test_a_unit_that_calls_its_part_finished_does_not_make_the_task_done(folder: Path) -> None:
    assert archive(folder, "--format", "md") == 0
    own = "\n".join(text.decode() for name, text in tree(folder / "out/archive").items() if name.startswith(SECOND))
    assert "本单位自报已完成" in own
    assert "- 状态：逾期" in own
    assert "任务清单登记" not in own
    index = (folder / "out/archive/00 总目录.md").read_text("utf-8")
    assert [row[4] for row in table_under(index, "1 预案")] == ["按时完成", "逾期"]
    assert [row[:2] + row[2:3] for row in table_under(index, "缺少的材料")] == [
        ["1.1", "工作成果", "印发通知"], ["1.1", "工作成果", "宣讲材料"],
    ]  # fmt: skip


def test_examples_are_marked(folder: Path) -> None:
    assert archive(folder, "--format", "md") == 0
    quarter = folder / "out/archive" / FIRST / "2012年第4季度"
    assert "## 1 区林业局 〔示例〕" in (quarter / "2012年10月工作进展.md").read_text("utf-8")
    assert "办法宣讲〔示例〕" in (quarter / "2012年第4季度小结.md").read_text("utf-8")


def test_what_happened_after_the_day_is_not_in_it(folder: Path) -> None:
    assert archive(folder, "--format", "md", "--as-of", "2012-10-31") == 0
    written = tree(folder / "out/archive")
    assert not any("第4季度" in name or name.endswith(".jpg") for name in written)
    assert not any("任务清单登记".encode() in content for content in written.values())


def test_period_and_unit_limit_it(folder: Path) -> None:
    assert archive(folder, "--format", "md", "--quarter", "2012Q3", "--unit", "区应急办") == 0
    names = list(tree(folder / "out/archive"))
    assert [name for name in names if "季度/" in name] == [
        "1 预案/1.1 制定管理办法（区应急办、区林业局，2012-11）/2012年第3季度/2012年9月工作进展.md",
        "1 预案/1.1 制定管理办法（区应急办、区林业局，2012-11）/2012年第3季度/2012年第3季度小结.md",
    ]
    assert not any("1.2" in name for name in names)


def test_a_month_is_summed_up_as_a_month(folder: Path) -> None:
    assert archive(folder, "--format", "md", "--month", "2012-10") == 0
    names = [name.rpartition("/")[2] for name in tree(folder / "out/archive") if "季度/" in name]
    assert names == ["2012年10月小结.md", "2012年10月工作进展.md"]
    summary = (folder / "out/archive" / FIRST / "2012年第4季度/2012年10月小结.md").read_text("utf-8")
    assert "- 期末状态：未完成（2012-10-31）" in summary
    assert "办法宣讲" not in summary


def test_a_leaf_has_no_cover_page(folder: Path) -> None:
    assert archive(folder, "--format", "pdf") == 0
    own = folder / "out/archive" / FIRST
    sheets = (own / "2012年第3季度/2012年9月工作进展.pdf", own / "2012年第3季度/2012年第3季度小结.pdf")
    for sheet in (*sheets, own / "00 封面和卷内目录.pdf"):
        with pikepdf.open(sheet) as document:
            assert (len(document.pages) == 1) is (sheet in sheets)


def test_a_sheet_can_be_verified_until_the_folder_changes(folder: Path) -> None:
    commit(folder)
    assert archive(folder, "--format", "pdf") == 0
    sheet = str(folder / "out/archive" / SECOND / "2012年第3季度/2012年第3季度小结.pdf")
    assert eplan("verify", sheet, "--as-of", "2012-12-31", cwd=folder).returncode == 0
    (folder / "data/tasks.yaml").write_text(TASKS.replace("编印手册", "编印挂图"), "utf-8")
    assert eplan("verify", sheet, "--as-of", "2012-12-31", cwd=folder).returncode == 1


def test_archival_sheets(folder: Path) -> None:
    assert archive(folder, "--format", "pdf", "--archival") == 0
    sheets = [content for name, content in tree(folder / "out/archive").items() if name.endswith("00 总目录.pdf")]
    assert [b"pdfuaid" in sheet for sheet in sheets] == [True]
    assert refused(folder, "--archival") == "--archival 只用于 --format pdf\n"


@pytest.mark.parametrize("form", ["html", "md", "docx", "pdf"])
def test_two_runs_write_the_same_bytes(folder: Path, form: str) -> None:
    assert archive(folder, "--format", form) == 0
    first = tree(folder / "out/archive")
    assert archive(folder, "--format", form, "-o", str(folder / "again")) == 0
    assert tree(folder / "again") == first
    assert archive(folder, "--format", form) == 0
    assert tree(folder / "out/archive") == first


def test_check_sums_fit_the_files(folder: Path) -> None:
    assert archive(folder) == 0
    written = tree(folder / "out/archive")
    lines = [
        line.split("  ", 1) for line in written.pop("SHA256SUMS").decode().splitlines() if not line.startswith("#")
    ]
    assert {name: digest for digest, name in lines} == {
        name: sha256(content).hexdigest() for name, content in written.items()
    }


def test_links_lead_to_files_of_the_archive(folder: Path) -> None:
    assert archive(folder) == 0
    root = folder / "out/archive"
    for sheet in (root / "00 总目录.html", root / FIRST / "00 封面和卷内目录.html"):
        links = re.findall(r'href="\./([^"]+)"', sheet.read_text("utf-8"))
        assert links
        assert all((sheet.parent / unquote(link)).is_file() for link in links)


# ---- what is there already


def test_a_file_changed_by_hand_is_not_overwritten(folder: Path) -> None:
    assert archive(folder) == 0
    index = folder / "out/archive/00 总目录.html"
    index.write_bytes(index.read_bytes() + b"<p>note</p>")
    before = tree(folder / "out/archive")
    assert "00 总目录.html 不是 eplan 所写，或写后被改动过" in refused(folder, "--as-of", "2013-01-31")
    assert tree(folder / "out/archive") == before
    assert archive(folder, "--as-of", "2013-01-31", "--force") == 0
    assert b"<p>note</p>" not in index.read_bytes()


def test_a_later_archive_takes_the_place_of_the_earlier_and_leaves_what_people_added(folder: Path) -> None:
    assert archive(folder) == 0
    own = folder / "out/archive" / SECOND / "会议记录.txt"
    own.write_text("手写", "utf-8")
    tasks = folder / "data/tasks.yaml"
    tasks.write_text(TASKS.replace("due: 2012-10\n", "due: 2013-03\n"), "utf-8")
    assert archive(folder) == 0
    names = list(tree(folder / "out/archive"))
    assert [name for name in names if name.startswith(SECOND)] == [f"{SECOND}/会议记录.txt"]
    assert any(name.startswith("1 预案/1.2 编印手册（区林业局，2013-03）/") for name in names)


def test_another_archive_is_not_mixed_in(folder: Path) -> None:
    assert archive(folder) == 0
    before = tree(folder / "out/archive")
    assert "里是 archive；archive-区林业局 请用 -o" in refused(folder, "--unit", "区林业局")
    assert tree(folder / "out/archive") == before


def test_a_foreign_file_in_the_way_is_refused(folder: Path) -> None:
    root = write_folder(folder / "out/archive", {"00 总目录.html": "<p>mine</p>"})
    assert "00 总目录.html" in refused(folder)
    assert tree(root) == {"00 总目录.html": b"<p>mine</p>"}


def test_nothing_is_written_through_a_link_that_leads_out(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "out/archive").mkdir(parents=True)
    (folder / "out/archive/1 预案").symlink_to(outside)
    assert archive(folder, "--force") == 2
    assert list(outside.iterdir()) == []


def test_a_list_of_check_sums_takes_nothing_away_outside(folder: Path) -> None:
    victim = folder / "victim.txt"
    victim.write_text("stays", "utf-8")
    assert archive(folder) == 0
    sums = folder / "out/archive/SHA256SUMS"
    line = f"{sha256(b'stays').hexdigest()}  ../../victim.txt\n"
    sums.write_text(sums.read_text("utf-8") + line, "utf-8")
    assert archive(folder, "--as-of", "2013-01-31") == 0
    assert victim.read_text("utf-8") == "stays"


def test_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert archive(folder, "--dry-run") == 0
    assert len(capsys.readouterr().out.splitlines()) == 12
    assert not (folder / "out").exists()


@pytest.mark.parametrize(("options", "words"), [
    (("-o", "-"), "文件夹不能写到标准输出"), (("--format", "xlsx"), "xlsx"), (("--unit", "区林业"), "区林业局"),
    (("-o", "eplan.yaml"), "eplan.yaml"), (("--quarter", "2012Q9"), "2012Q9"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_line(folder: Path, options: tuple[str, ...], words: str) -> None:
    said = refused(folder, *options)
    assert words in said
    assert said.count("\n") == 1


# ---- evidence that is not in the folder


@pytest.mark.parametrize("path", [
    "../secret.pdf", "/etc/hostname.txt", "evidence/../../secret.pdf", "evidence/out.pdf", ".hidden/key.pdf",
    "linked/a.pdf",
])  # fmt: skip
def test_only_files_of_the_folder_itself_are_copied(folder: Path, path: str) -> None:
    secret = folder.parent / "secret.pdf"
    secret.write_bytes(b"secret")
    (folder / "evidence/out.pdf").symlink_to(secret)
    (folder / "linked").symlink_to(folder.parent)
    write_folder(folder, {".hidden/key.pdf": b"secret"})
    (folder / "data/tasks.yaml").write_text(TASKS.replace("evidence/没有.pdf", path), "utf-8")
    assert archive(folder, "--format", "md") == 0
    written = tree(folder / "out/archive")
    assert not any(content == b"secret" for content in written.values())
    assert f"数据文件夹中没有“{path}”".encode() in written[f"{FIRST}/00 封面和卷内目录.md"]


def test_evidence_in_words_is_neither_a_file_nor_missing(folder: Path) -> None:
    tasks = TASKS.replace("evidence: evidence/现场.jpg", "evidence: 办法文本，区应急办存档")
    (folder / "data/tasks.yaml").write_text(tasks, "utf-8")
    assert archive(folder, "--format", "md") == 0
    cover = (folder / "out/archive" / FIRST / "00 封面和卷内目录.md").read_text("utf-8")
    rows = table_under(cover, "成果和佐证材料")
    assert rows[-1] == ["佐证材料", "办法文本，区应急办存档", "只有文字说明，原件不在数据文件夹中"]
    assert "佐证材料 办法文本" not in cover


def test_a_unit_whose_reports_cannot_be_read_is_not_said_to_have_sent_none(folder: Path) -> None:
    (folder / "data/progress/区林业局.yaml").write_text("unit: 区林业局\nreports: [", "utf-8")
    assert archive(folder, "--format", "md") == 0
    cover = (folder / "out/archive" / FIRST / "00 封面和卷内目录.md").read_text("utf-8")
    assert {row[3] for row in table_under(cover, "缺少的材料")} == {"区应急办"}
    assert "data/progress/区林业局.yaml" in cover


def test_a_revision_brings_its_own_evidence(folder: Path) -> None:
    (folder / "evidence/没有.pdf").symlink_to("/etc/hostname")
    commit(folder)
    (folder / "evidence/现场.jpg").write_bytes(b"later")
    (folder / "evidence/办法.pdf").unlink()
    assert archive(folder, "--at", "HEAD", "--format", "md") == 0
    written = tree(folder / "out/archive")
    assert written[f"{FIRST}/成果和佐证材料/现场.jpg"] == PHOTO
    assert f"{FIRST}/成果和佐证材料/办法.pdf" in written
    assert f"{FIRST}/成果和佐证材料/没有.pdf" not in written


# ---- names


HOSTILE = (
    "../../etc/passwd", "CON", "nul.txt", "a" * 400, "预" * 200, "尾点...", "a\\b:c*?", "\u202eexe.pdf",
    "x\ty", "A", "a",
)  # fmt: skip


def test_hostile_names_stay_inside_and_apart(folder: Path) -> None:
    tasks = "".join(
        f"      - {{id: '{number}', title: {title!a}, units: {{responsible: [区林业局]}}, due: 2012-12}}\n".replace(
            "'", '"'
        )
        for number, title in enumerate(HOSTILE)
    )
    others = """\
  - {id: "00", title: 总目录.md, tasks: [{id: "0.1", title: 任务}]}
  - {id: sha256sums, title: x, tasks: [{id: "0.2", title: 任务}]}
"""
    areas = f'areas:\n{others}  - id: "../1"\n    title: "../../上级"\n    tasks:\n{tasks}'
    (folder / "data/tasks.yaml").write_text(areas, "utf-8")
    (folder / "data/activities.yaml").unlink()
    assert archive(folder, "--format", "md") == 0
    names = list(tree(folder / "out/archive"))
    covers = [name for name in names if name.endswith("00 封面和卷内目录.md")]
    assert len(covers) == len(HOSTILE) + 2
    assert {"00 总目录.md", "00 总目录 (2).md"} <= {name.partition("/")[0] for name in names}
    parts = {part for name in names for part in PurePosixPath(name).parts}
    assert all(len(part.encode()) <= 255 for part in parts)
    assert not any(re.search(r'[\\:*?"<>|\x00-\x1f\u202e]|^\.|[. ]$', part) for part in parts)
    assert {path.name for path in folder.iterdir()} == {"eplan.yaml", "data", "evidence", "out"}


@pytest.mark.parametrize(("words", "name"), [
    ("a/b\\c:d", "a-b-c-d"), ("..", "—"), ("", "—"), ("con", "_con"), ("COM1.txt", "_COM1.txt"), ("console", "console"),
    (" .x. ", "x"), ("预" * 100, "预" * 60), ("e\u0301", "é"), ("\u202eabc\u200b", "abc"), ("a\x00b\n", "a-b-"),
])  # fmt: skip
def test_file_names(words: str, name: str) -> None:
    assert file_name(words) == name


@pytest.mark.parametrize(("path", "name"), [
    ("a/b.pdf", "b.pdf"), ("b", "b"), ("a/.pdf", "pdf"), ("x" * 300 + ".tar.gz", "x" * 177 + ".gz"),
    ("a/nul.jpg", "_nul.jpg"),
])  # fmt: skip
def test_kept_names(path: str, name: str) -> None:
    assert kept_name(path) == name


def test_names_that_differ_only_in_case_are_numbered() -> None:
    assert distinct(["a.pdf", "A.pdf", "a (2).pdf", "1.1 办法", "1.1 办法"]) == [
        "a.pdf", "A (2).pdf", "a (2) (2).pdf", "1.1 办法", "1.1 办法 (2)",
    ]  # fmt: skip


def test_the_district_of_the_seed_is_filed_whole(tmp_path: Path) -> None:
    assert run(["archive", "-C", str(ROOT), *AS_OF, "-o", str(tmp_path / "a")], {}) == 0
    folders = [path.name for path in sorted((tmp_path / "a").glob("*/*")) if path.is_dir()]
    assert len(folders) == 25
    assert folders[0] == "1.1 制定《东区应急预案管理办法》（区应急办，2012-06）"
    assert "7.1 建立东区应急管理宣传网站（区委宣传部、区应急办、区信息中心，2013-03〔示例〕）" in folders

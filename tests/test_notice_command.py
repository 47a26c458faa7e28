"""`eplan notice` as a user runs it: which files it writes, what it says, what it refuses."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from eplan.render.fonts import FOLDER
from tests.conftest import write_folder
from tests.district import FILES
from tests.test_cli import eplan
from tests.test_documents import text_of, tool
from tests.test_notice import WHOLE

CONFIG = "district: {name: 某区}\nmonthly-report-by: 5\nlanguage: zh-CN\n"
DISTRICT = {**FILES, "eplan.yaml": CONFIG}
NAMES = ["通报", "督办通知单-区林业局", "督办通知单-北街街道"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path, DISTRICT)


def notice(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return eplan("notice", "--quarter", "2012Q4", *arguments, cwd=folder)


def test_a_letter_for_each_lagging_unit_and_one_for_all(folder: Path) -> None:
    done = notice(folder, "--format", "md")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [f"out/notice-2012Q4/{name}.md" for name in NAMES]
    assert sorted(path.stem for path in (folder / "out/notice-2012Q4").iterdir()) == sorted(NAMES)
    assert done.stderr == "以下内容留空，请手工填写：发文字号、成文日期、答复期限、联系电话、印发日期\n"


def test_quiet_says_nothing_but_the_paths(folder: Path) -> None:
    assert notice(folder, "--quiet").stderr == ""


def test_one_unit_by_any_of_its_names_goes_where_it_is_sent(folder: Path) -> None:
    done = notice(folder, "--unit", "区森防办", "--format", "md", "-o", "-")
    assert "区林业局：" in done.stdout
    assert not (folder / "out").exists()
    assert notice(folder, "--unit", "区森防办", "-o", "letter.pdf").stdout == "letter.pdf\n"
    assert notice(folder, "--unit", "区森防办").stdout == "out/notice-2012Q4/督办通知单-区林业局.pdf\n"


def test_the_folder_may_be_chosen(folder: Path) -> None:
    done = notice(folder, "-o", "letters", "--format", "html")
    assert done.stdout.splitlines() == [f"letters/{name}.html" for name in NAMES]


def test_dry_run_writes_nothing(folder: Path) -> None:
    done = notice(folder, "--dry-run", "--format", "md")
    assert len(done.stdout.splitlines()) == 3
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "-"), "多份公文不能写到标准输出"),
        (("-o", "eplan.yaml"), "eplan.yaml是文件"),
        (("--unit", "区应急办"), "区应急办在2012年第4季度没有滞后事项"),
        (("--unit", "区林业"), "区林业局"),
        (("--format", "xlsx"), "xlsx"),
        (("--month", "2012-11"), "--quarter"),
        (("--signed", "tomorrow"), "--signed"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_one_line(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = notice(folder, "-q", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
    assert not (folder / "out").exists()


def test_no_letter_is_written_where_one_must_not_be(folder: Path) -> None:
    write_folder(folder, {f"out/notice-2012Q4/{NAMES[2]}.md": "mine\n"})
    done = notice(folder, "--format", "md")
    assert (done.returncode, done.stdout) == (2, "")
    assert sorted(path.stem for path in (folder / "out/notice-2012Q4").iterdir()) == [NAMES[2]]
    assert notice(folder, "--format", "md", "--force").returncode == 0
    assert notice(folder, "--format", "md").returncode == 0


def test_names_that_come_out_alike_do_not_overwrite_each_other(folder: Path) -> None:
    units = DISTRICT["data/units.yaml"].replace(
        "  - {name: 一号社区", '  - {name: "a/b", kind: street}\n  - {name: "a:b", kind: street}\n  - {name: 一号社区'
    )
    tasks = DISTRICT["data/tasks.yaml"].replace("responsible: [区森防办, 各街道]", 'responsible: ["a/b", "a:b"]')
    write_folder(folder, {"data/units.yaml": units, "data/tasks.yaml": tasks})
    written = notice(folder, "--format", "md", "-q").stdout.splitlines()
    assert [Path(name).stem for name in written[-2:]] == ["督办通知单-a-b", "督办通知单-a-b-2"]
    assert len(set(written)) == len(written)


def test_a_month_is_judged_on_its_last_day(folder: Path) -> None:
    done = eplan("notice", "--month", "2012-11", "--unit", "区林业局", "--format", "md", "-o", "-", cwd=folder)
    assert "截至2012年11月30日" in done.stdout
    assert "已逾期41天" in done.stdout


def test_an_earlier_day_of_the_check_is_kept(folder: Path) -> None:
    done = notice(folder, "--as-of", "2012-10-25", "--unit", "区林业局", "--format", "md", "-o", "-")
    assert "已逾期5天" in done.stdout


def test_english_letters(folder: Path) -> None:
    done = notice(folder, "--lang", "en", "--format", "md", "-q")
    assert done.stdout.splitlines()[1] == "out/notice-2012Q4/Supervision notice-区林业局.md"


def test_the_folders_own_word_template_is_used_and_a_broken_one_told(folder: Path) -> None:
    write_folder(folder, {"templates/word/notice.docx": WHOLE})
    assert notice(folder, "--format", "docx", "-q").returncode == 0
    write_folder(folder, {"templates/word/notice.docx": b"no zip"})
    done = notice(folder, "--format", "docx", "-q", "--force")
    assert done.returncode == 2
    assert done.stderr.startswith("templates/word/notice.docx无法使用：")


def test_a_revision_brings_its_own_word_template(folder: Path) -> None:
    write_folder(folder, {"templates/word/notice.docx": WHOLE})
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    write_folder(folder, {"templates/word/notice.docx": b"no zip"})
    done = notice(folder, "--at", "HEAD", "--as-of", "2012-12-31", "--format", "docx", "-q")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_faces_of_this_machine_are_used_and_absent_ones_told(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    bare = run_at_home(home, folder)
    assert "小标宋、仿宋" in bare.stderr
    face(home / ".fonts/fang.ttf", "FangSong")
    assert "小标宋，" in run_at_home(home, folder).stderr
    face(home / ".fonts/xiaobiao.ttf", "FZXiaoBiaoSong-B05S")
    both = run_at_home(home, folder)
    assert "GB/T 9704" not in both.stderr
    assert both.returncode == 0


def run_at_home(home: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "eplan", "notice", "--quarter", "2012Q4", "--unit", "区林业局"],
        capture_output=True, text=True, cwd=folder, env=environment, check=False,
    )  # fmt: skip


def face(target: Path, family: str) -> None:
    """A font of ours under the name of another."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TTFont(FOLDER / "eplan-kai.ttf") as font:
        for record in font["name"].names:
            if record.nameID in (1, 4, 16):
                font["name"].setName(family, record.nameID, record.platformID, record.platEncID, record.langID)
        font.save(target)


@pytest.mark.documents
def test_words_stand_inside_the_margins_and_hostile_ones_as_typed(folder: Path) -> None:
    notice(folder, "-q")
    for name in NAMES:
        pdf = folder / f"out/notice-2012Q4/{name}.pdf"
        boxes = subprocess.run(
            [tool("pdftotext"), "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert_inside(boxes)
    shown = text_of(folder / f"out/notice-2012Q4/{NAMES[1]}.pdf").replace("\u200b", "")
    assert '=HYPERLINK("http://example.org","点我")<script>&{{7*7}}' in shown
    assert "—1—" in shown


def assert_inside(boxes: str) -> None:
    """Words between the margins: 28 and 26 mm, mirrored on even pages; page numbers stand below."""
    left, right, top, bottom = (28 / 25.4 * 72, (210 - 26) / 25.4 * 72, 37 / 25.4 * 72, (297 - 35) / 25.4 * 72)
    for page, words in enumerate(boxes.split("<page ")[1:], 1):
        shift = 0 if page % 2 else -2 / 25.4 * 72
        for x0, y0, x1, y1 in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', words):
            if float(y0) < bottom:
                assert left + shift - 8 <= float(x0)
                assert float(x1) <= right + shift + 8
                assert top - 8 <= float(y0)
                assert float(y1) <= bottom + 8

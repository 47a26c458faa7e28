"""What changed, in words: whole lists of amendments of a folder with a past; the places in which two texts differ."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eplan.changes.edits import Edit, edits
from eplan.cli.app import run
from eplan.digest import digest_of
from eplan.document import Document
from eplan.parsing import parse
from tests.conftest import ROOT
from tests.past import FIRE, committed, edited, git, with_past

GOLDEN = ROOT / "tests/golden/changes"
DAY = "2012-12-31"
Say = Callable[..., str]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_past(tmp_path_factory.mktemp("past"))


@pytest.fixture
def diff(root: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    def said(*arguments: str, lang: str = "zh-CN", code: int = 0) -> str:
        assert run(["diff", "-C", str(root), "--as-of", DAY, "--lang", lang, *arguments], {}) == code
        done = capsys.readouterr()
        return done.out or done.err

    return said


@pytest.mark.parametrize(
    ("name", "arguments", "lang"),
    [
        ("two.txt", ("one", "two"), "zh-CN"),
        ("two.en.md", ("one", "two", "--format", "md"), "en"),
        ("back.txt", ("two", "one"), "zh-CN"),
        ("broken.txt", ("two", "three"), "zh-CN"),
        ("mended.txt", ("three", "four"), "en"),
    ],
)
def test_golden_amendments(name: str, arguments: tuple[str, ...], lang: str, diff: Say, updating: bool) -> None:
    written = diff(*arguments, lang=lang)
    if updating:
        (GOLDEN / name).write_text(written, "utf-8")
    assert written == (GOLDEN / name).read_text("utf-8")


def test_nothing_changed(diff: Say) -> None:
    assert diff("two", "four") == "没有改动。\n"
    assert diff("HEAD") == "没有改动。\n"


def test_an_item_that_came_is_told_by_what_it_says(root: Path, diff: Say) -> None:
    contact = 'contacts: [{post: 区林业局值班员, phone: "0812-4444449", example: true}, '
    edited(root, "data/units.yaml", ("contacts: [{post: 区林业局局长", contact + "{post: 区林业局局长"))
    edited(root, FIRE, ("actions:\n", "actions:\n  - {id: a0, phase: before, response: [1], what: 值守}\n"))
    try:
        assert diff("HEAD") == (
            "某区森林火灾应急预案\n"
            "  行动 · a0：增加“事前 1 值守”\n"
            "单位 区林业局\n"
            "  联系方式 · 区林业局值班员：增加“0812-4444449”\n"
            "改动2处，涉及2项。\n"
        )
    finally:
        git(root, "checkout", "-q", "--", ".")


def test_notes_comments_and_order_of_keys_are_no_changes(root: Path, diff: Say) -> None:
    edited(root, FIRE, ("title: 某区", "# 注释\nnote: 备忘\ntitle: 某区"))
    try:
        assert diff("HEAD") == "没有改动。\n"
    finally:
        git(root, "checkout", "-q", "--", FIRE)


@pytest.mark.parametrize(
    "arguments",
    [(), ("one", "two", "three"), ("one", "--since-approval", "forest-fire"), ("no-such",), ("one", "--format", "pdf"),
     ("--since-approval", "no-such"), ("--since-approval", "forest-fire")],
)  # fmt: skip
def test_impossible_wishes_are_refused_in_one_sentence(arguments: tuple[str, ...], diff: Say) -> None:
    assert diff(*arguments, code=2).count("\n") == 1


def test_a_folder_without_git_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "eplan.yaml").write_text("district: {name: 某区}\n", "utf-8")
    assert run(["diff", "-C", str(tmp_path), "HEAD", "--lang", "en"], {}) == 2
    assert capsys.readouterr().err.startswith("git ")


def test_since_approval_finds_the_text_that_was_approved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = with_past(tmp_path)
    document = parse(Path(FIRE), (root / FIRE).read_bytes())  # type: ignore[arg-type]  # a path is a path
    assert isinstance(document, Document)
    digest = digest_of(document.data)
    written = f"signed-by: 区长, digest: {{substance: {digest.substance}, whole: {digest.whole}}}}}"
    edited(root, FIRE, ("signed-by: 区长}", written))
    committed(root, "approved", "2012-12-02")
    edited(root, FIRE, ("scope: 本区", "scope: 全区"))
    (root / FIRE).rename(root / "data/plans/moved")
    (root / "data/plans/special").mkdir()
    (root / "data/plans/moved").rename(root / "data/plans/special/forest-fire.yaml")
    committed(root, "changed and moved", "2012-12-03")
    edited(root, "data/plans/special/forest-fire.yaml", ("lead: 应急办", "lead: 区林业局"))
    assert run(["diff", "-C", str(root), "--lang", "en", "--as-of", DAY, "--since-approval", "forest-fire"], {}) == 0
    assert capsys.readouterr().out == (
        "某区森林火灾应急预案\n"
        "  Scope: from “本区范围内的森林、林地火灾。” to “全区范围内的森林、林地火灾。”\n"
        "  Command · Groups · 扑火组 · Lead: from “应急办” to “区林业局”\n"
        "Changes: 2. Records: 1.\n"
    )


LONG = "接到火情报告后，值班员应当在三十分钟内向区应急办报告，并通知扑火队、卫生院和供电所，由街道主任赶赴现场指挥。"


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (LONG.replace("三十", "二十"), [("值班员应当在三十分钟内向区应急", "值班员应当在二十分钟内向区应急")]),
        (LONG.replace("、卫生院", ""), [("并通知扑火队、卫生院和供电所", "并通知扑火队和供电所")]),
        (LONG.replace("主任", "主任会同派出所所长和社区书记"), [("", "会同派出所所长和社区书记")]),
        (LONG.replace("三十", "二十").replace("指挥", "督导"), [
            ("值班员应当在三十分钟内向区应急", "值班员应当在二十分钟内向区应急"),
            ("街道主任赶赴现场指挥", "街道主任赶赴现场督导"),
        ]),
        (LONG + "此外应当记录。", [("", "此外应当记录。")]),
        ("全文重写。", [(LONG, "全文重写。")]),
    ],
)  # fmt: skip
def test_a_long_text_is_told_by_the_places_that_differ(new: str, found: list[tuple[str, str]]) -> None:
    assert edits(LONG, new) == tuple(Edit(*pair) for pair in found)

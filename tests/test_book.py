"""The plan compilation: golden books of a small folder, who reads what, which plans are chosen, where it is written."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from eplan.cli.app import run
from eplan.messages import Refusal, translator
from eplan.models.units import Contact, Unit
from eplan.reading import read_folder
from eplan.render.blocks import Heading, Paper, plain, traces
from eplan.render.blocks import Table as TableBlock
from eplan.render.book import paper
from eplan.render.book.audience import Audience
from eplan.render.book.choice import Choice
from eplan.render.book.means import Line, line_of
from eplan.render.book.views import Book, book
from eplan.render.formats import paper_as
from eplan.render.views.report import Judged
from eplan.workspace import check_sources
from tests.conftest import ROOT

GOLDEN = ROOT / "tests/golden/book"
FOLDER = GOLDEN / "folder"
DAY = date(2012, 12, 31)
WHOLE = Choice()
PRIVATE = ("张三", "李四", "王五", "赵六", "钱七", "0812-")


def whole_book(choice: Choice, audience: Audience = "internal", day: date = DAY) -> Book:
    """The book of the small folder; rules have no part in it."""
    checked = check_sources(read_folder(FOLDER), day, [])
    unreadable = tuple(map(str, checked.unreadable))
    return book(Judged(checked.repository, checked.findings, (), unreadable, None), choice, audience)


def bound(language: str = "zh-CN", audience: Audience = "internal", choice: Choice = WHOLE, day: date = DAY) -> Paper:
    return paper(whole_book(choice, audience, day), translator(language))


def as_text(document: Paper, form: str) -> str:
    """The document without what changes with the version and with the design."""
    written = paper_as(form, document, translator(document.language)).decode()
    written = re.sub(r"; sum: \w+", "", written)
    return re.sub(r"eplan \d[\d\\.]*", "eplan", re.sub(r"<style>.*?</style>\n", "", written, flags=re.DOTALL))


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("book.html", bound),
        ("book.md", bound),
        ("book.en.md", lambda: bound("en")),
        ("public.md", lambda: bound(audience="public")),
        ("plan.md", lambda: bound(choice=Choice(plans=("street-a",)))),
    ],
)
def test_golden_book(name: str, document: Callable[[], Paper], updating: bool) -> None:
    written = as_text(document(), name.rpartition(".")[2])
    if updating:
        (GOLDEN / name).write_text(written, "utf-8")
    assert written == (GOLDEN / name).read_text("utf-8")


def test_same_folder_and_day_give_the_same_bytes() -> None:
    first, second = (paper_as("html", bound(), translator("zh-CN")) for _ in range(2))
    assert first == second


def headings(document: Paper) -> list[tuple[int, str, str, str]]:
    return [
        (block.level, block.number, block.text, block.mark) for block in document.blocks if isinstance(block, Heading)
    ]


def test_plan_not_yet_issued_is_a_draft_and_withdrawn_plan_is_left_out() -> None:
    plans = [(text, mark) for level, _, text, mark in headings(bound()) if level == 2 and "预案" in text]
    assert plans == [
        ("某区森林火灾应急预案", ""), ("某区群体性事件应急预案", ""), ("甲街道突发事件应急预案", "〔草案〕〔示例〕"),
    ]  # fmt: skip
    later = [mark for _, _, text, mark in headings(bound(day=date(2013, 3, 1))) if text == "甲街道突发事件应急预案"]
    assert later == ["〔示例〕"]


def test_chapters_without_content_take_no_number() -> None:
    street = bound(choice=Choice(plans=("street-a",)))
    assert headings(street) == [
        (1, "", "批准", ""), (2, "", "甲街道突发事件应急预案", "〔草案〕〔示例〕"),
        (3, "1", "总则", ""), (4, "1.1", "编制目的", ""), (3, "2", "应急响应", ""),
        (4, "2.1", "事发：报告与先期处置", ""), (3, "附件1", "物资清单", ""), (3, "附件2", "隐患点", ""),
        (1, "", "单位索引", ""),
    ]  # fmt: skip


def test_page_one_names_unreadable_files_and_withdrawn_plans() -> None:
    assert [plain(notice.text) for notice in bound().notices] == [
        "未能读取、本册未采用的文件：data/plans/broken.yaml",
        "已废止、未收录：某区旧预案",
        "标有〔示例〕的内容是为示范编写的，不是实际数据。",
    ]


@pytest.mark.parametrize("form", ["html", "md"])
def test_public_book_has_no_persons_telephones_or_internal_parts(form: str) -> None:
    internal, public = as_text(bound(), form), as_text(bound(audience="public"), form)
    assert [word for word in (*PRIVATE, "会商", "群体性事件") if word not in internal] == []
    assert [word for word in (*PRIVATE, "会商", "群体性事件") if word in public] == []
    assert "另有1件涉密预案未收入公开本。" in public


def test_totals_name_their_records() -> None:
    tables = [block for block in bound().blocks if isinstance(block, TableBlock)]
    found = [(trace.label, trace.value, trace.sources) for table in tables for trace in traces(table)]
    assert found == [("风力灭火机 · 可用", "45台", ("s1", "s3")), ("灭火弹〔示例〕 · 可用", "40枚", ("s2",))]


@pytest.mark.parametrize(
    ("choice", "titles"),
    [
        (Choice(categories=("social-security",)), ["某区群体性事件应急预案"]),
        (Choice(kinds=("special", "township"), units=("甲街道",)), ["甲街道突发事件应急预案"]),
        (Choice(units=("应急办", "区林业局")), ["某区森林火灾应急预案", "某区群体性事件应急预案"]),
        (Choice(plans=("riot",)), ["某区群体性事件应急预案"]),
    ],
)
def test_choice(choice: Choice, titles: list[str]) -> None:
    found = [text for _, _, text, _ in headings(bound(choice=choice)) if text.endswith("应急预案")]
    assert found == titles


@pytest.mark.parametrize(
    "choice",
    [Choice(kinds=("specal",)), Choice(units=("区林业居",)), Choice(plans=("forest",)), Choice(plans=("old",))],
)
def test_choice_of_nothing_is_refused(choice: Choice) -> None:
    with pytest.raises(Refusal):
        bound(choice=choice)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def eplan(*arguments: str) -> int:
    return run(["book", "-C", str(FOLDER), "--as-of", "2012-12-31", "--lang", "en", *arguments], {"EPLAN_LANG": "en"})


def test_book_goes_to_out_and_may_be_written_again(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert eplan("--kind", "special", "--audience", "public") == 0
        assert capsys.readouterr().out == "out/book-special-public.html\n"
    assert [path.name for path in here.rglob("*") if path.is_file()] == ["book-special-public.html"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_foreign_file_is_overwritten_only_by_force(here: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = here / f"mine.{form}"
    target.write_text("mine", "utf-8")
    assert eplan("--format", form, "-o", target.name) == 2
    assert "--force" in capsys.readouterr().err
    assert target.read_text("utf-8") == "mine"
    assert eplan("--format", form, "-o", target.name, "--force") == 0
    assert eplan("--format", form, "-o", target.name) == 0


def test_dry_run_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert eplan("--dry-run") == 0
    assert re.fullmatch(r"would write out/book\.html \(\d+ bytes\)\n", capsys.readouterr().out)
    assert list(here.iterdir()) == []


def test_dash_is_stdout(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert eplan("--format", "md", "-o", "-") == 0
    assert capsysbinary.readouterr().out.startswith(b"<!-- generator: eplan ")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("arguments", [("--format", "doc"), ("--audience", "all"), ("-o", "."), ("-o", "file/x.html")])
def test_impossible_wishes_are_refused(here: Path, arguments: tuple[str, str]) -> None:
    (here / "file").write_text("", "utf-8")
    assert eplan(*arguments) == 2


def test_volumes_are_numbered_files_and_stdout_takes_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert eplan("--format", "docx", "--pages-per-volume", "2") == 0
    assert capsys.readouterr().out.split() == ["out/book-1.docx", "out/book-2.docx", "out/book-3.docx"]
    assert eplan("--format", "docx", "--pages-per-volume", "2", "-o", "-") == 2
    assert "--pages-per-volume 0" in capsys.readouterr().err
    assert sorted(path.name for path in (here / "out").iterdir()) == ["book-1.docx", "book-2.docx", "book-3.docx"]


@pytest.mark.parametrize(("unit", "line"), [
    (Unit(name="甲", kind="office", contacts=(Contact(post="甲值班员", phone="0812-2"),))
     .model_copy(update={"duty_phone": "0812-1"}), Line("", "0812-1", False)),
    (Unit(name="甲", kind="office", contacts=(Contact(post="主任", phone="0812-1"),
                                              Contact(post="甲值班员", phone="0812-2", example=True))),
     Line("甲值班员", "0812-2", True)),
    (Unit(name="甲", kind="office", contacts=(Contact(post="局长"), Contact(post="主任", phone="0812-1"))),
     Line("主任", "0812-1", False)),
    (Unit(name="甲", kind="office", contacts=(Contact(post="局长"),)), None),
])  # fmt: skip
def test_a_unit_is_reached_at_any_hour_where_that_is_possible(unit: Unit, line: Line | None) -> None:
    assert line_of(unit) == line
    assert line is None or line.is_at_any_hour == (line.post != "主任")

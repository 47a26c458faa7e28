"""`eplan verify` and `eplan book --since` on a folder with a past: codes, files of every format, replacement pages."""

import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest

from eplan.cli.app import run
from eplan.render.marker import read_mark
from tests.conftest import ROOT
from tests.past import FIRE, HOSTILE, committed, edited, git, with_past

GOLDEN = ROOT / "tests/golden/changes"
FORMATS = ("html", "md", "pdf", "docx")
EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS)


class Said(NamedTuple):
    code: int
    out: str
    err: str


Eplan = Callable[..., Said]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_past(tmp_path_factory.mktemp("past"))


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "folder"))


@pytest.fixture
def eplan(root: Path, capsys: pytest.CaptureFixture[str]) -> Eplan:
    def call(command: str, *arguments: str, day: str = "2012-12-31", lang: str = "en") -> Said:
        code = run([command, "-C", str(root), "--as-of", day, "--lang", lang, *arguments], {})
        done = capsys.readouterr()
        return Said(code, done.out, done.err)

    return call


def printed(eplan: Eplan, target: Path, *arguments: str, day: str = "2012-12-31") -> Path:
    form = target.suffix.removeprefix(".")
    done = eplan("book", "--format", form, "-o", str(target), *arguments, day=day)
    assert done.code == 0, done.err
    return target


def code_of(target: Path) -> str:
    mark = read_mark(target.read_bytes())
    assert mark is not None
    return mark.code


def page_codes(target: Path) -> dict[str, str]:
    """Plan → code, as the Markdown book prints them."""
    text = target.read_text("utf-8")
    return dict(re.findall(r'<a id="plan-([a-z-]+)"></a>.*?\| Page code \| (\S+) \|', text, re.DOTALL))


@EVERY_FORMAT
def test_a_book_is_current_until_something_changes(form: str, root: Path, eplan: Eplan, tmp_path: Path) -> None:
    target = printed(eplan, tmp_path / f"book.{form}")
    assert eplan("verify", str(target)) == Said(0, f"{code_of(target)} is current: the book of all plans.\n", "")
    edited(root, FIRE, ("scope: 本区", "scope: 全区"))
    done = eplan("verify", str(target))
    assert done.code == 1
    assert done.out == (
        f"{code_of(target)} is not current: the book of all plans.\n"
        f"Its revision is {git(root, 'rev-parse', 'four')[:10]} of 2012-11-20; it was replaced by changes that are not "
        "committed yet.\n"
        "某区森林火灾应急预案\n"
        "  Scope: from “本区范围内的森林、林地火灾。” to “全区范围内的森林、林地火灾。”\n"
        "Changes: 1. Records: 1.\n"
    )


def test_golden_answer_for_a_page_of_the_first_revision(
    eplan: Eplan, root: Path, tmp_path: Path, updating: bool
) -> None:
    codes = page_codes(printed(eplan, tmp_path / "old.md", "--at", "one"))
    done = eplan("verify", codes["forest-fire"], lang="zh-CN")
    assert done.code == 1
    answer = re.sub(r"[0-9a-f]{10}(?=（)", "REVISION", done.out)
    golden = GOLDEN / "page.txt"
    if updating:
        golden.write_text(answer, "utf-8")
    assert answer == golden.read_text("utf-8")
    assert git(root, "rev-parse", "one")[:10] in done.out
    assert git(root, "rev-parse", "two")[:10] in done.out


def test_pages_of_plans_that_are_gone_are_to_be_taken_out(eplan: Eplan, root: Path, tmp_path: Path) -> None:
    codes = page_codes(printed(eplan, tmp_path / "old.md", "--at", "one"))
    withdrawn = eplan("verify", codes["riot"])
    assert (withdrawn.code, withdrawn.out.splitlines()[1:]) == (1, ["The plan is withdrawn: take its pages out."])
    (root / "data/plans/street-b.yaml").unlink()
    new = page_codes(printed(eplan, tmp_path / "two.md", "--at", "two"))
    gone = eplan("verify", new["street-b"])
    assert gone.code == 1
    assert (
        "The plan is no longer in the folder: take its pages out.\n乙街道突发事件应急预案 (no longer there)\n"
        in gone.out
    )


def test_a_renamed_file_leaves_its_pages_current(eplan: Eplan, tmp_path: Path) -> None:
    before = page_codes(printed(eplan, tmp_path / "old.md", "--at", "one"))["street-a"]
    after = page_codes(printed(eplan, tmp_path / "new.md"))["street-first"]
    assert before != after  # a store that it lists has more now
    found = eplan("verify", before)
    assert "甲街道 风力灭火机\n  Quantity: from “5台” to “8台”\n" in found.out


def test_a_draft_is_not_current_once_the_plan_is_issued(eplan: Eplan, tmp_path: Path) -> None:
    code = page_codes(printed(eplan, tmp_path / "book.md"))["street-first"]
    assert eplan("verify", code).code == 0
    later = eplan("verify", code, day="2013-03-01")
    assert later.out == (
        f"{code} is not current: the plan “甲街道突发事件应急预案”, draft.\n"
        "The pages are those of a draft; the plan is issued now.\n"
    )


@pytest.mark.parametrize(
    "choice",
    [("--kind", "special"), ("--unit", "甲街道"), ("--category", "natural-disaster", "--kind", "special"),
     ("--plan", "forest-fire"), ("--audience", "public"), ("--audience", "public", "--plan", "forest-fire")],
)  # fmt: skip
def test_every_choice_is_known_again(choice: tuple[str, ...], root: Path, eplan: Eplan, tmp_path: Path) -> None:
    target = printed(eplan, tmp_path / "book.html", *choice)
    assert eplan("verify", str(target)).code == 0
    edited(root, FIRE, ("scope: 本区", "scope: 全区"))
    done = eplan("verify", str(target))
    assert done.code == (0 if "甲街道" in choice else 1)
    assert ("全区范围" in done.out) is ("甲街道" not in choice)


@pytest.mark.parametrize("command", [("report", "--quarter", "2012Q4"), ("handbook", "区林业局")])
@EVERY_FORMAT
def test_other_documents_carry_the_code_of_the_folder(
    command: tuple[str, ...], form: str, root: Path, eplan: Eplan, tmp_path: Path
) -> None:
    target = tmp_path / f"document.{form}"
    assert eplan(*command, "--format", form, "-o", str(target)).code == 0
    assert eplan("verify", str(target)).code == 0
    edited(root, "data/units.yaml", ("0812-4444445", "0812-4444446"))
    done = eplan("verify", str(target))
    assert done.code == 1
    assert "Phone: from “0812-4444445” to “0812-4444446”" in done.out


@EVERY_FORMAT
def test_an_altered_file_is_told(form: str, eplan: Eplan, tmp_path: Path) -> None:
    target = printed(eplan, tmp_path / f"book.{form}")
    content = bytearray(target.read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(content)
    done = eplan("verify", str(target))
    assert done.code == 1
    assert "altered after eplan wrote it" in done.err


def test_what_nobody_knows_is_said_in_one_sentence(eplan: Eplan, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.pdf"
    foreign.write_bytes(b"%PDF-1.7\n%%EOF")
    for word in (
        "22222-22222",
        "22222-22223",
        "0OIL1-22222",
        "no-such-file.pdf",
        str(foreign),
        str(tmp_path / "none.html"),
    ):
        done = eplan("verify", word)
        assert (done.code, done.out) == (2, "")
        assert done.err.count("\n") == 1


def test_the_search_is_bounded_and_reads_past_broken_files(root: Path, eplan: Eplan, tmp_path: Path) -> None:
    code = page_codes(printed(eplan, tmp_path / "old.md", "--at", "one"))["forest-fire"]
    assert eplan("verify", code).code == 1
    assert eplan("verify", code, "--revisions", "3").code == 2
    assert eplan("verify", code, "--at", "one").code == 0
    (root / "data/units.yaml").write_text("units: [", "utf-8")
    assert eplan("verify", code).code == 1


def test_the_folder_may_lie_below_the_top_of_the_repository(root: Path, eplan: Eplan, tmp_path: Path) -> None:
    code = page_codes(printed(eplan, tmp_path / "old.md", "--at", "four"))["forest-fire"]
    below = root / "district"
    below.mkdir()
    for name in ("eplan.yaml", "data"):
        git(root, "mv", name, f"district/{name}")
    committed(root, "moved", "2012-12-02")
    edited(below, FIRE, ("scope: 本区", "scope: 全区"))
    committed(root, "changed", "2012-12-03")
    done = run(["verify", "-C", str(below), "--as-of", "2012-12-31", "--lang", "en", code], {})
    assert done == 1


@EVERY_FORMAT
def test_nothing_changed_writes_no_file(form: str, eplan: Eplan, tmp_path: Path) -> None:
    target = tmp_path / f"since.{form}"
    done = eplan("book", "--since", "four", "--format", form, "-o", str(target))
    assert (done.code, done.out) == (0, "")
    assert done.err.count("\n") == 1
    assert not target.exists()


def test_golden_replacement_pages(eplan: Eplan, root: Path, tmp_path: Path, updating: bool) -> None:
    text = printed(eplan, tmp_path / "since.md", "--since", "one").read_text("utf-8")
    text = text.replace(git(root, "rev-parse", "one")[:10], "REVISION")
    text = re.sub(r"; sum: \w+", "", re.sub(r"eplan \d[\d\\.]*", "eplan", text))
    text = re.sub(r"found \d+ errors", "found some errors", text)
    golden = GOLDEN / "since.md"
    if updating:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_replacement_pages_name_the_codes_that_the_books_carry(eplan: Eplan, tmp_path: Path) -> None:
    old, new = (page_codes(printed(eplan, tmp_path / f"{rev}.md", "--at", rev)) for rev in ("one", "four"))
    text = printed(eplan, tmp_path / "since.md", "--since", "one").read_text("utf-8")
    orders = re.findall(r"^\| (\S+预案) \| ([\w ]+) \| (\S+) \| (\S+) \|$", text, re.MULTILINE)
    assert orders == [
        ("某区森林火灾应急预案", "replace", old["forest-fire"], new["forest-fire"]),
        ("甲街道突发事件应急预案", "replace", old["street-a"], new["street-first"]),
        ("乙街道突发事件应急预案", "put in", "—", new["street-b"]),
        ("某区群体性事件应急预案", "take out", old["riot"], "—"),
    ]
    assert eplan("verify", str(tmp_path / "since.md")).code == 0


@EVERY_FORMAT
def test_bars_stand_beside_what_changed_and_hostile_words_come_out_as_typed(
    form: str, eplan: Eplan, tmp_path: Path
) -> None:
    target = printed(eplan, tmp_path / f"since.{form}", "--since", "one")
    text, bars = READ[form](target.read_bytes())
    if form != "pdf":
        assert HOSTILE.replace(" ", "") in text.replace(" ", "")
    assert bars > 5
    again = printed(eplan, tmp_path / f"again.{form}", "--since", "one")
    assert again.read_bytes() == target.read_bytes()


def _html(content: bytes) -> tuple[str, int]:
    from html import unescape

    body = content.decode().split("</style>")[1]
    return unescape(re.sub(r"<[^>]+>", "", body)), len(re.findall(r'class="[\w -]*\bchanged\b', body))


def _markdown(content: bytes) -> tuple[str, int]:
    text = content.decode()
    return re.sub(r"\\([^\w\s])", r"\1", text), text.count("▍")


def _word(content: bytes) -> tuple[str, int]:
    from docx import Document

    document = Document(BytesIO(content))
    words = [*(paragraph.text for paragraph in document.paragraphs)]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    xml = document.element.xml
    return "\n".join(words), xml.count("<w:pBdr>") + xml.count("<w:tcBorders>")


def _pdf(content: bytes) -> tuple[str, int]:
    """Bars are strokes two points wide."""
    import pikepdf

    with pikepdf.open(BytesIO(content)) as file:
        streams = [pikepdf.parse_content_stream(page) for page in file.pages]
    strokes = [
        item for stream in streams for item in stream if str(item.operator) == "w" and float(item.operands[0]) == 2
    ]
    return "", len(strokes)


READ: dict[str, Callable[[bytes], tuple[str, int]]] = {"html": _html, "md": _markdown, "docx": _word, "pdf": _pdf}


def test_a_plan_in_a_broken_file_is_not_taken_out(root: Path, eplan: Eplan, tmp_path: Path) -> None:
    edited(root, FIRE, ("title: ", "title: ["))
    text = printed(eplan, tmp_path / "since.md", "--since", "one").read_text("utf-8")
    assert "Not compared, because they could not be read: data/plans/forest-fire.yaml" in text
    assert "森林火灾应急预案" not in text


@pytest.mark.parametrize("arguments", [("--since", "no-such"), ("--since", "one", "--plan", "no-such")])
def test_impossible_replacements_are_refused(arguments: tuple[str, ...], eplan: Eplan) -> None:
    done = eplan("book", *arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_public_replacement_pages_have_no_telephones(eplan: Eplan, tmp_path: Path) -> None:
    text = printed(eplan, tmp_path / "since.md", "--since", "one", "--audience", "public").read_text("utf-8")
    assert "森林、林地火灾" in text
    assert "0812-" not in text
    assert "区群体性事件" not in text


def test_a_folder_without_git_knows_its_own_pages(eplan: Eplan, root: Path, tmp_path: Path) -> None:
    code = page_codes(printed(eplan, tmp_path / "book.md"))["forest-fire"]
    shutil.rmtree(root / ".git")
    assert eplan("verify", code).code == 0
    edited(root, FIRE, ("scope: 本区", "scope: 全区"))
    done = eplan("verify", code)
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_a_machine_without_git_is_told_so(eplan: Eplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    done = eplan("verify", "22222-22222")
    assert (done.code, done.err.count("\n")) == (2, 1)

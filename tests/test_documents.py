"""Documents opened by the programs that people open them with; `make test-documents` says what it needs."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_cli import eplan

pytestmark = pytest.mark.documents
AS_OF = ("-C", str(ROOT), "--as-of", "2012-12-31")
DOCUMENTS = {
    "report": ("report", "--quarter", "2012Q4"),
    "book": ("book",),
    "notice": ("notice", "--quarter", "2012Q4", "--unit", "区公安分局"),
    "handbook": ("handbook", "市第二小学"),
}
TITLES = {
    "report": "攀枝花市东区公共安全应急体系建设实施方案进展通报",
    "book": "攀枝花市东区应急预案汇编",
    "notice": "关于东区公共安全应急体系建设2012年第4季度滞后事项的督办通知单",
    "handbook": "攀枝花市第二小学应急工作手册",
}
PAGES = {"report": 6, "book": 6, "notice": 2, "handbook": 6}
EVERY_DOCUMENT = pytest.mark.parametrize("name", DOCUMENTS)


def tool(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"install one of {', '.join(names)}"
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


def written(folder: Path, name: str, form: str) -> Path:
    target = folder / f"{name}.{form}"
    if not target.exists():
        done = eplan(*DOCUMENTS[name], *AS_OF, "--format", form, "-o", str(target))
        assert done.returncode == 0, done.stderr
    return target


def text_of(pdf: Path) -> str:
    done = subprocess.run([tool("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", "", done.stdout)


def pages_of(pdf: Path) -> int:
    done = subprocess.run([tool("pdfinfo"), str(pdf)], capture_output=True, text=True, check=True)
    return int(next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("Pages:")))


def chromium(*arguments: str) -> None:
    program = tool("chromium", "chromium-browser", "google-chrome")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
    subprocess.run([program, *quiet, *arguments], check=True, capture_output=True, timeout=180)


@EVERY_DOCUMENT
def test_html_prints_in_chromium(folder: Path, name: str) -> None:
    target = folder / f"{name}-chromium.pdf"
    chromium("--no-pdf-header-footer", f"--print-to-pdf={target}", written(folder, name, "html").as_uri())
    assert TITLES[name] in text_of(target)
    assert pages_of(target) >= PAGES[name]


@EVERY_DOCUMENT
@pytest.mark.parametrize("width", [390, 1280])
def test_html_is_no_wider_than_the_screen(folder: Path, name: str, width: int) -> None:
    page = written(folder, name, "html").read_text("utf-8")
    probe = folder / f"{name}-{width}.html"
    frame = (
        f'<!doctype html><iframe id=f style="width:{width}px;height:900px;border:0" src="{name}-inner.html"></iframe>'
        "<script>onload=()=>{const d=f.contentDocument.documentElement;"
        "document.title=d.scrollWidth<=d.clientWidth+1?'fits':'too wide '+d.scrollWidth}</script>"
    )
    (folder / f"{name}-inner.html").write_text(page, "utf-8")
    probe.write_text(frame, "utf-8")
    program = tool("chromium", "chromium-browser", "google-chrome")
    done = subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom",
         "--virtual-time-budget=4000", f"--window-size={width + 40},1000", probe.as_uri()],
        check=True, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    assert "<title>fits</title>" in done.stdout


@EVERY_DOCUMENT
def test_word_opens_in_libreoffice(folder: Path, name: str) -> None:
    source = written(folder, name, "docx")
    office = tool("soffice", "libreoffice")
    profile = f"-env:UserInstallation=file://{folder}/profile-{name}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office"), str(source)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    target = folder / "office" / f"{name}.pdf"
    assert TITLES[name] in text_of(target)
    assert pages_of(target) >= PAGES[name]


@EVERY_DOCUMENT
def test_pdf_is_sound_and_its_fonts_are_inside(folder: Path, name: str) -> None:
    source = written(folder, name, "pdf")
    fonts = subprocess.run([tool("pdffonts"), str(source)], capture_output=True, text=True, check=True).stdout
    rows = fonts.splitlines()[2:]
    assert rows
    assert all(" yes " in row for row in rows)
    assert TITLES[name] in text_of(source)

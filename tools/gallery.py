"""Small pictures of every document, from data/: `python tools/gallery.py` writes docs/gallery/ (make gallery).

Needs poppler (pdftoppm), Chromium for pages on a screen and the terminal, LibreOffice for Excel; says what it lacks.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs/gallery"
AS_OF = ("-C", str(ROOT), "--as-of", "2012-12-31", "--lang", "zh-CN")
QUARTER = ("--quarter", "2012Q4")
LIMIT = 60_000
"""Bytes of a picture."""
HIGH = 1000
"""Pixels of a page from head to foot."""
COLOURS = 96


@dataclass(frozen=True)
class Picture:
    """A picture: its file, what it shows, words on its page, and the command that makes the document."""

    name: str
    title: str
    command: tuple[str, ...]
    form: str
    found_by: str = ""


PICTURES = (
    Picture(
        "report-summary",
        "Quarterly report: the programme and its readiness",
        ("report", *QUARTER),
        "pdf",
        "1总体情况截至",
    ),
    Picture("report-timetable", "Quarterly report: timetable", ("report", *QUARTER), "pdf", "实施方案进度图"),
    Picture("report-matrix", "Quarterly report: what the plans answer", ("report", *QUARTER), "pdf", "各阶段逐项写明"),
    Picture("book-cover", "Plan book: cover", ("book",), "pdf", "内部使用"),
    Picture("book-finder", "Plan book: where to look first", ("book",), "pdf", "紧急查阅"),
    Picture("book-command", "Plan book: command chart", ("book",), "pdf", "区抗震救灾指挥部指挥长"),
    Picture("book-response", "Plan book: course of a response", ("book",), "pdf", "首报人→各社区"),
    Picture("book-actions", "Plan book: actions, phase by phase", ("book",), "pdf", "区应急办不能使用时"),
    Picture("handbook", "Handbook of one unit", ("handbook", "区林业局"), "pdf", "区森林消防专业队"),
    Picture("cards", "Pocket cards, four on a sheet", ("cards", "--unit", "区林业局", "--sheet"), "pdf", "我的角色"),
    Picture(
        "notice", "Letter to a unit that lags behind", ("notice", *QUARTER, "--unit", "区公安分局"), "pdf", "督办通知单"
    ),
    Picture("ledger", "Task ledger in Excel", ("export", "tasks"), "xlsx", "任务分解表"),
    Picture("phone", "Plan book on a phone", ("book",), "html"),
    Picture("status", "The district on a terminal", ("status",), "text"),
)
NEEDS = {"pdf": ("pdftoppm",), "xlsx": ("pdftoppm", "soffice"), "html": ("chromium",), "text": ("chromium",)}


def eplan(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "eplan", *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "80"},
    )
    return done.stdout


def document(picture: Picture, desk: Path) -> Path:
    """The document as a file; one that is there already is not written again."""
    target = desk / f"{'-'.join(picture.command)}.{picture.form}"
    if not target.exists() and picture.form == "text":
        target.write_text(eplan(*picture.command, *AS_OF), "utf-8")
    elif not target.exists():
        eplan(*picture.command, *AS_OF, "--format", picture.form, "-o", str(target))
    return target


def of_pdf(picture: Picture, source: Path, target: Path) -> None:
    """The first page that says the words."""
    told = subprocess.run(["pdftotext", str(source), "-"], check=True, capture_output=True, text=True).stdout
    pages = ["".join(page.split()) for page in told.split("\f")]
    number = next(place for place, page in enumerate(pages, start=1) if picture.found_by in page)
    page = ("-f", str(number), "-l", str(number), "-singlefile")
    size = ("-scale-to", str(HIGH))
    subprocess.run(["pdftoppm", "-png", *size, *page, str(source), str(target.with_suffix(""))], check=True)


def of_workbook(picture: Picture, source: Path, target: Path) -> None:
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(source.parent / "office")]
    subprocess.run([*office, str(source)], check=True, capture_output=True)
    of_pdf(picture, source.parent / "office" / f"{source.stem}.pdf", target)


def of_screen(_picture: Picture, source: Path, target: Path) -> None:
    """A page in a frame as wide as a phone."""
    frame = f'<body style="margin:0"><iframe src="{source.name}" style="border:0;width:390px;height:780px"></iframe>'
    shot(frame, source, target, (390, 780))


def of_terminal(_picture: Picture, source: Path, target: Path) -> None:
    style = "margin:0;padding:14px;background:#1e2227;color:#e6e6e6;font:13px/18px 'Noto Sans Mono CJK SC',monospace"
    words = source.read_text("utf-8")
    shot(f'<pre style="{style}">{escape(words)}</pre>', source, target, (680, 28 + 18 * len(words.splitlines())))


def shot(markup: str, source: Path, target: Path, size: tuple[int, int]) -> None:
    page = source.with_suffix(".frame.html")
    page.write_text(f'<!doctype html><meta charset="utf-8"><style>body{{margin:0}}</style>{markup}', "utf-8")
    quiet = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
    )
    window = f"--window-size={max(size[0], 500)},{size[1]}"
    subprocess.run(
        ["chromium", *quiet, window, f"--screenshot={target}", page.as_uri()], check=True, capture_output=True
    )
    with Image.open(target) as picture:
        picture.crop((0, 0, *size)).save(target)


DRAWN: dict[str, Callable[[Picture, Path, Path], None]] = {
    "pdf": of_pdf, "xlsx": of_workbook, "html": of_screen, "text": of_terminal,
}  # fmt: skip


def readme() -> str:
    """The page that shows the pictures."""
    shown = "\n\n".join(
        f"## {item.title}\n\n`eplan {' '.join(item.command)}`\n\n![{item.title}]({item.name}.png)" for item in PICTURES
    )
    return f"# Gallery\n\nEvery document of `data/`, as of 2012-12-31, made by `make gallery`.\n\n{shown}\n"


def small(target: Path, colours: int = COLOURS) -> None:
    """The same picture in few colours, fewer where it is still large."""
    with Image.open(target) as picture:
        few = picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    if target.stat().st_size > LIMIT and colours > 4:
        small(target, colours // 2)


def main() -> int:
    """Draw what can be drawn here; 1 where something was not."""
    lacking = sorted({tool for tools in NEEDS.values() for tool in tools if not shutil.which(tool)})
    for tool in lacking:
        print(f"gallery lacks {tool}: apt-get install poppler-utils chromium libreoffice-calc fonts-noto-cjk")
    GALLERY.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as desk:
        for picture in PICTURES:
            target = GALLERY / f"{picture.name}.png"
            if not set(NEEDS[picture.form]) & set(lacking):
                DRAWN[picture.form](picture, document(picture, Path(desk)), target)
                small(target)
                print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")
    (GALLERY / "README.md").write_text(readme(), "utf-8")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())

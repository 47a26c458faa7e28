"""PDFs read back: bookmarks, headings, contents and pages agree; nothing stands outside the margins."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.test_documents import EVERY_DOCUMENT, TITLES, folder, text_of, tool, written

pytestmark = pytest.mark.documents
__all__ = ["folder"]
EVERY_BOOKLET = pytest.mark.parametrize("name", ["report", "book", "handbook"])
"""What has contents, and the margins of our own page; a letter has those of GB/T 9704."""
MILLIMETRE = 72 / 25.4
SIDE, TOP, FOOT, OVERHANG = 26 * MILLIMETRE, 18 * MILLIMETRE, 14 * MILLIMETRE, 7.0
"""The narrower side margin, where head and foot may stand, how far the empty half of a mark may hang out."""
XHTML = "{http://www.w3.org/1999/xhtml}"
ENTRY = re.compile(r"^(?P<title>.*?)(?: \.){4,}\W*(?P<page>\d+)$")


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Title and page label of every bookmark, in order."""
    pages = {page.obj.objgen: page for page in pdf.pages}
    with pdf.open_outline() as outline:
        items = list(reversed(outline.root))
        while items:
            item = items.pop()
            items += reversed(item.children)
            target = item.destination
            assert isinstance(target, pikepdf.Array)
            yield squeezed(str(item.title)), pages[target[0].objgen].label


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def contents(pdf: Path) -> list[tuple[str, str]]:
    """The lines of the table of contents, each with the page that it names."""
    done = subprocess.run([tool("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    found = (ENTRY.match(line.strip()) for line in done.stdout.splitlines())
    return [(squeezed(entry["title"]), entry["page"]) for entry in found if entry]


@EVERY_BOOKLET
def test_contents_are_the_headings_on_their_pages(folder: Path, name: str) -> None:
    source = written(folder, name, "pdf")
    with pikepdf.open(source) as pdf:
        marks = list(bookmarks(pdf))
    entries = contents(source)
    assert len(entries) > 10
    rest = iter(marks)
    missing = [entry for entry in entries if not any(same(entry, mark) for mark in rest)]
    assert missing == []


def same(entry: tuple[str, str], mark: tuple[str, str]) -> bool:
    """A long title takes two lines in the contents, of which the last has the page."""
    return mark[1] == entry[1] and mark[0].endswith(entry[0])


@EVERY_DOCUMENT
def test_headings_stand_on_the_pages_of_their_bookmarks(folder: Path, name: str) -> None:
    source = written(folder, name, "pdf")
    with pikepdf.open(source) as pdf:
        marks = list(bookmarks(pdf))
        labels = [page.label for page in pdf.pages]
    done = subprocess.run([tool("pdftotext"), "-raw", str(source), "-"], capture_output=True, text=True, check=True)
    pages = [squeezed(page) for page in done.stdout.split("\f")]
    shown = {label: pages[place] for place, label in enumerate(labels)}
    assert [mark for mark in marks if mark[0] not in shown[mark[1]]] == []


@EVERY_BOOKLET
def test_nothing_stands_outside_the_margins(folder: Path, name: str) -> None:
    target = folder / f"{name}.bbox.html"
    subprocess.run([tool("pdftotext"), "-bbox", str(written(folder, name, "pdf")), str(target)], check=True)
    outside = []
    for number, page in enumerate(ElementTree.parse(target).iter(f"{XHTML}page"), start=1):
        width, height = float(page.get("width", 0)), float(page.get("height", 0))
        for word in page.iter(f"{XHTML}word"):
            left, right, top, bottom = (float(word.get(key, 0)) for key in ("xMin", "xMax", "yMin", "yMax"))
            if left < SIDE - OVERHANG or right > width - SIDE + OVERHANG or top < TOP or bottom > height - FOOT:
                outside.append((number, word.text))
    assert outside == []


@EVERY_DOCUMENT
def test_pdf_is_tagged_and_dated_by_the_day_of_the_check(folder: Path, name: str) -> None:
    with pikepdf.open(written(folder, name, "pdf")) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20121231")
        assert str(pdf.Root.Lang).startswith("zh")


@EVERY_DOCUMENT
def test_text_can_be_searched(folder: Path, name: str) -> None:
    assert TITLES[name] in text_of(written(folder, name, "pdf"))


def test_days_are_not_broken_in_tables(folder: Path) -> None:
    done = subprocess.run(
        [tool("pdftotext"), "-layout", str(written(folder, "book", "pdf")), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line for line in done.stdout.splitlines() if line.strip() == "日"] == []

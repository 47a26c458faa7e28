"""Words that bite, in every free text of a plan: what is printed is what was typed, in every format."""

import json
import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as WordDocument
from markdown_it import MarkdownIt

from eplan.document import Document, Loc
from eplan.messages import translator
from eplan.models.declared import declared
from eplan.models.plan import Plan
from eplan.models.refs import references
from eplan.parsing import parse
from eplan.reading import Sources, read_folder
from eplan.render.book import paper
from eplan.render.book.choice import Choice
from eplan.render.book.views import book
from eplan.render.formats import paper_as
from eplan.render.views.report import Judged
from eplan.workspace import check_sources
from tests.test_book import DAY, FOLDER
from tests.test_documents import tool

BITES = (
    "{{7*7}}", "{%include'x'%}", "<script>alert(1)</script>", '#import"x":f', "$x^2$;#panic()", "=cmd|'/c calc'!A0",
    "@ref", '"];#eval("1")', "</w:t><w:p/>", "&lt;&amp;", "]]>", "%{x}${y}",
)  # fmt: skip
UNPRINTED = ("reply", "opinion", "result", "note", "url", "draft", "site-plan")
"""Keys whose words the book does not print."""
NOT_YET = "edition.evaluated.1"
"""An evaluation that is to come has no result."""


def bitten(document: Document) -> tuple[dict[str, Any], dict[str, str]]:
    """The plan with a numbered bite behind every free text, and the bites by the field that they stand in."""
    model = Plan.model_validate(document.data)
    named = {reference.loc for reference in references(model)}
    bites: dict[str, str] = {}

    def bite(data: Any, loc: Loc) -> Any:
        if isinstance(data, dict):
            return {key: bite(value, (*loc, key)) for key, value in data.items()}
        if isinstance(data, tuple):
            return [bite(value, (*loc, place)) for place, value in enumerate(data)]
        if not isinstance(data, str) or loc in named or str not in declared(Plan, loc).types or is_name(loc):
            return data
        words = f"№{len(bites)}{BITES[len(bites) % len(BITES)]}№"
        bites[".".join(map(str, loc))] = words
        return data.rstrip("\n") + words

    return bite(document.data, ()), bites


def is_name(loc: Loc) -> bool:
    """Words that others use to name the thing: an id, a command group; a file, a period."""
    return loc[-1] in ("id", "file", "rule", "every") or (loc[-1] == "name" and "groups" in loc) or "internal" in loc


def folder_of_bites() -> tuple[Sources, dict[str, str]]:
    sources = read_folder(FOLDER)
    path = PurePosixPath("data/plans/forest-fire.yaml")
    document = parse(path, sources.yaml[path])
    assert isinstance(document, Document)
    data, bites = bitten(document)
    return Sources({**sources.yaml, path: json.dumps(data, ensure_ascii=False).encode()}, sources.paths), bites


class Reader(HTMLParser):
    """All that a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read_html(content: bytes) -> str:
    reader = Reader()
    reader.feed(re.sub(rb"<style>.*?</style>", b"", content, flags=re.DOTALL).decode())
    return "".join(reader.words)


def read_markdown(content: bytes) -> str:
    return read_html(MarkdownIt("commonmark").enable("table").render(content.decode()).encode())


def read_word(content: bytes) -> str:
    body = WordDocument(BytesIO(content)).element.body
    assert not re.search(
        rb"<w:instrText[^>]*>(?!\s*(PAGEREF|PAGE|STYLEREF))", ZipFile(BytesIO(content)).read("word/document.xml")
    )
    return "".join(
        node.text or "" for node in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    )


def read_pdf(content: bytes) -> str:
    done = subprocess.run([tool("pdftotext"), "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode().replace("\N{ZERO WIDTH SPACE}", "")


def missing(text: str, bites: dict[str, str]) -> Iterator[str]:
    shown = re.sub(r"\s+", "", text)
    for field, words in bites.items():
        is_printed = field.rpartition(".")[2] not in UNPRINTED and not field.startswith(NOT_YET)
        if is_printed and re.sub(r"\s+", "", words) not in shown:
            yield field


READERS = {"html": read_html, "md": read_markdown, "docx": read_word, "pdf": read_pdf}


@pytest.mark.parametrize("form", ["html", "md", "docx", pytest.param("pdf", marks=pytest.mark.documents)])
def test_every_field_is_printed_as_typed(form: str) -> None:
    sources, bites = folder_of_bites()
    checked = check_sources(sources, DAY, [])
    assert checked.unreadable == (PurePosixPath("data/plans/broken.yaml"),)
    judged = Judged(checked.repository, (), (), (), None)
    content = paper_as(
        form, paper(book(judged, Choice(plans=("forest-fire",))), translator("zh-CN")), translator("zh-CN")
    )
    assert len(bites) > 60
    assert list(missing(READERS[form](content), bites)) == []

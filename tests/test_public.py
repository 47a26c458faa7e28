"""The book for the public: no telephone and no person of the folder, in the text of any format."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from eplan.document import Document
from eplan.messages import translator
from eplan.parsing import parse
from eplan.reading import read_folder
from eplan.render.book import paper
from eplan.render.book.audience import Audience
from eplan.render.book.choice import Choice
from eplan.render.book.views import book
from eplan.render.formats import paper_as
from eplan.render.views.report import Judged
from eplan.workspace import check_sources
from tests.conftest import ROOT
from tests.test_book import DAY, FOLDER
from tests.test_hostile import READERS

PHONE_KEYS = ("phone", "duty-phone")
FORMS = ["html", "md", "docx", pytest.param("pdf", marks=pytest.mark.documents)]


def private(data: Any) -> Iterator[str]:
    """Every telephone, and the name of every person: of contacts, leaders, keepers."""
    match data:
        case dict():
            for key, value in data.items():
                if isinstance(value, str) and (key in PHONE_KEYS or key in ("leader", "keeper")):
                    yield value
                elif key == "contacts" and isinstance(value, tuple):
                    yield from (contact["name"] for contact in value if "name" in contact)
                yield from private(value)
        case tuple():
            for item in data:
                yield from private(item)


@cache
def secrets(folder: Path) -> frozenset[str]:
    """What must not be printed. A leader or keeper who is called by a post is no person."""
    documents = [parse(path, source) for path, source in read_folder(folder).yaml.items()]
    found = {words for item in documents if isinstance(item, Document) for words in private(item.data)}
    posts = {post for item in documents if isinstance(item, Document) for post in posts_of(item.data)}
    return frozenset(words for words in found if len(words) > 1 and words not in posts)


def posts_of(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("post"), str):
            yield data["post"]
        data = tuple(data.values())
    if isinstance(data, tuple):
        for item in data:
            yield from posts_of(item)


@cache
def printed(folder: Path, audience: Audience, form: str) -> str:
    checked = check_sources(read_folder(folder), DAY, [])
    judged = Judged(checked.repository, (), (), (), None)
    document = paper(book(judged, Choice(), audience), translator("zh-CN"))
    return re.sub(r"\s+", "", READERS[form](paper_as(form, document, translator("zh-CN"))))


@pytest.mark.parametrize("folder", [FOLDER, ROOT], ids=["small", "district"])
@pytest.mark.parametrize("form", FORMS)
def test_public_book_holds_no_secret(folder: Path, form: str) -> None:
    public = printed(folder, "public", form)
    assert [words for words in secrets(folder) if re.sub(r"\s+", "", words) in public] == []


@pytest.mark.parametrize("folder", [FOLDER, ROOT], ids=["small", "district"])
def test_there_are_secrets_and_the_internal_book_holds_them(folder: Path) -> None:
    internal = printed(folder, "internal", "html")
    assert len([words for words in secrets(folder) if re.sub(r"\s+", "", words) in internal]) >= 8


def test_telephones_in_no_format_by_their_form() -> None:
    """Also where a plan's text has one, the district's public book has none: 0812-… is its area."""
    assert re.findall(r"0812-\d{7}", printed(ROOT, "public", "html")) == []

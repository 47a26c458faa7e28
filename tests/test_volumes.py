"""Volumes of a large book: no plan lost or torn, about the same thickness, and each says which it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from eplan.messages import say, translator
from eplan.render.blocks import Heading, Paper, PartPage, Table, plain
from eplan.render.book import papers
from eplan.render.book.choice import Choice
from eplan.render.book.plan_view import PlanView
from eplan.render.book.views import PartView
from eplan.render.book.volumes import volumes
from tests.test_book import whole_book


@dataclass(frozen=True)
class Thin:
    """A plan of which only the name counts."""

    id: str


def parts_of(sizes: Sequence[Sequence[int]]) -> tuple[tuple[PartView, ...], dict[str, int]]:
    pages = {f"{place}-{number}": size for place, own in enumerate(sizes) for number, size in enumerate(own)}
    thin = [tuple(Thin(f"{place}-{number}") for number in range(len(own))) for place, own in enumerate(sizes)]
    parts = tuple(
        PartView(place, say("Overall plan"), cast(tuple[PlanView, ...], own)) for place, own in enumerate(thin)
    )
    return parts, pages


@given(
    st.lists(st.lists(st.integers(2, 40), min_size=1, max_size=30), min_size=1, max_size=5),
    st.integers(0, 80),
    st.integers(40, 200),
)
def test_every_plan_stands_in_one_volume_and_none_is_too_thick(sizes: list[list[int]], behind: int, limit: int) -> None:
    parts, pages = parts_of(sizes)
    shelf = volumes(parts, pages, behind, limit)
    assert [plan.id for volume in shelf for plan in volume.plans] == list(pages)
    assert [(volume.number, volume.count) for volume in shelf] == [(n, len(shelf)) for n in range(1, len(shelf) + 1)]
    assert all(sum(pages[plan.id] for plan in volume.plans) <= limit + 40 for volume in shelf)


def test_without_a_limit_there_is_one_volume() -> None:
    parts, pages = parts_of([[500], [300, 200]])
    assert [volume.count for volume in volumes(parts, pages, 90, 0)] == [1]


def test_a_part_that_goes_on_says_so() -> None:
    parts, pages = parts_of([[10, 10, 10, 10]])
    assert [sorted(volume.begun) for volume in volumes(parts, pages, 0, 20)] == [[], [0]]


def titles(paper: Paper) -> list[str]:
    return [block.title if isinstance(block, PartPage) else block.text for block in paper.blocks
            if isinstance(block, PartPage) or (isinstance(block, Heading) and block.level == 2)]  # fmt: skip


def test_book_in_volumes() -> None:
    first, second, last = papers(whole_book(Choice()), translator("zh-CN"), 2)
    assert [paper.cover_lines[1] for paper in (first, second, last)] == [
        "第1分册（共3分册）", "第2分册（共3分册）", "第3分册（共3分册）",
    ]  # fmt: skip
    assert titles(first) == ["专项应急预案·自然灾害类", "某区森林火灾应急预案"]
    assert titles(second) == ["专项应急预案·社会安全类", "某区群体性事件应急预案"]
    assert titles(last)[:2] == ["街道和乡镇应急预案", "甲街道突发事件应急预案"]
    index = last.blocks[-1]
    assert isinstance(index, Table)
    entries = "".join(plain(cell.text) for row in index.rows for cell in row.cells)
    assert "某区森林火灾应急预案（第1分册）：2.1" in entries
    assert "甲街道突发事件应急预案：2.1" in entries

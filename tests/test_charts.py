"""Charts: nothing cut off, nothing outside, told apart in grey, words only words, always the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eplan.messages import translator
from eplan.render.blocks import Figure
from eplan.render.charts.bars import BarRow, Part, stacked
from eplan.render.charts.boxes import Box, boxes
from eplan.render.charts.bullets import Bullet, bullets
from eplan.render.charts.bullets import Words as BulletWords
from eplan.render.charts.gantt import Band, Bar, Timetable, gantt
from eplan.render.charts.gantt import Words as GanttWords
from eplan.render.charts.grid import MISSING, GridCell, GridRow, grid, weight_of
from eplan.render.charts.lettering import width_of, wrapped
from eplan.render.charts.panels import Panel, panels
from eplan.render.charts.svg import FILLS, INKS, WIDTH
from eplan.render.report import paper
from tests.district import HOSTILE, small_report

LONG = "强化森林火灾、地质灾害、危险化学品和人员密集场所风险隐患排查整改并建立长效机制（含高新区委员会）"
ENGLISH_LONG = "Investigate and rectify hidden dangers of forest fires, geological disasters and hazardous chemicals"
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Label:
    """A line of text in a drawing, and the room that it takes."""

    words: str
    left: float
    right: float
    base: float


def labels_of(svg: str) -> Iterator[Label]:
    for node in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        words, size, x = node.text or "", float(node.get("font-size", "0")), float(node.get("x", "0"))
        width = width_of(words, size) * 0.9
        left = {"start": x, "middle": x - width / 2, "end": x - width}[node.get("text-anchor", "start")]
        yield Label(words, left, left + width, float(node.get("y", "0")))


def height_of(svg: str) -> float:
    return float(ElementTree.fromstring(svg).get("viewBox", "0 0 0 0").split()[3])


def long_charts() -> dict[str, str]:
    """Every chart with names that are far too long."""
    names = (LONG, ENGLISH_LONG, HOSTILE, "短")
    words = GanttWords("报告日期 2012-12-31", "完成时限", "已逾期的时限", "已完成", "延期前的原定时限")
    bars = tuple(Bar(name, date(2013, 6, 30), date(2012, 11, 1), "bad", LONG, date(2012, 9, 30)) for name in names)
    bands = (Band(LONG, date(2012, 5, 1), date(2012, 5, 20)), Band(LONG, date(2012, 6, 1), date(2013, 12, 31)))
    span = (date(2012, 5, 1), date(2013, 12, 31), date(2012, 5, 2))
    return {
        "gantt": gantt(Timetable("进度", *span, words, bands, (*bars, Bar(LONG, None, None, "open", LONG)))),
        "bars": stacked("任务", (("good", "按时完成"), ("bad", "逾期")), tuple(
            BarRow(name, (Part("good", 1), Part("bad", 400), Part("open", 0))) for name in names
        )),
        "grid": grid("矩阵", ("何人", "when", "危险化学品") * 6, tuple(
            GridRow(name, (GridCell("×", 0), GridCell("12", weight_of(12)), GridCell()) * 6) for name in names
        ), (("事前", 9), ("after", 9))),
        "panels": panels("指标", ("2012Q3", "2012Q4", "2013Q1", "2013Q2", "2013Q3", "2013Q4"), tuple(
            Panel(name, (None, 0.0, 100.0, 95.7, 33.3, 100.0)) for name in names
        ), "无数据"),
        "bullets": bullets("库存", BulletWords("满足", "不足", "需求"), tuple(
            Bullet(name, 3, 5, LONG) for name in names
        )),
        "boxes": boxes("指挥体系", ((Box(LONG),), (Box("指挥部", f"{LONG}\n{LONG}"),), tuple(
            Box(name, LONG, "#b3181d") for name in names * 2
        )), arrows=True),
    }  # fmt: skip


def drawn() -> dict[str, str]:
    """Every chart of a small report in both languages, and those with long names."""
    figures = {
        f"{language} {index}": block.svg
        for language in ("en", "zh-CN")
        for index, block in enumerate(paper(small_report(), translator(language)).blocks)
        if isinstance(block, Figure)
    }
    return {**figures, **long_charts()}


CHARTS = drawn()


@pytest.mark.parametrize("name", CHARTS)
def test_no_label_is_cut_off_or_outside(name: str) -> None:
    svg = CHARTS[name]
    outside = [
        item for item in labels_of(svg) if item.left < -1 or item.right > WIDTH + 1 or item.base > height_of(svg)
    ]
    assert outside == []
    assert "…" not in svg


@pytest.mark.parametrize("name", CHARTS)
def test_no_two_labels_lie_on_each_other(name: str) -> None:
    found = list(labels_of(CHARTS[name]))
    clashing = [
        (one.words, other.words)
        for one, other in combinations(found, 2)
        if abs(one.base - other.base) < 7 and one.left < other.right - 1 and other.left < one.right - 1
    ]
    assert clashing == []


@pytest.mark.parametrize("name", long_charts())
def test_long_names_are_written_out(name: str) -> None:
    written = "".join(item.words for item in labels_of(CHARTS[name])).replace(" ", "")
    for words in (LONG, ENGLISH_LONG, HOSTILE):
        assert words.replace(" ", "") in written


def test_a_chart_is_always_the_same() -> None:
    assert drawn() == CHARTS


def test_hostile_words_are_words() -> None:
    svg = long_charts()["bars"]
    assert "<script>" not in svg
    assert HOSTILE.replace(" ", "") in "".join(item.words for item in labels_of(svg)).replace(" ", "")


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_fills_are_told_apart_in_grey() -> None:
    assert min(contrast(one, other) for one, other in combinations(FILLS.values(), 2)) > 1.8


def test_numbers_are_legible_on_their_fills() -> None:
    assert min(contrast(FILLS[tone], INKS[tone]) for tone in FILLS) > 4.5
    assert contrast(MISSING, "#ffffff") > 4.5


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60), st.floats(20, 300))
def test_wrapping_loses_nothing(words: str, room: float) -> None:
    assert "".join("".join(wrapped(words, room)).split()) == "".join(words.split())


@given(st.text(alphabet="甲乙丙丁（）、。abc 12", min_size=1, max_size=60), st.floats(40, 300))
@example("11 1 、、、、、、 、", 92.0)
@example("111111 、", 40.0)
def test_lines_are_no_wider_than_the_room(words: str, room: float) -> None:
    """Closing marks may hang over, because none may begin a line; so may the blanks before and between them."""
    for line in wrapped(words, room):
        assert width_of(line.rstrip("）、。 ")) <= room

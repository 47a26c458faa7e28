"""Pocket cards: golden cards of a small folder, whose duties stand on which, and the printed cards read back."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from eplan.cli.app import run
from eplan.messages import Refusal, translator
from eplan.render.blocks import plain
from eplan.render.cards import paper
from eplan.render.cards.back import back
from eplan.render.cards.front import front
from eplan.render.cards.parts import Hand, Part
from eplan.render.cards.pdf import pdf
from eplan.render.cards.views import Card, Deck, deck
from eplan.render.formats import paper_as
from tests.conftest import ROOT
from tests.test_handbook import SMALL, actors, as_markdown, judged, plans_in_force

GOLDEN = ROOT / "tests/golden/cards"
CHINESE = translator("zh-CN")
HAND = Hand(CHINESE, "攀枝花市东区")
HOSTILE = "#panic(1) $x$ *b* [c](javascript:1) <script>alert(1)</script> {{ 7*7 }} @ref =1+1 \\ \" '"


@cache
def cards(folder: Path = ROOT, unit: str | None = None, post: str | None = None, plan: str | None = None) -> Deck:
    return deck(judged(folder), unit, post, plan)


def card(post: str) -> Card:
    return cards(post=post).cards[0]


@pytest.mark.parametrize(("name", "language"), [("cards.md", "zh-CN"), ("cards.en.md", "en")])
def test_golden_cards(name: str, language: str, updating: bool) -> None:
    written = as_markdown(paper(cards(SMALL), translator(language)))
    if updating:
        (GOLDEN / name).write_text(written, "utf-8")
    assert written == (GOLDEN / name).read_text("utf-8")


def said(parts: tuple[Part, ...]) -> str:
    return "\n".join(
        f"{part.title}|{line.lead}|{line.under}|{plain(line.body)}|{plain(line.more)}|{line.end}"
        for part in parts
        for line in part.lines
    )


def own(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if not part.beside)


def test_every_post_of_every_unit_in_a_plan_has_one_card() -> None:
    found = [item.contact.post for item in cards().cards]
    named = {name for plan in plans_in_force().values() for name in json_names(plan)}
    posts = {contact.post for placed in judged(ROOT).repository.units for contact in placed.model.contacts}
    assert len(found) == len(set(found))
    assert sorted((named & posts) - set(found)) == []


def json_names(plan: object) -> Iterator[str]:
    """Every text of a plan that may be a name."""
    match plan:
        case dict():
            for value in plan.values():
                yield from json_names(value)
        case list():
            for value in plan:
                yield from json_names(value)
        case str():
            yield plan


def test_actions_of_a_post_by_name_stand_among_its_own_with_how() -> None:
    repository = judged(ROOT).repository
    for plan in plans_in_force().values():
        for action in plan["actions"]:
            for name in action.get("who", ()):
                if name in repository.post_by_name:
                    words = said(own(front(card(name), HAND)))
                    assert action["what"].strip() in words, (name, action["id"])
                    assert re.sub(r"\s", "", action["how"]) in re.sub(r"\s", "", words), (name, action["id"])


def test_what_a_post_decides_stands_among_its_own() -> None:
    repository = judged(ROOT).repository
    for plan in plans_in_force().values():
        for level in plan.get("response", {}).get("levels", ()):
            for who, key in (("decided-by", "trigger"), ("ended-by", "ends-when")):
                name = level.get(who)
                if name in repository.post_by_name:
                    assert level[key].strip() in said(own(front(card(name), HAND))), (name, plan["title"])


def test_the_commander_decides_what_the_headquarters_decides() -> None:
    words = said(own(front(card("分管林业副区长"), HAND)))
    assert "决定启动Ⅲ级响应" in words
    assert "身份：区森林防火指挥部" in words


def test_first_hours_of_the_unit_stand_apart_and_are_complete() -> None:
    item = card("区公安分局值班员")
    parts = front(item, HAND)
    assert [part.title for part in own(parts)] == ["我的角色"]
    beside = said(tuple(part for part in parts if part.beside))
    wanted = [
        action["what"].strip()
        for plan in plans_in_force().values()
        for action in plan["actions"]
        if action["phase"] in ("onset", "during")
        and "区公安分局" in {unit for name in action.get("who", ()) for unit in actors().get(name, ())}
        and action.get("when", {}).get("within") in ("10min", "20min", "30min", "40min", "1h")
        and action["when"].get("of") in ("occurrence", "report", "activation")
    ]
    assert len(wanted) > 5
    assert [what for what in wanted if what not in beside] == []


def test_entries_stand_in_the_order_of_the_clock() -> None:
    limits = [
        line.lead for part in own(front(card("示例化工有限公司值班长"), HAND)) if "事发" in part.title
        for line in part.lines
    ]  # fmt: skip
    minutes = [int(lead.removesuffix("分钟")) for lead in limits if lead.endswith("分钟")]
    assert minutes == sorted(minutes)
    assert len(minutes) > 2


def test_back_has_the_chain_the_content_of_reports_and_marked_telephones() -> None:
    words = said(back(card("区林业局值班员"), (), HAND))
    assert "我向谁报告|5分钟||→ 区林业局分管副局长|电话 · 林业局森林火灾应急预案|" in words
    assert "区林业局向谁报告|10分钟||→ 区应急办|" in words
    assert "我要联系|||区林业局分管副局长〔示例〕  接收报告||0812-0000550" in words
    assert "报告内容" in words


def test_nobody_calls_himself_and_no_number_stands_twice() -> None:
    for item in cards().cards:
        names = [phone.name for phone in item.phones]
        assert item.contact.post not in names
        assert len(names) == len(set(names))


def test_narrowing_by_unit_post_and_plan() -> None:
    assert {item.unit.name for item in cards(unit="区林业局").cards} == {"区林业局"}
    assert [item.contact.post for item in cards(post="区长").cards] == ["区长"]
    only = cards(post="区长", plan="forest-fire").cards[0]
    assert {plan.view.id for plan in (*only.own.plans, *only.beside.plans)} == {"forest-fire"}


@pytest.mark.parametrize(
    "wish", [("区林业居", None, None), (None, "区长长", None), (None, None, "forest"), ("乙街道", "区长", None)]
)
def test_unknown_names_are_refused(wish: tuple[str | None, str | None, str | None]) -> None:
    with pytest.raises(Refusal):
        deck(judged(SMALL), *wish)


@pytest.mark.parametrize("on_sheets", [False, True])
def test_same_folder_and_day_give_the_same_bytes(on_sheets: bool) -> None:
    first, second = (pdf(cards(SMALL), CHINESE, on_sheets=on_sheets) for _ in range(2))
    assert first == second
    assert b"generator: eplan" in first


def test_command_writes_pdf_and_refuses_sheets_of_other_formats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    common = ("cards", "-C", str(SMALL), "--as-of", "2012-12-31", "--lang", "en")
    assert run([*common, "--unit", "区林业局", "--sheet"], {"EPLAN_LANG": "en"}) == 0
    assert capsys.readouterr().out == "out/cards-区林业局-a4.pdf\n"
    assert run([*common, "--sheet", "--format", "md"], {"EPLAN_LANG": "en"}) == 2
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["cards-区林业局-a4.pdf"]


@pytest.fixture
def hostile(tmp_path: Path) -> Deck:
    """A folder whose words would be obeyed by somebody, and are too many for one card."""
    folder = tmp_path / "hostile"
    shutil.copytree(SMALL, folder)
    plan = folder / "data/plans/forest-fire.yaml"
    words = json.dumps(HOSTILE, ensure_ascii=False)
    much = json.dumps(HOSTILE * 20 + "W" * 600 + "字" * 2000 + "完", ensure_ascii=False)
    text = plan.read_text("utf-8").replace("who: [区林业局], what: 备勤, how: 集中食宿",
                                           f"who: [区林业局局长], what: {words}, how: {much}")  # fmt: skip
    plan.write_text(text, "utf-8")
    return deck(judged(folder))


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_hostile_words_are_written_in_every_format(hostile: Deck, form: str) -> None:
    written = paper_as(form, paper(hostile, CHINESE), CHINESE)
    assert written
    if form == "html":
        assert b"<script>alert" not in written


# ---- the printed cards, read back


@dataclass(frozen=True)
class Word:
    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Printed:
    pages: tuple[tuple[float, float], ...]
    words: tuple[Word, ...]

    def text(self, *pages: int) -> str:
        return "".join(word.text for word in self.words if not pages or word.page in pages)


def printed(content: bytes, folder: Path) -> Printed:
    source = folder / "cards.pdf"
    source.write_bytes(content)
    tool = shutil.which("pdftotext")
    assert tool, "install poppler-utils"
    page = subprocess.run([tool, "-bbox", str(source), "-"], capture_output=True, text=True, check=True).stdout
    pages: list[tuple[float, float]] = []
    words: list[Word] = []
    for kind, found in re.findall(r"<(page|word) (.*)", page):
        numbers = [float(value) for value in re.findall(r'="([\d.]+)"', found)]
        if kind == "page":
            pages.append((numbers[0], numbers[1]))
        else:
            shown = found.partition(">")[2].removesuffix("</word>")
            left, top, right, bottom = numbers[:4]
            words.append(Word(len(pages), unescaped(shown), left, top, right, bottom))
    return Printed(tuple(pages), tuple(words))


def in_reading_order(content: bytes, folder: Path) -> str:
    """The words as the file has them, cell after cell."""
    source = folder / "cards.pdf"
    source.write_bytes(content)
    tool = shutil.which("pdftotext")
    assert tool, "install poppler-utils"
    return subprocess.run([tool, "-raw", str(source), "-"], capture_output=True, text=True, check=True).stdout


def unescaped(text: str) -> str:
    for code, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(code, character)
    return text


MM = 72 / 25.4


def squeezed(words: str) -> str:
    """Without what poppler may tell otherwise: spaces, places to break, Roman figures."""
    figures = str.maketrans({"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "\u200b": "", "·": "•", "‧": "•", "・": "•"})
    return re.sub(r"\s", "", words.translate(figures))


@pytest.mark.documents
def test_cards_are_a6_with_every_word_inside_the_margins_and_readable(tmp_path: Path) -> None:
    found = printed(pdf(cards(), CHINESE), tmp_path)
    assert {(round(wide / MM), round(high / MM)) for wide, high in found.pages} == {(105, 148)}
    assert len(found.pages) % 2 == 0
    wide, high = found.pages[0]
    hang = 4.5  # points: a mark of punctuation may hang out by half its width, which is blank
    left, right = 6 * MM - hang, wide - 6 * MM + hang
    outside = [
        word for word in found.words
        if word.left < left or word.right > right or word.top < 4 * MM or word.bottom > high - 3 * MM
    ]  # fmt: skip
    assert outside == []
    assert min(word.bottom - word.top for word in found.words) > 6.99


@pytest.mark.documents
@pytest.mark.parametrize(
    "post", ["区长", "区应急办值班员", "市第二小学副校长", "区公安分局值班员", "示例化工有限公司值班长"]
)
def test_every_entry_is_on_the_printed_card(tmp_path: Path, post: str) -> None:
    item = card(post)
    text = squeezed(in_reading_order(pdf(cards(post=post), CHINESE), tmp_path))
    lines = [line for part in (*front(item, HAND), *back(item, (), HAND)) for line in part.lines]
    pieces = [run.text for line in lines for run in (*line.body, *line.more)] + [line.end for line in lines]
    assert [piece for piece in pieces if squeezed(piece) not in text] == []
    assert "2012年12月31日" in text


@pytest.mark.documents
def test_front_and_back_of_the_first_card_and_numbers_of_further_ones(tmp_path: Path) -> None:
    found = printed(pdf(cards(post="区林业局主要负责人"), CHINESE), tmp_path)
    count = len(found.pages) // 2
    assert count > 1
    assert "我的角色" in found.text(1)
    assert "我要联系" in found.text(2)
    assert [f"{place}/{count}" in found.text(2 * place - 1) for place in range(1, count + 1)] == [True] * count


@pytest.mark.documents
def test_sheets_have_backs_behind_their_fronts(tmp_path: Path) -> None:
    found = printed(pdf(cards(SMALL), CHINESE, on_sheets=True), tmp_path)
    assert {(round(wide / MM), round(high / MM)) for wide, high in found.pages} == {(210, 297)}
    assert len(found.pages) == 2
    middle = found.pages[0][0] / 2
    places = [(word.page, word.left < middle) for word in found.words if word.text == "区长" and word.top < 12 * MM]
    assert places == [(1, True), (2, False)]


@pytest.mark.documents
def test_hostile_words_come_out_as_typed_and_none_is_cut_off(hostile: Deck, tmp_path: Path) -> None:
    found = printed(pdf(hostile, CHINESE), tmp_path)
    text = squeezed(found.text())
    assert squeezed(HOSTILE) in text
    assert text.replace(hostile.edition.code, "").count("W") == 600
    assert text.count("字") == 2000
    high = found.pages[0][1]
    assert [word for word in found.words if word.bottom > high - 3 * MM] == []

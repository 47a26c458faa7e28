"""Codes: their form, what changes them and what does not, what a file says of itself."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from eplan.codes import ALPHABET, code_of, looks_like_code, read_code
from eplan.messages import translator
from eplan.reading import Sources, read_folder
from eplan.render.book import paper
from eplan.render.book.audience import AUDIENCES, Audience
from eplan.render.book.choice import EVERYTHING, Choice
from eplan.render.book.known_codes import Printed, code_of_today, known_codes
from eplan.render.book.views import Book, book
from eplan.render.formats import paper_as
from eplan.render.marker import read_mark
from eplan.render.views.report import Judged
from eplan.workspace import check_sources
from tests.test_book import DAY, FOLDER

PLAN, UNITS = "data/plans/forest-fire.yaml", "data/units.yaml"


def test_a_code_has_ten_legible_characters() -> None:
    code = code_of({"b": [1, "二"], "a": None})
    assert code == code_of({"a": None, "b": [1, "二"]})
    assert len(code) == 11
    assert set(code) <= {*ALPHABET, "-"}
    assert not set("01ILO") & set(ALPHABET)


def test_a_code_may_be_typed_in_many_ways() -> None:
    code = code_of("x")
    for typed in (
        code.lower(),
        code.replace("-", ""),
        f" {code[:3]} {code[3:]} ",
        code.replace("-", "－"),
        code.replace("-", "—"),
    ):
        assert read_code(typed) == code


def test_every_single_misreading_is_noticed() -> None:
    code = code_of("x").replace("-", "")
    for place, right in enumerate(code):
        for wrong in ALPHABET:
            if wrong != right:
                assert read_code(code[:place] + wrong + code[place + 1 :]) is None
    for one in range(len(code)):
        for other in range(one):
            letters = list(code)
            letters[one], letters[other] = letters[other], letters[one]
            if letters != list(code):
                assert read_code("".join(letters)) is None


@pytest.mark.parametrize("text", ["", "K7QMX", "K7QMX-3RTVA-9", "0OIL1-22222", "forest-fir", "a/b.pdf"])
def test_what_is_no_code_is_no_code(text: str) -> None:
    assert read_code(text) is None


def test_a_misread_code_still_looks_like_one() -> None:
    assert looks_like_code("0OIL1-22222")
    assert not looks_like_code("森林火灾应急预案")


def changed(changes: Mapping[str, tuple[str, str]], day: date = DAY) -> Book:
    """The book of the small folder with words of its files replaced."""
    folder = read_folder(FOLDER)
    yaml = dict(folder.yaml)
    for name, (old, new) in changes.items():
        text = yaml[PurePosixPath(name)].decode()
        assert old in text
        yaml[PurePosixPath(name)] = text.replace(old, new).encode()
    return bound(replace(folder, yaml=yaml), day)


def bound(sources: Sources, day: date = DAY, audience: Audience = "internal", choice: Choice = EVERYTHING) -> Book:
    return book(Judged(check_sources(sources, day, []).repository, (), (), ()), choice, audience)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (PLAN, "title: 某区森林火灾", "# 注释\ntitle:   某区森林火灾"),
        (PLAN, "approved: {date: 2012-09-01, by: 区政府", "approved: {by: 区政府, date: 2012-09-01"),
        (PLAN, "scope: 本区", "note: 备忘\nscope: 本区"),
        (PLAN, "edition:\n", "edition:\n  drafted: 2012-08-01\n"),
        (UNITS, "verified: 2012-09-01", "verified: 2012-12-01"),
        ("data/hazards.yaml", "place: 后山", "assessed: 2012-05-03, place: 后山"),
    ],
)  # fmt: skip
def test_what_no_page_says_changes_no_code(name: str, old: str, new: str) -> None:
    assert changed({name: (old, new)}).code == changed({}).code


@pytest.mark.parametrize(
    ("name", "old", "new", "plans"),
    [
        (PLAN, "scope: 本区", "scope: 全区", {"forest-fire"}),
        (PLAN, "number: 某府办发〔2012〕31号", "number: 某府办发〔2012〕32号", {"forest-fire"}),
        ("data/headquarters.yaml", "commander: 区长", "commander: 区林业局局长", {"forest-fire"}),
        ("data/supplies/甲街道.yaml", "quantity: 5台", "quantity: 6台", {"forest-fire", "street-a"}),
        (UNITS, "0812-4444444", "0812-4444445", {"forest-fire"}),
    ],
)
def test_a_code_changes_with_what_its_pages_say(name: str, old: str, new: str, plans: set[str]) -> None:
    before, after = changed({}), changed({name: (old, new)})
    assert {plan for plan, code in after.codes.items() if before.codes[plan] != code} == plans
    assert before.code != after.code


def test_a_draft_and_the_plan_in_force_have_two_codes() -> None:
    early, late = changed({}), changed({}, date(2013, 3, 1))
    assert [plan for plan in early.codes if early.codes[plan] != late.codes[plan]] == ["street-a"]


def test_every_printed_code_is_known() -> None:
    sources = read_folder(FOLDER)
    repository = check_sources(sources, date(2014, 1, 1), []).repository
    choices = (EVERYTHING, Choice(kinds=("special",)), Choice(units=("区林业局",)), Choice(plans=("street-a",)))
    known = dict(known_codes(repository))
    for choice in choices:
        for day in (DAY, date(2013, 3, 1)):
            for audience in AUDIENCES.values():
                printed = bound(sources, day, audience, choice)
                assert {printed.code, *printed.codes.values()} <= known.keys()
    combined = Choice(kinds=("special",), categories=("natural-disaster",))
    code = bound(sources, choice=combined).code
    assert code not in known
    assert dict(known_codes(repository, combined))[code] == Printed("book", choice=combined)


def test_the_code_of_today_is_the_one_that_is_printed_today() -> None:
    sources = read_folder(FOLDER)
    repository = check_sources(sources, DAY, []).repository
    printed = bound(sources)
    assert code_of_today(Printed("book"), repository) == printed.code
    assert code_of_today(Printed("plan", plan="street-a"), repository) == printed.codes["street-a"]
    assert code_of_today(Printed("plan", plan="old"), repository) is None
    public = bound(sources, audience="public")
    assert code_of_today(Printed("plan", "public", "forest-fire"), repository) == public.codes["forest-fire"]


@pytest.mark.parametrize("form", ["html", "md", "pdf", "docx"])
def test_a_file_says_its_code_and_whether_it_is_whole(form: str) -> None:
    choice = Choice(kinds=("special",), units=("区林业局",))
    printed = bound(read_folder(FOLDER), choice=choice)
    content = paper_as(form, paper(printed, translator("zh-CN")), translator("zh-CN"))
    mark = read_mark(content)
    assert mark is not None
    assert (mark.code, Choice.of(mark.scope), mark.is_whole) == (printed.code, choice, True)
    middle = len(content) // 2
    altered = read_mark(content[:middle] + bytes((content[middle] ^ 1,)) + content[middle + 1 :])
    assert altered is not None
    assert (altered.code, altered.is_whole) == (printed.code, False)


def test_a_text_that_imitates_the_mark_is_not_taken_for_it() -> None:
    folder = read_folder(FOLDER)
    name = PurePosixPath(PLAN)
    trap = "eplan 9; code: 22222-22222; sum: 0000000000000000"
    text = folder.yaml[name].decode().replace("title: 某区森林火灾应急预案", f"title: '{trap}'")
    printed = bound(replace(folder, yaml={**folder.yaml, name: text.encode()}), choice=Choice(plans=("forest-fire",)))
    for form in ("html", "md", "pdf", "docx"):
        mark = read_mark(paper_as(form, paper(printed, translator("en")), translator("en")))
        assert mark is not None
        assert (mark.code, mark.is_whole) == (printed.code, True)

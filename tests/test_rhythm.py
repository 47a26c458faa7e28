"""What must be done in every period, and who is on duty."""

from datetime import date
from typing import Any

import pytest

from eplan.finding import Severity
from eplan.models.law import Requirement
from eplan.models.quantities import Duration
from eplan.repository import Repository
from eplan.rhythm import Doing, lateness, missed, named
from eplan.roster import gaps, overlaps, rosters
from tests.conftest import check_files

TERMS = "terms: [{from: 2012-02-13, to: 2012-07-06, name: 春季学期}, {from: 2012-09-03, to: 2013-01-18}]\n"


def folder(files: dict[str, str] | None = None, as_of: date = date(2012, 12, 31)) -> Repository:
    return check_files(files or {}, as_of, []).repository


def row(**fields: Any) -> Requirement:
    return Requirement.model_validate({"id": "x", "about": "unit-drill", "verified": "A", **fields})


MAY, JULY, OCTOBER = Doing(date(2012, 5, 10), 2), Doing(date(2012, 7, 12), 1), Doing(date(2012, 10, 18), 1)


@pytest.mark.parametrize(
    ("fields", "doings", "wanted"),
    [
        ({"every": "term"}, [JULY, OCTOBER], ["the spring term of 2012"]),
        ({"every": "term"}, [MAY], []),
        ({"every": "term", "at-least": "3课时"}, [MAY], ["the spring term of 2012"]),
        ({"every": "term", "valid-from": "2012-04-28"}, [], []),
        ({"every": "quarter"}, [MAY, OCTOBER], ["2012Q1", "2012Q3"]),
        ({"every": "half-year"}, [MAY], []),
        ({"every": "half-year", "at-least": "2次"}, [MAY], ["the first half of 2012"]),
        ({"every": "month", "valid-from": "2012-05-01"}, [MAY], ["2012-06", "2012-09", "2012-10", "2012-11"]),
        ({"every": "year"}, [MAY], ["2011"]),
        ({"every": "6mo"}, [JULY], []),
        ({"every": "2mo"}, [JULY], ["2012-10-31 to 2012-12-31"]),
        ({}, [], []),
    ],
)  # fmt: skip
def test_periods_in_which_too_little_was_done(fields: dict[str, str], doings: list[Doing], wanted: list[str]) -> None:
    assert [str(named(period)) for period in missed(row(**fields), doings, folder().on)] == wanted


def test_the_folder_says_its_own_terms() -> None:
    on = folder({"eplan.yaml": f"district: {{name: 某区}}\n{TERMS}"}).on
    assert [str(named(period)) for period in missed(row(every="term"), [], on)] == ["春季学期"]
    assert [str(named(period)) for period in missed(row(every="month"), [], on)] == [
        "2012-03", "2012-04", "2012-05", "2012-06", "2012-10", "2012-11",
    ]  # fmt: skip


def test_nothing_that_lies_ahead_counts() -> None:
    on = folder(as_of=date(2012, 3, 31)).on
    assert missed(row(every="month"), [Doing(date(2012, 4, 1), 1)], on) == missed(row(every="month"), [], on)


def test_lateness_is_by_requirement_or_else_by_practice() -> None:
    year, last, today = Duration(1, "y"), date(2011, 6, 1), date(2012, 12, 31)
    by_practice = lateness([], year, last, today)
    assert by_practice == (date(2012, 6, 1), (), Severity.INFO)
    yearly, lax = row(every="1y", force="law"), row(every="3y", force="law")
    assert lateness([yearly, lax], year, last, today) == (date(2012, 6, 1), (yearly,), Severity.ERROR)
    assert lateness([lax], year, last, today) is None
    new = row(every="1y", **{"valid-from": "2012-06-01"})
    assert lateness([new], year, last, today) is None


ROSTER = """\
duty:
  - {date: 2012-12-30, from: 20:00, to: 08:00, unit: 甲, staff: [张]}
  - {date: 2012-12-29, from: 08:00, to: 20:00, unit: 甲, staff: [李], leader: 李}
  - {date: 2012-12-31, from: 07:00, to: 24:00, unit: 甲}
  - {date: 2012-12-31, from: 08:00, to: 08:00, unit: 乙}
  - {date: 9999-12-31, from: 08:00, to: 08:00, unit: 丙}
"""


def test_gaps_overlaps_and_people_of_a_roster() -> None:
    found = rosters(folder({"data/duty/2012-12.yaml": ROSTER}))
    assert set(found) == {"甲", "乙"}
    assert [(f"{gap.start:%d %H:%M}", f"{gap.end:%d %H:%M}") for gap in gaps(found["甲"])] == [("29 20:00", "30 20:00")]
    assert [f"{later.start:%d %H:%M}" for _, later in overlaps(found["甲"])] == ["31 07:00"]
    assert [watch.people for watch in found["甲"]] == [("李",), ("张",), ()]
    assert not list(gaps(found["乙"]))


def test_a_roster_reaches_to_the_end_of_its_month() -> None:
    (watches,) = rosters(folder({"data/duty/x.yaml": "duty: [{date: 2012-12-10, unit: 甲}]\n"})).values()
    assert [(f"{gap.start:%m-%d %H:%M}", f"{gap.end:%m-%d %H:%M}") for gap in gaps(watches)] == [
        ("12-11 08:00", "01-01 00:00")
    ]

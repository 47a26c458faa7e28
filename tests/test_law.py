"""The legal base: sound in itself, true to the day it is asked for, and its strictest row is the one that binds."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath
from typing import get_args

import pytest

from eplan.finding import Severity
from eplan.law import Law, built_in, concerns, in_force, severity_of, strictest
from eplan.law.reading import read_law
from eplan.models.base import Part
from eplan.models.hazards import IssuedWarning
from eplan.models.incidents import EventResponse, EventReview
from eplan.models.law import Instrument, LawFile, Requirement
from eplan.models.practice import DrillEvaluation
from eplan.models.questions import QUESTIONS, ReportStep, RevisionCause, Unclaimed
from eplan.models.vocabulary import COLOURS, AnnexTable, Measure
from tests.conftest import ROOT

LAW = built_in()
SEED = date(2012, 12, 31)
TODAY = date(2026, 7, 1)
MANUAL = (ROOT / "docs/law.md").read_text("utf-8")
ELEMENTS = {
    "purpose", "basis", "scope", "principles", "risks", "grades", "command", "duties", "groups", "warning", "reporting",
    "response", "actions", "information", "recovery", "support", "management", "annexes", "contacts", "shelters",
}  # fmt: skip
INCLUDED = {
    "plan-content": ELEMENTS,
    "revision-approval": ELEMENTS,
    "plan-annexes": set(get_args(AnnexTable)),
    "required-measures": set(get_args(Measure)),
    "warning-levels": set(COLOURS),
    "plan-revision": set(get_args(RevisionCause)),
}
KEYS: dict[str, type[Part]] = {
    "warning-fields": IssuedWarning,
    "activation-fields": EventResponse,
    "drill-evaluation": DrillEvaluation,
    "event-review": EventReview,
}


def documented(heading: str) -> set[str]:
    """The words in the first column of the table under a heading of the manual."""
    section = MANUAL.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return {word for cell in re.findall(r"^\| ([^|]+) \|", section, re.M) for word in re.findall(r"`([^`]+)`", cell)}


def words(about: str) -> Iterator[str]:
    for row in LAW.requirements:
        if row.about == about:
            yield from row.includes


def test_ids_are_unique() -> None:
    for ids in ([row.id for row in LAW.instruments], [row.id for row in LAW.requirements]):
        assert len(ids) == len(set(ids))


def test_every_reference_leads_somewhere() -> None:
    ids = set(LAW.by_id)
    assert {row.instrument for row in LAW.requirements if row.instrument} <= ids
    assert {row.superseded_by for row in LAW.instruments if row.superseded_by} <= ids


def test_a_successor_follows_without_a_gap() -> None:
    for old in LAW.instruments:
        new = LAW.by_id.get(old.superseded_by or "")
        if old.valid_to and new and new.valid_from:
            assert (new.valid_from - old.valid_to).days == 1, old.id


@pytest.mark.parametrize("row", LAW.instruments, ids=lambda row: row.id)
def test_instrument_says_when_it_came_into_force(row: Instrument) -> None:
    assert row.valid_from
    assert row.source
    assert row.issued is None or row.issued <= row.valid_from


@pytest.mark.parametrize("row", LAW.requirements, ids=lambda row: row.id)
def test_requirement_rests_on_its_instrument(row: Requirement) -> None:
    assert row.source, "say where it was read; K where it is from knowledge"
    assert (row.source == "K") <= (row.verified == "unverified")
    if row.instrument is None:
        assert row.force == "practice"
        assert row.basis
        return
    instrument = LAW.by_id[row.instrument]
    assert row.force == instrument.force
    assert row.jurisdiction == instrument.jurisdiction
    assert row.valid_from
    assert instrument.valid_from
    assert row.valid_from >= instrument.valid_from
    if instrument.valid_to:
        assert row.valid_to
        assert row.valid_to <= instrument.valid_to


def test_unverified_and_secondary_rows_are_never_errors() -> None:
    assert all(severity_of(row) < Severity.ERROR for row in LAW.requirements if row.verified in ("unverified", "C"))


def test_questions_are_those_of_the_manual() -> None:
    assert {row.about for row in LAW.requirements} == set(QUESTIONS) == documented("The questions")


def test_words_are_those_of_the_manual() -> None:
    assert set(get_args(Unclaimed)) == documented("Subjects that no record can claim yet")
    assert set(get_args(ReportStep)) == documented("Hops")


def test_every_source_is_known_and_every_known_source_is_used() -> None:
    keys = [reading.key for reading in LAW.sources]
    assert len(keys) == len(set(keys))
    assert all(reading.address for reading in LAW.sources if reading.key != "K")
    assert {key for row in LAW.requirements for key in (row.source or "").split(", ")} == set(keys)


@pytest.mark.parametrize("about", INCLUDED)
def test_included_words_are_known(about: str) -> None:
    assert set(words(about)) <= INCLUDED[about]


@pytest.mark.parametrize("about", KEYS)
def test_included_words_are_keys_of_the_record(about: str) -> None:
    assert set(words(about)) <= {str(info.alias) for info in KEYS[about].model_fields.values()}


@pytest.mark.parametrize("day", [SEED, date(2020, 1, 1), date(2024, 10, 31), TODAY], ids=str)
def test_no_row_of_a_law_that_is_not_in_force(day: date) -> None:
    places = tuple({row.jurisdiction for row in LAW.requirements if row.jurisdiction})
    for about in documented("The questions"):
        subjects = {subject for row in LAW.requirements for subject in row.subjects}
        for row in LAW.requiring(about, day, *subjects, jurisdictions=places):
            assert row.instrument is None or in_force(LAW.by_id[row.instrument], day), row.id


def test_grades_neither_overlap_nor_leave_gaps() -> None:
    """One row a level; each key falls from level to level where it is given."""
    prefixes = {row.id.rsplit("-", 1)[0] for row in LAW.requirements if row.about == "event-grade"}
    for prefix in prefixes:
        rows = [row for row in LAW.requirements if row.about == "event-grade" and row.id.startswith(prefix + "-")]
        assert [row.levels for row in rows] == [(1,), (2,), (3,), (4,)]
        for graver, lighter in pairwise(rows):
            for key, bounds in graver.thresholds.items():
                assert bounds.low == lighter.thresholds[key].high, (lighter.id, key)
                assert bounds.low_included
                assert not lighter.thresholds[key].high_included


@pytest.mark.parametrize(
    ("about", "day", "subject", "number", "instrument", "clause"),
    [
        ("plan-filing", TODAY, "special", "20工作日", "state-office-2024-5", "第二十六条"),
        ("plan-drill", date(2014, 1, 1), "special", "3y", "state-office-2013-101", "第二十二条"),
        ("unit-drill", TODAY, "government", "2y", "order-708", "第八条"),
        ("unit-drill", TODAY, "hotel", "half-year", "order-708", "第八条"),
        ("evacuation-drill", TODAY, "school", "month", "school-evacuation-2014", None),
        ("evacuation-drill", SEED, "school", "term", "moe-23", "第四十二条"),
        ("unit-drill", SEED, "mine", "half-year", "saws-17", None),
        ("team-headcount", TODAY, "micro-fire-station", "6人", "micro-fire-station-2015", None),
        ("shelter-area", TODAY, "long", "4.5m²/人", "gb-51143-2021", None),
    ],
)
def test_numbers(about: str, day: date, subject: str, number: str, instrument: str, clause: str | None) -> None:
    row = strictest(LAW.requiring(about, day, subject))
    assert row
    assert number in (str(row.at_most), str(row.every), str(row.at_least))
    assert (row.instrument, row.clause) == (instrument, clause)


@pytest.mark.parametrize(
    ("hazard", "hop", "limit", "clause"),
    [
        ("workplace-accident", "unit-county", "1h", "第九条"),
        ("workplace-accident", "authority-hop", "2h", "第十一条"),
        ("infectious-disease", "institution-health", "2h", "第二十条"),
        ("infectious-disease", "county-city", "2h", "第二十条"),
        ("infectious-disease", "province-state", "1h", "第十九条"),
        ("animal-disease", "county-province", "2h", "第十七条"),
    ],
)
def test_reporting_limits(hazard: str, hop: str, limit: str, clause: str) -> None:
    rows = [row for row in LAW.requiring("event-report", SEED) if row.hop == hop and concerns(row, [hazard])]
    row = strictest(rows)
    assert row
    assert (str(row.at_most), row.clause) == (limit, clause)


def test_2012_knows_no_filing_and_no_activation_fields() -> None:
    assert not LAW.requiring("plan-filing", SEED, "special")
    assert not LAW.requiring("activation-fields", SEED)
    assert not LAW.requiring("response-levels", SEED, "special")
    assert LAW.requiring("warning-levels", SEED)


def test_local_law_counts_only_where_it_is_listed() -> None:
    def rows(*places: str) -> set[str]:
        return {row.id for row in LAW.requiring("plan-drill", TODAY, "special", jurisdictions=places)}

    assert rows() == rows("四川省") == {"plan-drill-2024"}
    assert rows("山东省", "青岛市") == {"plan-drill-2024", "qingdao-drill-special"}


def test_a_folder_tightens_the_national_rule() -> None:
    own = Requirement.model_validate({"id": "own", "about": "plan-drill", "every": "1y", "basis": "本区规定"})
    rows = LAW.with_local([own]).requiring("plan-drill", TODAY, "special", jurisdictions=("青岛市",))
    assert strictest(rows) == own


@pytest.mark.parametrize(
    ("ids", "strict"),
    [
        (("addressee-overall-2024",), "addressee-overall-2024"),
        (("plan-drill-2024", "qingdao-drill-special", "qingdao-drill-department"), "qingdao-drill-department"),
        (("report-493-hop", "report-493-unit", "shandong-report-province"), "shandong-report-province"),
        (("shanghai-drill", "shanghai-drill-fire-key"), "shanghai-drill-fire-key"),
        (("shelter-area-21734", "shelter-area-short"), "shelter-area-short"),
        (("duty-24h-practice", "duty-24h-708"), "duty-24h-708"),
    ],
)
def test_the_strictest_wins(ids: tuple[str, ...], strict: str) -> None:
    row = strictest(row for row in LAW.requirements if row.id in ids)
    assert row
    assert row.id == strict


def test_the_strictest_of_none() -> None:
    assert strictest(()) is None


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("突发事件应对法", "emergency-response-law-2007"),
        ("《中华人民共和国突发事件应对法》", "emergency-response-law-2007"),
        ("国务院令第493号", "order-493"),
        ("国务院第493号令", "order-493"),
        ("国务院令第 493 号", "order-493"),
        ("国令493", "order-493"),
        ("国令第493号", "order-493"),
        ("生产安全事故应急预案管理办法", "saws-17"),
        ("安监总局令第17号", "saws-17"),
        ("国办发〔2013〕101号", None),
        ("某某条例", None),
    ],
)
def test_edition_in_force_in_2012(name: str, edition: str | None) -> None:
    found = LAW.edition(name, SEED)
    assert (found.id if found else None) == edition


@pytest.mark.parametrize(
    "number",
    ["国办发〔2013〕101号", "国办发[2013]101号", "国办发［2013］101号", "国办发（2013） 101号", "国办发【2013】101号"],
)
def test_brackets_do_not_matter(number: str) -> None:
    assert [edition.id for edition in LAW.editions(number)] == ["state-office-2013-101"]


@pytest.mark.parametrize(
    ("name", "cited_on", "day", "cited", "newer"),
    [
        ("突发事件应对法", date(2007, 8, 30), SEED, "emergency-response-law-2007", None),
        ("突发事件应对法", SEED, date(2024, 11, 1), "emergency-response-law-2007", "emergency-response-law-2024"),
        ("突发事件应对法", TODAY, TODAY, "emergency-response-law-2024", None),
        ("突发事件应急预案管理办法", date(2013, 10, 25), TODAY, "state-office-2013-101", "state-office-2024-5"),
        ("生产安全事故应急预案管理办法", SEED, TODAY, "saws-17", "saws-88-2019"),
        ("AQ/T 9002-2006", SEED, TODAY, "aqt-9002-2006", "gbt-29639-2020"),
        ("GB/T 29639—2013", TODAY, TODAY, "gbt-29639-2013", "gbt-29639-2020"),
        ("消防法", SEED, TODAY, "fire-law-2008", "fire-law-2021"),
        ("突发公共卫生事件应急条例", SEED, TODAY, "order-376", "public-health-event-law-2025"),
        ("国家突发公共事件总体应急预案", SEED, TODAY, "national-plan-2006", "national-plan-2025"),
    ],
)
def test_what_took_the_place_of_a_citation(name: str, cited_on: date, day: date, cited: str, newer: str | None) -> None:
    found = LAW.cited(name, cited_on)
    assert found
    assert found.id == cited
    successor = LAW.superseding(found, day)
    assert (successor.id if successor else None) == newer


def test_the_basis_names_title_number_and_clause() -> None:
    row = next(row for row in LAW.requirements if row.id == "report-493-unit")
    assert str(LAW.basis(row)) == "《生产安全事故报告和调查处理条例》（国务院令第493号）第九条"


def test_the_basis_of_practice_is_no_local_requirement() -> None:
    row = next(row for row in LAW.requirements if row.id == "contact-practice")
    assert str(LAW.basis(row)) == "通行做法：联系方式每季度核对一次 (practice)"


def test_an_empty_law_answers() -> None:
    assert Law().requiring("plan-drill", TODAY) == ()
    assert Law().edition("突发事件应对法", TODAY) is None
    assert Law().cited("突发事件应对法", TODAY) is None


BROKEN = """\
requirements:
  - {id: a, about: plan-dril, every: 3y, instrument: order-708, valid-from: 2019-04-01}
  - {id: b, about: plan-drill, every: 20工作日, subjects: [specials], force: laws}
  - {id: c, about: plan-drill, evry: 3y}
"""


def test_a_broken_law_file_is_told_with_its_places() -> None:
    """The same parser and models as for a district's own files."""
    faults = read_law(PurePosixPath("law/plans.yaml"), BROKEN.encode())
    assert not isinstance(faults, LawFile)
    assert [f"{fault.position}: {fault.message}" for fault in faults] == [
        "law/plans.yaml:2:13: 'about' cannot be the text 'plan-dril': did you mean 'plan-drill'?",
        "law/plans.yaml:3:57: an item of 'subjects' cannot be the text 'specials': did you mean 'special'?",
        "law/plans.yaml:3:32: 'every' should be a period such as month, or an interval such as 3y, "
        "not the text '20工作日'",
        "law/plans.yaml:3:68: 'force' cannot be the text 'laws': did you mean 'law'? Allowed: law, admin-regulation, "
        "local-regulation, dept-rule, local-rule, normative, mandatory-standard, recommended-standard, guidance, "
        "practice",
        "law/plans.yaml:4:32: unknown key 'evry': did you mean 'every'?",
    ]
    unclosed = read_law(PurePosixPath("law/x.yaml"), b"requirements: [\n")
    assert not isinstance(unclosed, LawFile)
    assert [(fault.kind, str(fault.position)) for fault in unclosed] == [("not-yaml", "law/x.yaml:2:1")]


OVERLAYS = {
    "北京市": {"beijing-drill", "beijing-shelter-verified"},
    "重庆市": {"chongqing-drill", "chongqing-report", "chongqing-revision-township"},
    "山东省": {"shandong-drill-fire", "shandong-rotation", "shandong-report-province"},
    "青岛市": {"qingdao-drill-special", "qingdao-drill-community"},
    "上海市": {"shanghai-drill", "shanghai-report-food"},
    "四川省": {"sichuan-content-village"},
    "河南省": {"henan-evacuation"},
    "山西省": {"shanxi-publication"},
    "天津市": {"tianjin-annexes-township"},
    "天津市东丽区": {"dongli-headcount"},
}


@pytest.mark.parametrize("place", OVERLAYS)
def test_an_overlay_binds_only_where_it_is_chosen(place: str) -> None:
    def bound(*places: str) -> set[str]:
        subjects = {subject for row in LAW.requirements for subject in row.subjects}
        return {row.id for about in QUESTIONS for row in LAW.requiring(about, TODAY, *subjects, jurisdictions=places)}

    here = {row.id for row in LAW.requirements if row.jurisdiction == place and in_force(row, TODAY)}
    assert OVERLAYS[place] <= here
    assert bound(place) - bound() == here


def test_what_came_to_be_known_is_no_error_before_it_is_read() -> None:
    """One question, one subject, one day: the grade of the source alone decides between error and warning."""
    rows = {row.id: severity_of(row).label for row in LAW.requirements}
    assert rows["report-mep-17-high"] == "error"
    assert rows["unit-drill-61"] == rows["unit-drill-88"] == rows["plan-drill-2024"] == "warning"
    assert rows["evacuation-drill-school"] == "error"
    assert rows["evacuation-drill-23"] == "warning"
    assert rows["content-29639-special"] == "warning"
    assert rows["content-framework-special"] == rows["contact-practice"] == "info"


@pytest.mark.parametrize(
    ("about", "subject", "day", "wanted"),
    [
        ("unit-drill", "enterprise", SEED, {"unit-drill-17", "unit-drill-17-on-site", "unit-drill-61"}),
        ("unit-drill", "enterprise", date(2016, 6, 30), {"unit-drill-17", "unit-drill-17-on-site", "unit-drill-61"}),
        (
            "unit-drill",
            "enterprise",
            date(2016, 7, 1),
            {"unit-drill-88-2016", "unit-drill-88-2016-on-site", "unit-drill-61"},
        ),
        ("unit-drill", "enterprise", date(2019, 9, 1), {"unit-drill-88", "unit-drill-88-on-site", "unit-drill-61"}),
        ("plan-filing", "special", SEED, set()),
        ("plan-filing", "special", date(2013, 10, 25), {"plan-filing-2013"}),
        ("plan-filing", "special", date(2024, 1, 31), {"plan-filing-2024"}),
        ("plan-drill", "special", SEED, set()),
        ("required-plan", "street", SEED, set()),
        ("required-plan", "street", date(2021, 9, 1), {"slot-work-safety", "slot-work-safety-2021"}),
        ("warning-receiver", "school", date(2024, 10, 31), set()),
        ("warning-receiver", "school", date(2024, 11, 1), {"warning-receiver-2024"}),
    ],
)
def test_the_edition_in_force_on_the_day(about: str, subject: str, day: date, wanted: set[str]) -> None:
    assert {row.id for row in LAW.requiring(about, day, subject)} == wanted

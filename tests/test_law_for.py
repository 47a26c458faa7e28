"""What binds one unit or plan, and what a new edition means for a folder."""

from datetime import date

import pytest

from eplan.examples import sound_folder
from eplan.law_for import asked_of_plan, asked_of_unit, changes
from eplan.models.quantities import Duration
from eplan.obligations import limit_after_issue
from eplan.repository import Repository
from eplan.rules import all_rules
from tests.conftest import check_files

THEN, NOW = date(2012, 12, 31), date(2026, 11, 1)
CONFIG = "district: {name: 某区}\n"
UNITS = """\
units:
  - {name: 某区政府, kind: government}
  - {name: 区林业局, kind: department}
  - {name: 市第二小学, kind: school}
  - {name: 某化工公司, kind: hazardous-chemicals}
"""
FIRE = """\
title: 某区森林火灾应急预案
kind: special
category: natural-disaster
hazards: [forest-fire]
owner: 区林业局
basis:
  - {title: 中华人民共和国突发事件应对法}
  - {title: 森林防火条例, number: 国务院令第541号}
edition: {issued: 2012-09-12}
"""
SPILL = """\
title: 危险化学品泄漏现场处置方案
kind: unit
structure: on-site
category: accident
hazards: [hazardous-chemicals]
owner: 某化工公司
edition: {issued: 2012-09-12}
"""
FOLDER = {
    "eplan.yaml": CONFIG,
    "data/units.yaml": UNITS,
    "data/plans/special/forest-fire.yaml": FIRE,
    "data/plans/unit/spill.yaml": SPILL,
}


def folder(day: date, **files: str) -> Repository:
    return check_files({**FOLDER, **files}, day, []).repository


def of_plan(name: str, about: str, day: date, **files: str) -> list[str]:
    repository = folder(day, **files)
    asked = asked_of_plan(repository.plan_by_id[name], repository)
    return [row.id for each in asked if each.about == about for row in each.rows]


def of_unit(name: str, about: str, day: date, **files: str) -> list[str]:
    repository = folder(day, **files)
    asked = asked_of_unit(repository.unit_by_name[name], repository)
    return [row.id for each in asked if each.about == about for row in each.rows]


def test_a_plan_is_asked_for_its_own_hazard_only() -> None:
    assert of_plan("forest-fire", "plan-content", THEN) == [
        "content-law-2007", "content-forest-fire", "content-framework-special",
    ]  # fmt: skip
    assert of_plan("forest-fire", "event-grade", THEN) == [f"grade-541-{level}" for level in (1, 2, 3, 4)]


def test_a_unit_plan_is_asked_by_structure_and_by_the_kind_of_its_owner() -> None:
    assert of_plan("spill", "plan-content", NOW) == [
        "content-88-on-site", "content-unit-2024", "content-29639-on-site",
    ]  # fmt: skip
    assert of_plan("spill", "plan-filing", NOW) == ["plan-filing-88", "plan-filing-708-unit"]
    assert of_plan("spill", "plan-filing", THEN) == ["plan-filing-17"]


def test_a_unit_is_not_asked_what_plans_of_the_same_word_are_asked() -> None:
    """`department` is a kind of unit and a kind of plan."""
    repository = folder(NOW)
    asked = {each.about for each in asked_of_unit(repository.unit_by_name["区林业局"], repository)}
    assert "department-plan" in asked
    assert not asked & {"plan-content", "plan-drill", "plan-filing", "event-report"}


def test_drills_for_a_hazard_bind_those_who_keep_a_plan_about_it() -> None:
    assert of_unit("区林业局", "unit-drill", NOW) == ["unit-drill-law-2024", "unit-drill-forest-fire"]
    assert of_unit("某化工公司", "unit-drill", NOW) == [
        "unit-drill-708-high-risk", "unit-drill-88-on-site", "unit-drill-88", "unit-drill-81", "unit-drill-chemicals",
        "unit-drill-2024",
    ]  # fmt: skip
    assert "unit-drill-708-government" not in of_unit("某区政府", "unit-drill", NOW)


def test_the_strictest_stands_first_and_all_that_bind_are_there() -> None:
    own = CONFIG.replace(
        "}\n",
        "}\njurisdictions: [山东省, 青岛市]\nrequirements:\n"
        "  - {id: own, about: plan-drill, subjects: [special], every: 6mo, basis: 某区规定}\n",
    )
    rows = of_plan("forest-fire", "plan-drill", NOW, **{"eplan.yaml": own})
    assert rows == ["own", "qingdao-drill-special", "plan-drill-2024"]
    school = of_unit("市第二小学", "evacuation-drill", NOW, **{"eplan.yaml": own})
    assert school[:2] == ["evacuation-drill-school", "qingdao-evacuation"]


def test_the_day_decides() -> None:
    assert of_unit("市第二小学", "evacuation-drill", THEN) == ["evacuation-drill-23", "evacuation-drill-minors-2006"]
    assert of_unit("市第二小学", "evacuation-drill", NOW)[0] == "evacuation-drill-school"


def test_a_new_edition_names_the_plans_that_cite_the_old_one() -> None:
    found = changes(folder(date(2024, 11, 1)), date(2024, 10, 31))
    (law,) = found.instruments
    assert law.old
    assert law.new
    assert (law.old.id, law.new.id) == ("emergency-response-law-2007", "emergency-response-law-2024")
    assert law.cited_by == ("forest-fire",)


def test_what_is_only_restated_is_told_from_what_is_new() -> None:
    found = {shift.about: shift for shift in changes(folder(date(2024, 11, 1)), date(2024, 10, 31)).shifts}
    content = found["plan-content"]
    assert [(old.id, new.id) for old, new in content.restated] == [("content-law-2007", "content-law-2024")]
    assert (content.came, content.went, content.touched) == ((), (), ())
    levels = found["response-levels"]
    assert [row.id for row in levels.came] == ["response-levels-2024"]
    assert levels.touched == ("forest-fire",)
    assert found["warning-receiver"].touched == ("市第二小学",)


def test_what_touches_nothing_of_the_folder_is_left_out() -> None:
    """No township, no community, no plan of theirs."""
    shifts = changes(folder(date(2024, 11, 1)), date(2024, 10, 31)).shifts
    assert not {"township-force", "information-officer"} & {shift.about for shift in shifts}
    assert changes(folder(NOW), NOW).shifts == ()
    assert changes(folder(NOW), NOW).instruments == ()


def test_local_law_of_elsewhere_is_no_change() -> None:
    come = {each.new.id for each in changes(folder(date(2014, 1, 1)), THEN).instruments if each.new}
    assert "state-office-2013-101" in come
    assert not {"beijing-earthquake-2013", "shanghai-response-2012"} & come


@pytest.mark.parametrize(
    ("issued", "filed", "rule", "severity"),
    [
        ("2012-09-12", "2012-10-16", None, None),
        ("2012-09-12", "2012-10-17", "L201", "error"),
        ("2003-05-12", "2012-10-17", "L206", "info"),
        ("2026-12-10", "2026-12-31", "L206", "info"),
        ("2027-02-01", "2027-02-02", "L206", "info"),
    ],
)
def test_working_days_follow_the_table_or_are_not_counted(
    issued: str, filed: str, rule: str | None, severity: str | None
) -> None:
    """中秋 and 国庆 2012 lie between; of 2003 and 2027 there is no table, and nothing is guessed."""
    own = "requirements: [{id: own, about: plan-filing, at-most: 20工作日, basis: 某区规定, verified: A}]\n"
    edition = f"edition: {{issued: {issued}, filed: {{date: {filed}, with: 市林业局}}}}"
    plan = FIRE.replace("edition: {issued: 2012-09-12}", edition)
    files = {**FOLDER, "eplan.yaml": CONFIG + own, "data/plans/special/forest-fire.yaml": plan}
    rules = [all_rules()[name] for name in ("L201", "L206")]
    found = check_files({name: text for name, text in files.items() if "spill" not in name}, date(2027, 12, 31), rules)
    assert [(finding.rule, finding.severity.label) for finding in found.findings] == (
        [(rule, severity)] if rule else []
    )


def test_the_finding_names_all_that_bind() -> None:
    """National, provincial, municipal and the district's own: the strictest that is broken sets the date."""
    config = (
        "district: {name: 某区}\njurisdictions: [山东省, 青岛市]\nrequirements:\n"
        "  - {id: own, about: plan-drill, subjects: [special], every: 18mo, basis: 某区规定, verified: A}\n"
    )
    files = {**sound_folder(("  issued: 2012-09-12\n", "  issued: 2008-09-12\n"), year=2025), "eplan.yaml": config}
    files.pop("data/drills/2012.yaml")
    (finding,) = check_files(files, date(2025, 12, 31), [all_rules()["L301"]]).findings
    told = " ".join(map(str, finding.basis))
    assert all(words in told for words in ("国办发〔2024〕5号", "青岛市突发事件应对条例", "某区规定"))


def test_an_interval_of_working_days_is_refused() -> None:
    config = "district: {name: 某区}\nrequirements: [{id: own, about: plan-drill, every: 20工作日, basis: 某区规定}]\n"
    (fault,) = check_files({"eplan.yaml": config}, NOW, []).repository.faults
    assert (fault.kind, fault.position.line, fault.position.column) == ("malformed", 2, 45)
    assert str(fault.message) == (
        "'every' should be a period such as month, or an interval such as 3y, not the text '20工作日'"
    )


def test_the_filing_limit_is_that_of_the_day_of_issue() -> None:
    repository = folder(NOW)
    assert limit_after_issue(repository.plan_by_id["forest-fire"], repository, "plan-filing") is None
    newer = folder(NOW, **{"data/plans/special/forest-fire.yaml": FIRE.replace("issued: 2012", "issued: 2024")})
    limit = limit_after_issue(newer.plan_by_id["forest-fire"], newer, "plan-filing")
    assert limit
    assert (limit.span, limit.last) == (Duration(20, "工作日"), date(2024, 10, 16))


def test_two_laws_that_ask_for_the_same_plan_are_one_finding() -> None:
    """生产安全事故应急条例 and 安全生产法, both of a town."""
    files = {
        "eplan.yaml": CONFIG,
        "data/units.yaml": "units: [{name: 银江镇, kind: township}]\n",
        "data/plans/township/town.yaml": "title: 银江镇应急预案\nkind: township\nhazards: [flood]\nowner: 银江镇\n"
        "edition: {issued: 2025-03-01}\n",
    }
    found = check_files(files, NOW, [all_rules()["C202"]]).findings
    told = [" ".join(map(str, finding.basis)) for finding in found if "workplace accident" in str(finding.message)]
    assert [("国务院令第708号" in basis, "安全生产法" in basis) for basis in told] == [(True, True)]


CHAIN = """\
title: 传染病应急预案
kind: special
category: public-health
hazards: [infectious-disease]
owner: 区应急办
reporting:
  chain:
    - {from: 区应急办, to: 市政府, within: 90min}
"""
HOUR = "requirements: [{id: own, about: event-report, hop: county-city, at-most: 1h, basis: 某区规定, verified: C}]\n"
OWN_HALF_HOUR = HOUR.replace("1h", "30min").replace("verified: C", "verified: A")


@pytest.mark.parametrize(
    ("config", "allowed", "severity", "bases"),
    [
        (CONFIG, None, None, 0),
        ("district: {name: 某区}\njurisdictions: [北京市, 上海市]\n", None, None, 0),
        (CONFIG + HOUR, "1 h", "warning", 1),
        ("district: {name: 某区}\njurisdictions: [重庆市]\n", "1 h", "error", 1),
        ("district: {name: 某区}\njurisdictions: [重庆市]\n" + OWN_HALF_HOUR, "30 min", "error", 2),
    ],
)
def test_local_law_reaches_the_findings_where_it_is_chosen(
    config: str, allowed: str | None, severity: str | None, bases: int
) -> None:
    """The State allows two hours, 重庆市 one; a source that is only secondary makes no error."""
    files = {
        "eplan.yaml": config,
        "data/units.yaml": "units: [{name: 区应急办, kind: office}]\n",
        "data/plans/special/disease.yaml": CHAIN,
    }
    found = check_files(files, THEN, [all_rules()["E201"]]).findings
    told = [
        (finding.severity.label, len(finding.basis), f"at most {allowed} are" in str(finding.message))
        for finding in found
    ]
    assert told == ([(severity, bases, True)] if allowed else [])

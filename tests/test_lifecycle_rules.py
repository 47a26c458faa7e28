"""The life of a plan: what the law of the day asks for, and what the rules leave alone."""

from datetime import date
from pathlib import PurePosixPath

import pytest

from eplan.digest import digest_of
from eplan.document import Document
from eplan.examples import NAME, UNITS, sound_folder
from eplan.filing import WORDS
from eplan.law import built_in
from eplan.models.quantities import Duration
from eplan.obligations import limit_after_issue, next_due
from eplan.parsing import parse
from eplan.rules import all_rules
from tests.conftest import check_files

DAY = date(2012, 12, 31)
NOW = date(2026, 11, 1)
OWN = "management: {drill-every: 1y, evaluate-every: 3y, training: 每年防火期前培训一次, explained-by: 区林业局}"
NO_INTERVAL = "management: {training: 每年防火期前培训一次, explained-by: 区林业局}"
ISSUED = "  issued: 2012-09-12\n"
FILED = "  filed: {date: 2012-09-20, with: 市林业局, copies: [市应急办]}\n"
HELD = "    held: 2012-11-10\n"
BASIS = "basis: [{title: 森林防火条例, issued: 2008-12-01}]"


def said(rule: str, *changes: tuple[str, str], as_of: date = DAY, year: int = 2012) -> list[str]:
    """What one rule says of the sound folder with some changes."""
    files = sound_folder(*changes, year=year)
    return [
        f"{finding.severity.label}: {finding.message}"
        for finding in check_files(files, as_of, [all_rules()[rule]]).findings
    ]


def test_a_plan_of_2012_is_judged_by_the_law_of_2012() -> None:
    mine = [rule for rule in all_rules().values() if rule.group == "L"]
    late = check_files(sound_folder(), NOW, mine).findings
    assert check_files(sound_folder(), DAY, mine).findings == ()
    assert [(finding.rule, finding.severity.label) for finding in late] == [("L301", "warning"), ("L302", "warning")]


@pytest.mark.parametrize(
    ("every", "last", "due"),
    [
        (Duration(3, "y"), date(2012, 2, 29), date(2015, 2, 28)),
        (Duration(6, "mo"), date(2012, 8, 31), date(2013, 2, 28)),
        (Duration(90, "d"), date(2012, 10, 2), date(2012, 12, 31)),
        (Duration(9999, "y"), date(2012, 1, 1), date.max),
        ("day", date(2012, 12, 30), date(2012, 12, 31)),
        ("month", date(2012, 11, 1), date(2012, 12, 31)),
        ("quarter", date(2012, 11, 1), date(2013, 3, 31)),
        ("half-year", date(2012, 6, 30), date(2012, 12, 31)),
        ("year", date(2012, 1, 1), date(2013, 12, 31)),
        ("term", date(2012, 10, 1), date(2013, 7, 10)),
        ("term", date(2012, 8, 1), date(2013, 1, 20)),
        ("year", date.max, date.max),
        ("term", date(9999, 10, 1), date.max),
    ],
)
def test_when_something_is_due_again(every: Duration | str, last: date, due: date) -> None:
    assert next_due(every, last) == due


@pytest.mark.parametrize(
    ("issued", "about", "last"),
    [
        ("2012-09-12", "plan-filing", None),
        ("2014-09-12", "plan-filing", date(2014, 10, 15)),
        ("2024-02-01", "plan-filing", date(2024, 3, 5)),
        ("2024-09-12", "plan-filing", date(2024, 10, 16)),
        ("2026-10-20", "plan-filing", date(2026, 11, 17)),
        ("2012-09-12", "plan-filing-addressee", date(2012, 10, 16)),
    ],
)
def test_the_period_for_filing(issued: str, about: str, last: date | None) -> None:
    repository = check_files(sound_folder((ISSUED, f"  issued: {issued}\n")), date(2026, 12, 31), []).repository
    limit = limit_after_issue(repository.plans[0], repository, about)
    assert (limit and limit.last) == last


def test_a_year_without_holidays_is_said_aloud_and_nothing_is_guessed() -> None:
    change = ("  issued: 2012-09-12\n", "  issued: 2012-12-25\n")
    rules = [all_rules()[name] for name in ("L201", "L202", "L204", "L205", "L206")]
    found = check_files(sound_folder(change, year=2998), date(2999, 12, 31), rules).findings
    assert [(finding.rule, finding.severity.label) for finding in found] == [("L206", "info")]


@pytest.mark.parametrize(
    ("body", "owner_kind", "plan_kind", "issued", "missing"),
    [
        ("市林业局", "department", "special", "2012-09-12", []),
        ("市政府", "department", "special", "2012-09-12", ["上一级林业主管部门"]),
        ("市政府", "department", "special", "2025-09-12", ["上一级牵头部门", "上一级林业主管部门"]),
        ("区政府", "department", "department", "2025-09-12", []),
        ("区应急办", "department", "department", "2025-09-12", []),
        ("市林业局", "department", "department", "2025-09-12", ["本级人民政府"]),
        ("市应急办", "department", "overall", "2025-09-12", []),
        ("区应急办", "department", "overall", "2025-09-12", ["上一级人民政府"]),
        ("区应急办", "department", "overall", "2012-09-12", []),
        ("某街道", "department", "village", "2025-09-12", []),
        ("区公安分局", "department", "village", "2025-09-12", ["乡镇人民政府（街道办事处）"]),
    ],
)
def test_with_whom_a_plan_is_filed(body: str, owner_kind: str, plan_kind: str, issued: str, missing: list[str]) -> None:
    found = said(
        "L203",
        ("kind: special\n", f"kind: {plan_kind}\n"),
        (ISSUED, f"  issued: {issued}\n"),
        (FILED, f"  filed: {{date: 2025-09-20, with: {body}}}\n"),
        ("{name: 区林业局, kind: department,", f"{{name: 区林业局, kind: {owner_kind},"),
        as_of=date(2025, 12, 31),
    )
    wanted = f"error: filed with {body}, but the law names: {', '.join(missing)}: file it there too"
    assert found == ([wanted] if missing else [])


@pytest.mark.parametrize(
    ("changes", "as_of", "found"),
    [
        ((), date(2013, 11, 10), []),
        (
            (),
            date(2013, 11, 11),
            [
                "warning: last drilled on 2012-11-10; the next drill was due by 2013-11-10 "
                "(1 y, as the plan itself says)"
            ],
        ),
        (((HELD, "    held: 2012-08-01\n"),), date(2013, 9, 12), []),
        (((OWN, NO_INTERVAL),), date(2015, 11, 10), []),
        (((OWN, NO_INTERVAL),), date(2016, 10, 25), []),
        (
            ((OWN, NO_INTERVAL),),
            date(2016, 10, 26),
            ["error: last drilled on 2012-11-10; the next drill was due by 2016-10-25 (3 y)"],
        ),
        (
            (("kind: special\n", "kind: event\n"), (OWN, NO_INTERVAL)),
            date(2016, 10, 26),
            ["info: last drilled on 2012-11-10; the next drill was due by 2015-11-10 (3 y)"],
        ),
        (
            ((HELD, "    planned: 2012-11-10\n"),),
            date(2014, 1, 1),
            [
                "warning: never drilled since its issue on 2012-09-12; the first drill was due by 2013-09-12 "
                "(1 y, as the plan itself says)"
            ],
        ),
        (((ISSUED, "  drafted: 2012-07-01\n"), ("  drafted: 2012-07-01\n  risk", "  risk")), date(2014, 1, 1), []),
    ],
)
def test_when_a_plan_must_be_drilled(changes: tuple[tuple[str, str], ...], as_of: date, found: list[str]) -> None:
    assert said("L301", *changes, as_of=as_of) == [f"{message}: hold one and record it" for message in found]


def test_dates_that_are_months_are_not_played_off_against_days() -> None:
    approved = ("approved: {date: 2012-09-01,", "approved: {date: 2012-09,")
    for rule in ("L101", "L102"):
        assert said(rule, approved) == []
    assert said("L101", ("approved: {date: 2012-09-01,", "approved: {date: 2012-10,")) == [
        "error: issued on 2012-09-12, but approved only on 2012-10: correct the date that is wrong"
    ]
    assert said("L404", ("issued: 2012-03-01}", "issued: 2012-09}")) == []


@pytest.mark.parametrize(
    ("citation", "found"),
    [
        ("{title: 突发事件应对法}", []),
        ("{title: 中华人民共和国突发事件应对法, number: 主席令第69号, issued: 2007-08-30}", ["突发事件应对法"]),
        ("{title: 突发事件应急预案管理办法, number: 国办发〔2013〕101号}", ["突发事件应急预案管理办法"]),
        ("{title: 突发事件应急预案管理办法, number: 国办发[2024]5号}", []),
        ("{title: 某区应急预案管理办法, issued: 2001-01-01}", []),
        ("{title: 生产安全事故报告和调查处理条例, number: 国务院令第493号}", []),
    ],
)
def test_instruments_that_had_ended_before_the_issue(citation: str, found: list[str]) -> None:
    messages = said("L405", (BASIS, f"basis: [{citation}]"), as_of=date(2025, 12, 31), year=2025)
    assert len(messages) == len(found)
    assert all(title in message and message.startswith("error") for title, message in zip(found, messages, strict=True))


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("L405", BASIS, "basis: [{title: 生产经营单位安全生产事故应急预案编制导则, number: AQ/T 9002-2006}]"),
        ("L406", BASIS, "basis: [{title: 生产经营单位生产安全事故应急预案编制导则, number: GB/T 29639-2013}]"),
        ("L408", "purpose: 有力有序扑救森林火灾，减少伤亡和损失。\n", "purpose: 会同区安监局扑救森林火灾。\n"),
    ],
)
def test_what_nobody_read_is_no_error_even_where_the_district_wants_one(rule: str, old: str, new: str) -> None:
    wish = {"eplan.yaml": f"district: {{name: 某区}}\nrules: {{severity: {{{rule}: error}}}}\n"}
    files = {**sound_folder((old, new), year=2020), **wish}
    found = check_files(files, date(2022, 1, 1), [all_rules()[rule]]).findings
    assert [finding.severity.label for finding in found] == ["warning"]


def test_what_replaced_the_instruments_of_a_plan_since() -> None:
    basis = "basis: [{title: 突发事件应对法}, {title: 突发公共卫生事件应急条例}, {title: 森林防火条例}]"
    assert said("L406", (BASIS, basis), as_of=NOW) == [
        "warning: replaced since the plan was issued: 《突发事件应对法》 (until 2024-10-31; now "
        "《中华人民共和国突发事件应对法》, 2024-06-28), 《突发公共卫生事件应急条例》 (beside it now "
        "《中华人民共和国突发公共卫生事件应对法》, 2025-09-12): revise the plan where it follows them"
    ]
    assert said("L406", (BASIS, basis), as_of=DAY) == []


@pytest.mark.parametrize(
    ("words", "year", "found"),
    [
        ("会同区安监局扑救", 2012, []),
        ("会同区安监局、区安监局驻街道干部扑救", 2025, ["warning: '安监局'"]),
        ("依据《区安监局工作规则》扑救", 2025, []),
        ("会同区应急管理局、文化和旅游局扑救", 2025, []),
    ],
)
def test_names_that_went_out_of_use(words: str, year: int, found: list[str]) -> None:
    change = ("purpose: 有力有序扑救森林火灾，减少伤亡和损失。\n", f"purpose: {words}\n")
    messages = said("L408", change, as_of=date(year, 12, 31), year=year)
    assert [message.partition(" has")[0] for message in messages] == found


def test_a_name_that_went_out_of_use_after_the_issue_is_a_hint_once_in_a_plan() -> None:
    unit = ("{name: 区公安分局, kind", "{name: 区卫生局, kind: department}\n  - {name: 区公安分局, kind")
    duty = (
        "    区公安分局: 火场警戒与交通管制\n",
        "    区公安分局: 火场警戒与交通管制\n    区卫生局: 救治，请市卫生局支援\n",
    )
    (finding,) = check_files(sound_folder(unit, duty), NOW, [all_rules()["L408"]]).findings
    assert (finding.severity.label, len(finding.more)) == ("info", 1)


def test_consultation_of_groups_owners_and_parts() -> None:
    groups = ("  - {name: 区公安分局,", "  - {name: 一大队, kind: team, parent: 区公安分局}\n  - {name: 区公安分局,")
    duties = ("    区公安分局: 火场警戒与交通管制\n", "    公安队伍: 火场警戒与交通管制\n    区应急办: 协调\n")
    files = {**sound_folder(groups, duties)}
    files["data/units.yaml"] = files["data/units.yaml"] + "groups: {公安队伍: {members: [区公安分局, 一大队]}}\n"
    assert check_files(files, DAY, [all_rules()["L501"]]).findings == ()


@pytest.mark.parametrize(
    ("version", "history", "found"),
    [
        ("10", '[{version: "9"}]', 0),
        ("1.10", '[{version: "1.9"}, {version: 第二版}]', 0),
        ("2", '[{version: "2", issued: 2012-09-12}]', 2),
        ("2", '[{version: "1", issued: 2012-09}]', 0),
        ("2", '[{version: "1"}, {version: "0.9", issued: 2008-01-01}]', 1),
    ],
)
def test_the_order_of_editions(version: str, history: str, found: int) -> None:
    changes = (('  version: "1"\n', f'  version: "{version}"\n'), (ISSUED, f"{ISSUED}  history: {history}\n"))
    assert len(said("L503", *changes)) == found


def digest(*changes: tuple[str, str]) -> tuple[str, str]:
    document = parse(PurePosixPath(NAME), sound_folder(*changes)[NAME].encode())
    assert isinstance(document, Document)
    found = digest_of(document.data)
    return found.substance, found.whole


@pytest.mark.parametrize(
    ("old", "new", "substance", "whole"),
    [
        ("issued: 2012-09-12", "issued: 2012-09-13", True, True),
        ("owner: 区林业局", "note: 改过\nowner: 区林业局", True, True),
        ("  - id: a5\n", "  - id: a5\n    note: 已核对\n", True, True),
        ("scope: 本区范围内的森林火灾。", "scope: 本区的森林火灾。", True, False),
        ("within: 20min", "within: 30min", False, False),
        ('deaths: ">=3 <10"', 'deaths: ">=4 <10"', False, False),
        ("ended-by: 区林业局}\n    - {level: 4", "ended-by: 区政府}\n    - {level: 4", False, False),
        ("funds: 列入区财政预算, shelters", "shelters", True, False),
        ("{level: 1, name: 特别重大, thresholds", "{name: 特别重大, level: 1, thresholds", True, True),
    ],
)
def test_what_an_approval_is_for(old: str, new: str, substance: bool, whole: bool) -> None:
    before, after = digest(), digest((old, new))
    assert (before[0] == after[0], before[1] == after[1]) == (substance, whole)


def test_references_to_a_withdrawn_plan() -> None:
    files = {
        "data/units.yaml": UNITS,
        "data/plans/special/old.yaml": "title: 旧预案\nkind: special\nowner: 区林业局\n"
        "edition: {issued: 2008-01-01, withdrawn: {date: 2012-06-30, replaced-by: old}}\n",
        "data/plans/department/new.yaml": "title: 部门预案\nkind: department\nowner: 区林业局\nparent: old\n"
        "can-run-with: [old]\n",
        "data/tasks.yaml": 'areas: [{id: "1", title: 预案, tasks: [{id: "1.1", title: 修订, due: 2013-01, '
        "deliverables: [{title: 预案, plan: old}]}]}]\n",
        "data/hazards.yaml": "hazards: [{id: 甲, kind: forest-fire, place: 乙, unit: 区林业局, plan: old}]\n",
        "data/drills/a.yaml": "drills:\n  - {id: 前, plans: [old], unit: 区林业局, form: full, held: 2012-06-30}\n"
        "  - {id: 后, plans: [old], unit: 区林业局, form: full, planned: 2013-06-30}\n",
    }
    rule = all_rules()["L403"]
    (finding,) = check_files(files, DAY, [rule]).findings
    places = [str(position).rpartition(":")[0] for position in (finding.position, *finding.more)]
    assert places == [
        "data/drills/a.yaml:3",
        "data/hazards.yaml:1",
        "data/plans/department/new.yaml:4",
        "data/plans/department/new.yaml:5",
        "data/plans/special/old.yaml:4",
        "data/tasks.yaml:1",
    ]
    assert check_files(files, date(2012, 6, 29), [rule]).findings == ()


def test_every_addressee_of_the_law_is_understood() -> None:
    named = {word for row in built_in().requirements if row.about == "plan-filing-addressee" for word in row.includes}
    assert named <= WORDS.keys()

"""Events and hazards: the way of a report, its limits, and what the numbers say."""

from datetime import date

import pytest

from eplan.hops import hops_between, slowest_way, steps_of, tier_of
from eplan.rules import all_rules
from tests.conftest import check_files

DAY = date(2012, 12, 31)
UNITS = """\
units:
  - {name: 区政府, kind: government, contacts: [{post: 区长}]}
  - {name: 区应急办, kind: office}
  - {name: 区安监局, kind: department}
  - {name: 区卫生局, kind: department}
  - {name: 区教育局, kind: department}
  - {name: 东街道, kind: street}
  - {name: 西街道, kind: street}
  - {name: 某社区, kind: community}
  - {name: 某化工, kind: hazardous-chemicals, contacts: [{post: 值班长}]}
  - {name: 某小学, kind: school}
  - {name: 某医院, kind: hospital}
  - {name: 市政府, kind: external}
  - {name: 市应急办, kind: external}
  - {name: 市安监局, kind: external}
  - {name: 市委, kind: external}
  - {name: 市中心医院, kind: external}
  - {name: 供电公司, kind: external}
groups: {各街道: {members: [东街道, 西街道]}, 各单位: {members: [东街道, 某小学]}, 各部门: {members: unknown}}
"""
LOCAL = """\
district: {name: 某区}
requirements:
  - {id: local-1h, about: event-report, levels: [1, 2], at-most: 1h, basis: 某区规定, verified: A, valid-from: 2012-04}
"""


def plan(*hops: str, kind: str = "hazardous-chemicals") -> str:
    chain = "".join(f"    - {{{hop}}}\n" for hop in hops)
    return (
        f"title: 某预案\nkind: special\ncategory: accident\nhazards: [{kind}]\nowner: 区安监局\n"
        f"command: {{groups: [{{name: 信息组, lead: 区应急办}}, {{name: 抢险组}}]}}\nreporting:\n  chain:\n{chain}"
    )


def said(rule: str, files: dict[str, str], as_of: date = DAY) -> list[str]:
    found = check_files({"data/units.yaml": UNITS, **files}, as_of, [all_rules()[rule]]).findings
    return [f"{finding.severity.label}: {finding.message}" for finding in found]


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("首报人", "scene"), ("事发单位", "unit"), ("现场指挥部", None), ("区政府", "county"), ("区长", "county"),
        ("区应急办", "county"), ("区安监局", "department"), ("区卫生局", "health"), ("区教育局", "education"),
        ("东街道", "township"), ("各街道", "township"), ("各单位", None), ("各部门", None), ("某社区", "community"),
        ("某化工", "unit"), ("值班长", "unit"), ("某小学", "school"), ("某医院", "hospital"), ("信息组", "county"),
        ("抢险组", None), ("市政府", "city"), ("市应急办", "city"), ("市委", "city"), ("市安监局", "city-department"),
        ("市中心医院", "hospital"), ("供电公司", None), ("某省人民政府", "province"), ("国务院", "state"),
        ("张三", None),
    ],
)  # fmt: skip
def test_where_somebody_stands(name: str, tier: str | None) -> None:
    files = {"data/units.yaml": UNITS, "data/plans/special/p.yaml": plan("from: 首报人, to: 区应急办")}
    repository = check_files(files, DAY, []).repository
    assert tier_of(name, repository, repository.plans[0].model) == tier


def test_what_the_law_calls_a_step() -> None:
    assert hops_between("scene", "unit") == {"occurrence-unit"}
    assert hops_between("unit", "department") == {"unit-county"}
    assert hops_between("school", "education") == {"unit-county", "school-authority"}
    assert hops_between("hospital", "health") == {"unit-county", "institution-health"}
    assert hops_between("health", "county") == {"health-county", "authority-county", "authority-hop"}
    assert hops_between("department", "department") == hops_between("county", None) == frozenset()
    assert hops_between("county", "city") == {"county-city", "authority-hop"}


@pytest.mark.parametrize(
    ("hop", "kind", "found"),
    [
        ("from: 某化工, to: 区安监局, within: 1h", "hazardous-chemicals", None),
        ("from: 某化工, to: 区安监局, within: 61min", "hazardous-chemicals", ("61 min", "1 h")),
        ("from: 值班长, to: 区应急办, within: 2h", "hazardous-chemicals", ("2 h", "1 h")),
        ("from: 某化工, to: 区安监局, within: 2h", "earthquake", None),
        ("from: 首报人, to: 区安监局, within: 3h", "hazardous-chemicals", None),
        ("from: 区安监局, to: 市安监局, within: 3h", "hazardous-chemicals", ("3 h", "2 h")),
        ("from: 区安监局, to: 区卫生局, within: 3h", "hazardous-chemicals", None),
        ("from: 抢险组, to: 区安监局, within: 3h", "hazardous-chemicals", None),
        ("from: 某医院, to: 区卫生局, within: 3h", "infectious-disease", ("3 h", "2 h")),
        ("from: 区卫生局, to: 区政府, within: 1d", "infectious-disease", ("1 d", "2 h")),
        ("from: 某化工, to: 区安监局", "hazardous-chemicals", None),
    ],
)
def test_a_step_against_the_law(hop: str, kind: str, found: tuple[str, str] | None) -> None:
    messages = said("E201", {"data/plans/special/p.yaml": plan(hop, kind=kind)})
    assert [("error" in message, *(f"{part}" in message for part in found or ())) for message in messages] == (
        [(True, True, True)] if found else []
    )


def test_the_fastest_of_several_steps_between_two_bodies_counts() -> None:
    fast = "from: 某化工, to: 区安监局, within: 20min, by: phone"
    slow = "from: 某化工, to: 区安监局, within: 6h, by: written"
    assert said("E201", {"data/plans/special/p.yaml": plan(fast, slow)}) == []
    assert said("E201", {"data/plans/special/p.yaml": plan(slow, fast)}) == []
    assert said("E203", {"data/plans/special/p.yaml": plan(fast, "from: 某化工, to: 区安监局, by: written")}) == []


@pytest.mark.parametrize(
    ("hops", "way"),
    [
        (
            ("from: 首报人, to: 某化工, within: 5h", "from: 某化工, to: 区应急办, within: 30min"),
            (30, "某化工 → 区应急办"),
        ),
        (
            (
                "from: 某化工, to: 区安监局, within: 40min",
                "from: 区安监局, to: 区应急办, within: 30min",
                "from: 某化工, to: 东街道, within: 5min",
                "from: 东街道, to: 区应急办, within: 20min",
            ),
            (25, "某化工 → 东街道 → 区应急办"),
        ),
        (
            ("from: 某化工, to: 区应急办, within: 10min", "from: 某社区, to: 区政府, within: 90min"),
            (90, "某社区 → 区政府"),
        ),
        (("from: 某化工, to: 区安监局, within: 10min",), None),
        (("from: 某化工, to: 区应急办",), None),
        (
            ("from: 值班长, to: 某化工, within: 9h", "from: 某化工, to: 区应急办, within: 9min"),
            (9, "某化工 → 区应急办"),
        ),
        (("from: 某化工, to: 某社区, within: 9h", "from: 某社区, to: 某化工, within: 9min"), None),
    ],
)
def test_the_whole_way(hops: tuple[str, ...], way: tuple[int, str] | None) -> None:
    files = {"data/units.yaml": UNITS, "data/plans/special/p.yaml": plan(*hops)}
    repository = check_files(files, DAY, []).repository
    found = slowest_way(steps_of(repository.plans[0], repository))
    assert (found and (found.minutes, " → ".join(found.stations))) == way


def test_the_whole_way_against_the_district_names_both_values() -> None:
    chain = plan("from: 某化工, to: 区安监局, within: 50min", "from: 区安监局, to: 区应急办, within: 20min")
    assert said("E202", {"eplan.yaml": LOCAL, "data/plans/special/p.yaml": chain}) == [
        "error: a report takes 70 min on its way 某化工 → 区安监局 → 区应急办, but at most 1 h are allowed: shorten "
        "the steps or skip one"
    ]
    assert said("E202", {"eplan.yaml": LOCAL, "data/plans/special/p.yaml": chain}, date(2012, 4, 27)) == []
    assert said("E202", {"data/plans/special/p.yaml": chain}) == []


def event(*reports: str, **fields: object) -> dict[str, str]:
    given = {
        "kind": "hazardous-chemicals", "category": "accident", "level": 4, "occurred": "2012-08-14 09:00",
        "known": "2012-08-14 09:10", "unit": "某化工", **fields,
    }  # fmt: skip
    lines = "".join(f"    {key}: {value}\n" for key, value in given.items() if value is not None)
    told = "".join(f"      - {{{report}}}\n" for report in reports)
    return {"data/events/e.yaml": f"events:\n  - id: 甲\n{lines}" + (f"    reports:\n{told}" if told else "")}


@pytest.mark.parametrize(
    ("reports", "found"),
    [
        (("to: 区安监局, at: 2012-08-14 10:10",), []),
        (("to: 区安监局, at: 2012-08-14 10:11",), ["error: 区安监局 61 某化工 (09:10) 1 h"]),
        (("to: 区安监局, by: 电话, at: 2012-08-14 10:11",), ["error: 区安监局 61 某化工 (09:10) 1 h"]),
        (("to: 区安监局, at: 2012-08-14 09:20", "to: 区应急办, by: 区安监局, at: 2012-08-14 11:20"), []),
        (
            ("to: 区安监局, at: 2012-08-14 09:20", "to: 区应急办, by: 区安监局, at: 2012-08-14 11:21"),
            ["error: 区应急办 121 区安监局 (09:20) 2 h"],
        ),
        (("to: 区安监局, at: 2012-08-14 09:20", "to: 区安监局, at: 2012-08-15 09:20, follow-up: true"), []),
        (("to: 供电公司, at: 2012-08-14 19:20",), []),
    ],
)
def test_steps_of_an_event_against_the_law(reports: tuple[str, ...], found: list[str]) -> None:
    def wanted(words: str) -> str:
        severity, receiver, minutes, sender, start, limit = words.split(" ", 5)
        at = next(report for report in reports if f"to: {receiver}," in report).rpartition("at: ")[2]
        return (
            f"{severity} event 甲: {receiver} was told at {at}, {minutes} min after {sender} knew {start}; allowed are "
            f"{limit}: find out why, and who is to report at once"
        )

    assert said("E101", event(*reports)) == [wanted(words) for words in found]


def test_the_district_counts_from_knowing_to_the_government() -> None:
    reports = ("to: 区安监局, at: 2012-08-14 09:20", "to: 区应急办, by: 区安监局, at: 2012-08-14 10:20")
    local = {"eplan.yaml": LOCAL}
    (message,) = said("E101", {**local, **event(*reports, level=2)})
    assert message.startswith(
        "error: event 甲: 区应急办 was told at 2012-08-14 10:20, 70 min after 某化工 knew (09:10); allowed are 1 h"
    )
    assert said("E101", {**local, **event(*reports, level=3)}) == []
    assert said("E101", {**local, **event(*reports, level=None)}) == []


def test_an_event_counts_once_it_has_happened() -> None:
    for rule in ("E101", "E103", "E104", "E301", "E401"):
        assert said(rule, event(level=1, deaths=0, closed="2012-08-20"), date(2012, 8, 13)) == []
    assert len(said("E103", event(), date(2012, 8, 16))) == 1
    assert said("E103", event("to: 区安监局, at: 2012-08-14 09:20"), date(2012, 8, 16)) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"level": 3, "deaths": 3}, ""),
        ({"level": 4, "deaths": 3}, "error"),
        ({"level": 3, "deaths": 2}, "info"),
        ({"level": 3, "deaths": 0, "loss-yuan": 10000000}, ""),
        ({"level": 2, "deaths": 0, "serious-injuries": 50}, ""),
        ({"level": 1, "deaths": None}, ""),
        ({"level": None, "deaths": 40}, ""),
        ({"level": 1, "deaths": 0, "kind": "earthquake", "category": "natural-disaster"}, ""),
        ({"level": 3, "numbers": "{burnt-hectares: 1}", "kind": "forest-fire", "category": "natural-disaster"}, ""),
        (
            {"level": 4, "numbers": "{burnt-hectares: 100}", "kind": "forest-fire", "category": "natural-disaster"},
            "error",
        ),
        ({"level": 4, "deaths": 3, "occurred": "2006-08-14 09:00"}, ""),
    ],
)
def test_the_level_of_an_event_by_its_numbers(fields: dict[str, object], found: str) -> None:
    assert [message.partition(":")[0] for message in said("E301", event(**fields))] == ([found] if found else [])


def test_daily_reports_of_natural_disasters() -> None:
    first, last = "to: 区应急办, at: 2012-08-14 10:00", "to: 区应急办, at: 2012-08-16 08:00, follow-up: true"
    flood = {"kind": "flood", "category": "natural-disaster"}
    until = "{level: 4, from: 2012-08-14 10:00, until: 2012-08-16 09:00}"
    assert said("E104", event(first, last, **flood, response=until)) == [
        "error: event 甲: no report on 2012-08-15, though one is due every day until the situation is stable: report, "
        "and write it down"
    ]
    assert said("E104", event(first, last, response=until)) == []
    assert [message.partition(":")[0] for message in said("E104", event(first))] == ["info"]
    assert said("E104", event(first), date(2012, 8, 15)) == []


def hazard(**fields: object) -> dict[str, str]:
    given = {"kind": "flood", "place": "乙", "unit": "某社区", "level": 3, "registered": "2012-01-10", **fields}
    lines = "".join(f"    {key}: {value}\n" for key, value in given.items() if value is not None)
    return {"data/hazards.yaml": f"hazards:\n  - id: 甲\n{lines}"}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"inspected": "[2012-07-01]"}, []),
        ({"inspected": "[2012-06-30]"}, ["info"]),
        ({"inspected": "[2012-06-30, 2013-02-01]"}, ["info"]),
        ({"inspected": "[2012-10-01]", "level": 1}, []),
        ({"inspected": "[2012-09-30]", "level": 1}, ["info"]),
        ({"level": 4}, []),
        ({"level": 1}, ["error"]),
        ({"registered": None}, ["error"]),
        ({"registered": "2013-01-10"}, []),
    ],
)
def test_inspections_by_practice(fields: dict[str, object], found: list[str]) -> None:
    assert [message.partition(":")[0] for message in said("H102", hazard(**fields))] == found


def test_the_district_sets_its_own_interval_for_inspections() -> None:
    row = "{id: m, about: hazard-inspection, every: 1mo, basis: 某区规定, verified: A}"
    local = f"district: {{name: 某区}}\nrequirements: [{row}]\n"
    files = {"eplan.yaml": local, **hazard(inspected="[2012-11-15]")}
    assert [message.partition(":")[0] for message in said("H102", files)] == ["error"]


@pytest.mark.parametrize(
    ("verified", "found"), [("", "warning"), (", verified: C", "warning"), (", verified: B", "error")]
)
def test_a_local_requirement_is_an_error_only_where_it_says_who_read_it(verified: str, found: str) -> None:
    row = f"{{id: m, about: hazard-inspection, every: 1mo, basis: 某区规定{verified}}}"
    local = f"district: {{name: 某区}}\nrequirements: [{row}]\nrules: {{severity: {{H102: error}}}}\n"
    files = {"eplan.yaml": local, **hazard(inspected="[2012-11-15]")}
    assert [message.partition(":")[0] for message in said("H102", files)] == [found]


@pytest.mark.parametrize(("score", "level"), [(100, 1), (75, 1), (74.5, 2), (50, 2), (25, 3), (24, 4), (0, 4)])
def test_bands_of_the_score(score: float, level: int) -> None:
    assert said("H301", hazard(score=score, level=level)) == []
    assert len(said("H301", hazard(score=score, level=level % 4 + 1))) == 1


def test_every_overdue_rectification_is_its_own_finding() -> None:
    items = (
        "[{found: 2012-02-01, due: 2012-03},"
        " {found: 2012-02-01, due: 2012-03, closed: 2012-03-30, re-inspected: 2012-03-30},"
        " {found: 2012-02-01, due: 2012-03, extended: 2013-03},"
        " {found: 2012-02-01, due: 2012-04-30, closed: 2013-01-05}]"
    )
    assert len(said("H202", hazard(rectifications=items))) == 2
    assert len(said("H201", hazard(rectifications=items))) == 3
    assert said("H203", hazard(rectifications=items)) == []
    assert len(said("H203", hazard(rectifications=items), date(2013, 1, 5))) == 1

"""One cause, one finding: what a single mistake in the sound folder is told as, and where a rule keeps quiet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from eplan.broken import Broken
from eplan.examples import NAME, sound_folder
from eplan.messages import translator
from eplan.reporting.outcome import Outcome
from eplan.rules import all_rules
from eplan.thresholds import in_words
from tests.conftest import check_files

DAY = date(2012, 12, 31)
GRADE_2 = '  - {level: 2, name: 重大, thresholds: {deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}}\n'
LEVEL_4 = (
    "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, "
    "ended-by: 区林业局}\n"
)
OTHER = ("    plan: forest-fire\n", "    plan: forest-fire\n  - {name: 区防汛指挥部, members: [区应急办]}\n")
GROUP = "    - {name: 扑火组, lead: 区林业局, members: [区公安分局], duties: 扑打明火，清理余火}\n"
TWIN = "    - {name: 火场扑救组, lead: 区林业局}\n    - {name: 火场补救组, lead: 区林业局}\n"


def found(files: Mapping[str, str], as_of: date = DAY) -> list[str]:
    """The rules that speak, each with the line of its file."""
    return [f"{finding.rule}:{finding.position.line}" for finding in check_files(files, as_of).findings]


def changed(*changes: tuple[str, str]) -> list[str]:
    return found(sound_folder(*changes))


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        # a name that nobody knows is told once, and nothing is concluded from it
        ([("    区公安分局: 火场警戒", "    区公安局: 火场警戒")], ["R101:35"]),
        ([("    members: [区林业局, 区公安分局]", "    members: [区林业局, 区公安局]")], ["R101:7"]),
        ([("owner: 区林业局", "owner: 区林业厅")], ["R101:5"]),
        ([("  headquarters: 区森林防火指挥部\n", "  headquarters: 区护林防火指挥部\n")], ["R103:32"]),
        ([("    plan: forest-fire\n", "    plan: forest-fires\n")], ["R104:8"]),
        ([("    who: [扑火组]", "    who: [扑救组]")], ["R102:81"]),
        # two headquarters disagree about a plan: whose members have duties in it is not asked
        ([("  headquarters: 区森林防火指挥部\n", "  headquarters: 区防汛指挥部\n"), OTHER], ["C104:8"]),
        # a number that is wrong is told where it stands, not in what follows from it
        ([(GRADE_2, GRADE_2.replace("level: 2", "level: 1"))], ["P311:28"]),
        ([(GRADE_2, GRADE_2.replace("level: 2, name: 重大", "level: 1"))], ["P312:28"]),
        ([("    - {colour: yellow", "    - {colour: orange")], ["P312:43"]),
        ([(LEVEL_4, LEVEL_4.replace("level: 4", "level: 3"))], ["P312:60"]),
        ([(GRADE_2, GRADE_2.replace("level: 2", "level: 2, criteria: 死亡10人以上20人以下"))], ["P506:28"]),
        ([("    - {colour: orange", "    # {colour: orange")], ["P107:40"]),
        ([("  approved: {date: 2012-09-01", "  approved: {date: 2012-07-10")], ["L102:17"]),
        # a phase in which nobody says how is one finding, not one more for each action
        ([("    how: 电话说明地点、火势和有无人员被困\n", "")], ["P201:61"]),
        ([("    how: 电话说明地点、火势和有无人员被困\n", '    how: " "\n')], ["P201:61"]),
        ([("    how: 逐户通知，清点人数，分批登车\n", "")], ["P202:88"]),
        # what is written and says nothing
        ([("    区公安分局: 火场警戒与交通管制", '    区公安分局: " "')], ["P102:35"]),
        ([("trigger: 重大火灾", 'trigger: " "')], ["P301:58"]),
        ([(GROUP, GROUP + TWIN)], ["P601:39"]),
        ([("  number: 某府办发〔2012〕31号", "  number: 某府办发〔2012〕 号")], ["P605:9"]),
        ([("transport: 客车待命", "transport: 略")], ["P605:108"]),
        ([("transport: 客车待命", 'transport: "（略）"')], ["P605:108"]),
        ([("transport: 客车待命", "transport: 依战略合作协议，见图略")], []),
    ],
)
def test_one_mistake_is_one_finding(changes: list[tuple[str, str]], rules: list[str]) -> None:
    assert changed(*changes) == rules


KEPT = {
    "eplan.yaml": "district: {name: 某区}\nmonthly-report-by: 5\n",
    "data/units.yaml": (
        "units:\n  - {name: 区应急办, kind: office, duty-phone: '0812-1'}\n"
        "  - {name: 第一小学, kind: school, duty-phone: '0812-2', contacts: [{post: 第一小学校长}]}\n"
    ),
    "data/plans/unit/first.yaml": (
        "title: 第一小学应急预案\nkind: unit\nowner: 第一小学\nhazards: [earthquake, fire]\n"
        "edition: {issued: 2012-12-01, approved: {date: 2012-12-01, by: 第一小学, signed-by: 第一小学校长}}\n"
    ),
    "data/tasks.yaml": (
        "programme: {title: 建设, issued: 2012-09-01}\nareas:\n  - id: '1'\n    title: 预案\n    tasks:\n"
        "      - {id: '1.1', title: 办法, units: {responsible: [区应急办]}, due: 2013-06}\n"
    ),
    "data/progress/office.yaml": (
        "unit: 区应急办\nreports:\n  - {month: 2012-10, sent: 2012-11-05, tasks: [{task: '1.1', percent: 10}]}\n"
        "  - {month: 2012-11, sent: 2012-12-05, tasks: [{task: '1.1', percent: 20}]}\n"
    ),
    "data/duty/12.yaml": (
        "duty:\n  - {date: 2012-12-30, from: 08:00, to: 08:00, unit: 区应急办, leader: 第一小学校长, staff: [甲]}\n"
        "  - {date: 2012-12-31, from: 08:00, to: 00:00, unit: 区应急办, leader: 第一小学校长, staff: [乙]}\n"
    ),
}


@pytest.mark.parametrize(
    ("file", "key", "unit", "misspelling", "another"),
    [
        ("data/plans/unit/first.yaml", "owner: ", "第一小学", "第一小学校", "区应急办"),
        ("data/progress/office.yaml", "unit: ", "区应急办", "区应急力", "第一小学"),
        ("data/duty/12.yaml", "to: 00:00, unit: ", "区应急办", "区应急力", "第一小学"),
    ],
)
def test_what_a_misspelt_unit_keeps_is_not_missing(
    file: str, key: str, unit: str, misspelling: str, another: str
) -> None:
    asked = [all_rules()[name] for name in ("R101", "C201", "L502", "T203", "T204", "M401", "M402")]

    def rules_with(name: str) -> list[str]:
        files = {**KEPT, file: KEPT[file].replace(key + unit, key + name)}
        return [finding.rule for finding in check_files(files, DAY, asked).findings]

    assert (rules_with(unit), rules_with(misspelling)) == ([], ["R101"])
    assert set(rules_with(another)) & {"C201", "T204", "M401"}


def test_a_withdrawn_plan_is_not_judged() -> None:
    folder = dict(sound_folder())
    folder[NAME] = folder[NAME].replace("  published:", "  withdrawn: {date: 2012-12-30}\n  published:")
    for good, bad in (
        ("lead: 区林业局, ", ""), ("trigger: 重大火灾, ", ""), ("deaths: \">=30\"", "deaths: \">=10\""),
        ("    区公安分局: 火场", "    区公安局: 火场"), ("    how: 分片包干，逐台试机并登记\n", ""),
    ):  # fmt: skip
        assert good in folder[NAME]
        folder[NAME] = folder[NAME].replace(good, bad)
    assert found(folder) == ["L403:8"]
    assert {rule[0] for rule in found(folder, date(2012, 12, 29))} == {"P", "R"}


@pytest.mark.parametrize(
    ("text", "words", "holds"),
    [
        ("hazards: [forest-fire]", ["forest-fire"], True),
        ("hazards: [forest-fire]", ["fire"], False),
        ("hazards: [forest-fire]", ["fire", "forest-fire"], True),
        ("owner: 银江镇\n", ["owner: 银江镇"], True),
        ("owner: 银江镇政府\n", ["owner: 银江镇"], False),
        ("title: 某预案", ["flood"], True),
        ("title: 某预案", [], False),
        (None, ["anything"], True),
    ],
)
def test_what_a_broken_file_may_hold(text: str | None, words: list[str], holds: bool) -> None:
    """The name of the file, flood.yaml, counts as a word of it."""
    broken = Broken(PurePosixPath("data/plans/flood.yaml"), "plans", text)
    repository = replace(check_files({}, DAY).repository, broken=(broken,))
    assert repository.may_hide("plans", *words) is holds
    assert not repository.may_hide("drills", *words)


@pytest.mark.parametrize(
    ("criteria", "ranges"),
    [
        ("死亡30人以上", {"deaths": (30, True, None, False)}),
        ("因灾死亡（含失踪）10人以上30人以下", {"deaths": (10, True, 30, False)}),
        ("造成10人以上30人以下死亡", {"deaths": (10, True, 30, False)}),
        (
            "造成3人以上死亡，或者50人以上重伤的",
            {"deaths": (3, True, None, False), "serious-injuries": (50, True, None, False)},
        ),
        ("死亡3人以上，不足10人以下", {"deaths": (3, True, 10, False)}),
        ("死亡10人（含）以上30人以下（含）", {"deaths": (10, True, 30, True)}),
        ("死亡30人以上（不含30人）", {"deaths": (30, False, None, False)}),
        ("3人以下死亡", {"deaths": (None, False, 3, False)}),
        ("直接经济损失达500万元以上、1000万元以下", {"loss-yuan": (5e6, True, 1e7, False)}),
        ("1亿元以上直接经济损失", {"loss-yuan": (1e8, True, None, False)}),
        ("受害森林面积1公顷以上100公顷以下", {"burnt-hectares": (1, True, 100, False)}),
        ("死亡10人以上且重伤50人以上", {}),
        ("死亡10人以上，或者校内死亡3人以上", {}),
        ("需转移1000人以上", {}),
        ("", {}),
        (None, {}),
    ],
)  # fmt: skip
def test_numbers_in_words(
    criteria: str | None, ranges: dict[str, tuple[float | None, bool, float | None, bool]]
) -> None:
    read = in_words(criteria).items()
    assert {key: (found.low, found.low_included, found.high, found.high_included) for key, found in read} == ranges


def test_the_same_wrong_word_down_a_table_is_one_finding() -> None:
    units = "units:\n  - {name: 甲, kind: departmnt}\n  - {name: 乙, kind: departmnt}\n  - {name: 丙, kind: stret}\n"
    found = check_files({"eplan.yaml": "district: {name: 某区}\n", "data/units.yaml": units}, DAY).findings
    places = [
        (item.rule, item.position.line, [place.line for place in item.more]) for item in found if item.rule == "Y204"
    ]
    assert places == [("Y204", 2, [3]), ("Y204", 4, [])]


def test_a_line_names_the_law_that_it_rests_on_and_no_practice() -> None:
    drill = "drills:\n  - {id: 演练1, plans: [], unit: 区应急办, form: tabletop, held: 2012-09-13}\n"
    checked = check_files({**sound_folder(), "data/drills/2012.yaml": drill}, DAY)
    outcome = Outcome(checked.findings, (), DAY, translator("zh-CN"))
    said = {finding.rule: outcome.cited(finding) for finding in checked.findings}
    assert said["M303"].endswith("（依据：《突发事件应急演练指南》（应急办函〔2009〕62号））")
    assert all("通行做法" not in words and "工作惯例" not in words for words in said.values())

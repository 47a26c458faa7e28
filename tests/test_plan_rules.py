"""What the rules on a plan's words and numbers find, and what they leave alone."""

from datetime import date

import pytest

from eplan.examples import NAME, sound_folder
from eplan.rules import all_rules
from tests.conftest import check_files

DAY = date(2012, 12, 31)


def said(rule: str, *changes: tuple[str, str]) -> list[str]:
    """What one rule says of the sound folder with some changes."""
    return [str(finding.message) for finding in check_files(sound_folder(*changes), DAY, [all_rules()[rule]]).findings]


def said_of(rule: str, *sentences: str) -> list[str]:
    """What one rule says of a plan with these sentences in it."""
    return said(rule, ("    how: 分片包干，逐台试机并登记\n", f'    how: "{"".join(sentences)}"\n'))


def test_the_sound_folder_has_no_findings() -> None:
    assert check_files(sound_folder(), DAY).findings == ()


@pytest.mark.parametrize(
    ("grave", "light", "found"),
    [
        (">=10", ">=3 <10", {}),
        (">=10", ">=3 <=9", {}),
        (">9", ">=3 <10", {}),
        (">=10", ">=3 <=10", {"P501": "grade 1 (>=10) and grade 2 (>=3 <=10) overlap"}),
        (">10", ">=3 <10", {"P502": "between grade 2 (>=3 <10) and grade 1 (>10) a number is left out"}),
        (">=11", ">=3 <10", {"P502": "between grade 2 (>=3 <10) and grade 1 (>=11) a number is left out"}),
        (">=10", ">=3", {}),
        (">=3", ">=3", {"P501": "grade 1 (>=3) and grade 2 (>=3) overlap"}),
        (">=3", ">=10", {"P503": "grade 2 (>=10) lies above the graver grade 1 (>=3)"}),
        (">=3 <10", ">=10", {"P503": "grade 2 (>=10) lies above the graver grade 1 (>=3 <10)"}),
        (">=10 <30", ">=3 <10", {"P502": "grade 1 ends at '>=10 <30', and what lies above has no grade"}),
    ],
)
def test_neighbouring_grades(grave: str, light: str, found: dict[str, str]) -> None:
    files = {
        NAME: f"""\
title: 某预案
kind: special
owner: 某局
grades:
  - {{level: 1, thresholds: {{deaths: "{grave}"}}}}
  - {{level: 2, thresholds: {{deaths: "{light}"}}}}
"""
    }
    rules = [all_rules()[name] for name in ("P501", "P502", "P503")]
    said = {finding.rule: str(finding.message).split(": ")[1] for finding in check_files(files, DAY, rules).findings}
    assert said == found


def test_money_is_not_counted_whole() -> None:
    files = {
        NAME: """\
title: 某预案
kind: special
owner: 某局
grades:
  - {level: 1, thresholds: {loss-yuan: ">=1000"}}
  - {level: 2, thresholds: {loss-yuan: "<=999"}}
"""
    }
    (finding,) = check_files(files, DAY, [all_rules()["P502"]]).findings
    between = "direct loss in yuan: between grade 2 (<=999) and grade 1 (>=1000) a number is left out"
    assert str(finding.message) == f"{between}: let one end where the other begins"


def test_what_the_statute_says_is_said_once() -> None:
    change = (
        '{deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}',
        '{deaths: ">=10 <=30", burnt-hectares: ">=100 <1000"}',
    )
    found = check_files(sound_folder(change), DAY).findings
    assert [(finding.rule, str(finding.message)) for finding in found] == [
        ("P504", "deaths of grade 2: the plan says >=10 <=30, the statute >=10 <30: write the statute's number")
    ]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("P309", "发布红色预警后，按红色预警响应要求到岗，启动Ⅰ级地质灾害应急响应"),
        ("P309", "Ⅰ级（特别重大）事件，由区指挥部启动一级应急响应；影响较大，响应及时"),
        ("P309", "特别重大、重大突发事件；红色、橙色预警"),
        ("P310", "一级（红色）、二级（橙色）、三级（黄色）和四级（蓝色）预警"),
        ("P310", "森林火险四级（橙色）时"),
        ("P310", "红色、橙色预警，Ⅲ级响应以上；黄色预警，Ⅳ级响应"),
        ("P602", "指挥长到场，现场总指挥听从指挥长，副总指挥留守"),
        ("P603", "市启动一级响应、国家启动二级响应时，区Ⅱ级响应；四级火险；二级公路"),
        ("P603", "启动Ⅰ级响应、Ⅱ级应急响应"),
        ("P604", "建立通信保障队，更新通讯录，检查通信设备"),
        ("P604", "区地质灾害应急指挥部与市应急救援指挥部"),
        ("P605", "3×4米；某区；待命；待查；（待命）；长10×20×30厘米；XX型号的A1XX"),
        ("P605", "处置（请示）后报告；【2012】"),
        ("P605", "上一段\\n____\\n下一段"),
        ("P606", "见附件1和附件2，按照《办法》附件9填写；更新附件；安全附件检查"),
        ("P606", "依照该办法附件5办理"),
        ("P606", "按照《条例》第五十章；见第九章；按第三部分"),
    ],
)
def test_left_alone(rule: str, sentence: str) -> None:
    expected = {"P605": ["placeholder 'XX': write what belongs here"]} if "XX型号" in sentence else {}
    assert said_of(rule, sentence) == expected.get(rule, [])


@pytest.mark.parametrize(
    ("rule", "sentence", "words"),
    [
        ("P309", "启动橙色应急响应", "橙色应急响应"),
        ("P309", "转入Ⅱ级突发事件响应", "Ⅱ级突发事件响应"),
        ("P309", "启动特别重大应急响应", "特别重大应急响应"),
        ("P309", "发生红色事件时", "红色事件"),
        ("P310", "发布二级（红色）预警", "二级（红色）"),
        ("P310", "发布蓝色（Ⅲ级）预警", "蓝色（Ⅲ级）"),
        ("P310", "发布三级橙色预警", "三级橙色预警"),
        ("P605", "电话：XXXX", "XXXX"),
        ("P605", "负责人：____，", "____"),
        ("P605", "姓名 ______ 电话 12", "______"),
        ("P605", "内容待补充。", "待补充"),
        ("P605", "由××局负责", "××"),
        ("P605", "TODO 明年再写", "TODO"),
        ("P606", "名单见附件三", "附件三"),
        ("P606", "见附录 12", "附录12"),
        ("P606", "通讯录（附件4）", "附件4"),
        ("P606", "报告时限见第二十三章", "第二十三章"),
    ],
)
def test_words_found(rule: str, sentence: str, words: str) -> None:
    (message,) = said_of(rule, sentence)
    assert f"'{words}'" in message


def test_one_post_under_two_titles() -> None:
    assert said_of("P602", "总指挥由区长担任，指挥长可以授权；总指挥不在时") == [
        "the head of the headquarters is called 总指挥 in 2 places and 指挥长 in 1: choose one"
    ]


def test_the_rarer_term_is_reported_where_it_stands() -> None:
    assert said_of("P604", "区应急指挥部会同，区应急指挥部决定，区应急救援指挥部执行") == [
        "'应急救援指挥部' here, '应急指挥部' elsewhere in this plan: write one of them"
    ]
    assert said_of("P603", "由Ⅲ级响应转为Ⅱ级响应，或者转为二级响应") == [
        "'二级响应' here, 'Ⅱ级响应' elsewhere in this plan: write one of them"
    ]


def test_a_group_in_another_order_is_the_same_group() -> None:
    group = ("- {name: 扑火组,", "- {name: 综合信息组, lead: 区林业局, duties: 汇总}\n    - {name: 扑火组,")
    prose = ("    how: 分片包干，逐台试机并登记\n", "    how: 报信息综合组，由综合信息组汇总，扑救组处置\n")
    wanted = "'信息综合组' is not a group of this plan: write '综合信息组' if that is meant"
    assert said("P601", group, prose) == [wanted]


def test_words_in_a_long_text_are_pointed_at_on_their_own_line() -> None:
    files = {
        NAME: """\
title: 某预案
kind: special
owner: 某局
purpose: |
  第一行。
  由XX负责，再由XX确认。
  电话：XX。
"""
    }
    (finding,) = check_files(files, DAY, [all_rules()["P605"]]).findings
    places = [(place.line, place.column, place.end_column) for place in (finding.position, *finding.more)]
    assert places == [(6, 4, 6), (6, 11, 13), (7, 6, 8)]


@pytest.mark.parametrize(
    ("instead", "is_there"),
    [
        ("", False),
        ("mechanisms: [{name: 恢复供电授权, text: 由区政府授权}]\n", False),
        ("mechanisms: [{name: 善后工作机制, text: 核定损失}]\n", True),
        ("sections: [{title: 后期处置, text: 核定损失}]\n", True),
    ],
)
def test_where_a_part_may_stand(instead: str, is_there: bool) -> None:
    messages = said("P101", ("recovery: [核定损失, 安置受灾群众, 补植更新]\n", instead))
    assert ["`recovery`" in message for message in messages] == ([] if is_there else [True])


def test_the_title_of_an_annex_is_no_part_of_the_plan() -> None:
    changes = (
        ("recovery: [核定损失, 安置受灾群众, 补植更新]\n", ""),
        ("{title: 物资清单, table: supplies}", "{title: 恢复重建任务清单, table: supplies}"),
    )
    assert ["`recovery`" in message for message in said("P101", *changes)] == [True]

"""A small district for tests of reports: every state a task can be in, one example, one plan, and words that bite."""

from datetime import date

from eplan.calendar import quarter_of
from eplan.render.views.report import Judged, Report, report
from eplan.rules import all_rules
from tests.conftest import check_files

DAY = date(2012, 12, 31)
QUARTER = quarter_of(DAY)
HOSTILE = '=HYPERLINK("http://example.org","点我") <script>&{{ 7*7 }}'

FILES = {
    "eplan.yaml": "district: {name: 某区}\nmonthly-report-by: 5\n",
    "data/units.yaml": """\
units:
  - {name: 区政府, kind: government}
  - name: 区应急办
    kind: office
    parent: 区政府
    contacts:
      - {post: 区应急办主任, phone: "0812-0000001", verified: 2012-12-01}
      - {post: 区应急办值班员, phone: "0812-0000002", verified: 2012-01-05}
  - {name: 区林业局, kind: department, parent: 区政府, aliases: [区森防办]}
  - {name: 北街街道, kind: street, parent: 区政府}
  - {name: 一号社区, kind: community, parent: 北街街道, population: 1200}
  - {name: 二号社区, kind: community, parent: 北街街道}
groups:
  各街道: {members: [北街街道]}
  区级各部门: {members: unknown}
""",
    "data/headquarters.yaml": """\
headquarters:
  - name: 区森林防火指挥部
    hazards: [forest-fire]
    office: 区林业局
    members: [区林业局]
    plan: forest-fire
    established: 2012-05-01
  - {name: 区防汛指挥部, hazards: [flood], office: 区应急办, members: [区应急办], established: 2012-11-01}
""",
    "data/tasks.yaml": f"""\
programme:
  title: 某区公共安全应急体系建设
  issued: 2012-04-28
  phases:
    - {{title: 动员部署, from: 2012-05-01, to: 2012-12-31, example: true}}
    - {{title: 全面推进, from: 2013-01-01, to: 2013-12-31, example: true}}
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {{responsible: [区应急办]}}
        due: 2012-06
        budget: {{planned: 20000, spent: 18600.5, source: 区财政}}
        done: {{date: 2012-06-27, checked-by: 区应急办, evidence: 办法文本, example: true}}
      - id: "1.2"
        title: 修订专项应急预案
        units: {{lead: [区应急办], responsible: [区森防办, 各街道]}}
        due: 2012-09
        done: {{date: 2012-10-15, checked-by: 区应急办, evidence: 预案文本}}
      - id: "1.3"
        title: '{HOSTILE}'
        units: {{responsible: [区林业局]}}
        due: 2012-10-20
  - id: "2"
    title: 提高监测预警能力
    tasks:
      - id: "2.1"
        title: 建立自然灾害预警体系
        units: {{responsible: [区林业局, 区级各部门]}}
        pilot: true
        due: 2012-11
        extended: [{{to: 2013-03, date: 2012-11-05, by: 区政府, reason: 设备到货晚}}]
      - id: "2.2"
        title: 开展应急管理培训
        units: {{responsible: [区应急办]}}
        every: quarter
""",
    "data/progress/区林业局.yaml": """\
unit: 区林业局
reports:
  - {month: 2012-09, sent: 2012-10-05, tasks: [{task: "2.1", percent: 20, did: 清点瞭望塔, difficulties: 经费未到位}]}
  - {month: 2012-10, sent: 2012-11-09, tasks: [{task: "2.1", percent: 30, did: 订购设备}]}
""",
    "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:
  - {month: 2012-09, sent: 2012-10-04, tasks: [{task: "1.2", percent: 90}]}
  - {month: 2012-10, sent: 2012-11-01, tasks: [{task: "1.2", percent: 100, finished: true}]}
  - {month: 2012-11, sent: 2012-12-03, tasks: [{task: "2.2", did: 第四季度培训}]}
""",
    "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
category: natural-disaster
hazards: [forest-fire]
owner: 区林业局
edition: {issued: 2012-09-12}
command: {headquarters: 区森林防火指挥部}
actions:
  - id: a1
    phase: before
    who: [区林业局]
    what: 巡护
    how: 分片包干
    when: {every: day}
    with: {supplies: {风力灭火机: 12台}}
  - id: a2
    phase: during
    who: [区林业局]
    what: 扑救
    when: {within: 1h, of: report}
    with: {supplies: {风力灭火机: 30台}}
management: {drill-every: 1y}
""",
    "data/supplies/区林业局.yaml": """\
unit: 区林业局
supplies:
  - id: 风力灭火机-林业
    name: 风力灭火机
    quantity: 24台
    minimum: 20台
    store: 防火物资库
    keeper: 区林业局值班员
    phone: "0812-0000201"
    counted: 2012-11-20
    example: true
  - id: 干粉-林业
    name: 干粉
    quantity: 40袋
    minimum: 40袋
    consumable: true
    counted: 2012-11-20
    lots: [{quantity: 15袋, expires: 2012-10-31}, {quantity: 25袋, expires: 2014-10-31}]
""",
    "data/hazards.yaml": """\
hazards:
  - id: YH-01
    kind: forest-fire
    place: 后山
    unit: 区林业局
    registered: 2012-05-01
    rectifications:
      - {found: 2012-05-02, measure: 开隔离带, owner: 区林业局, due: 2012-08-31, closed: 2012-08-20}
      - {found: 2012-10-02, measure: 清灌, owner: 区林业局, due: 2012-11-30}
      - {found: 2012-10-02, measure: 立牌, owner: 区林业局, due: 2012-11-30, closed: 2012-12-10}
""",
    "data/drills/2012.yaml": """\
drills:
  - id: YL-01
    plans: [forest-fire]
    unit: 区林业局
    form: full
    held: 2012-10-10
    participants: 60
    actions:
      - {what: 统一电台频率, owner: 区林业局, due: 2012-11-10, closed: 2012-11-02}
      - {what: 配转接头, owner: 区林业局, due: 2013-01-31}
""",
}  # fmt: skip


def judged(day: date, files: dict[str, str] | None = None) -> Judged:
    """The district judged by one rule on a day."""
    checked = check_files(files or FILES, day, [all_rules()["T101"]])
    return Judged(checked.repository, checked.findings, checked.verdict.accepted, tuple(map(str, checked.unreadable)))


def small_report(files: dict[str, str] | None = None, unit: str | None = None) -> Report:
    """The report on the fourth quarter of 2012."""
    return report(judged(DAY, files), QUARTER, unit)

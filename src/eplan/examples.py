"""A small sound folder for the examples of rules: every rule is content with it, and a bad example changes one line.

The law that asks for this or that part changes with the day; this folder is sound on every day from 2012 to 2026.
"""

from collections.abc import Mapping

UNITS = """\
units:
  - name: 区政府
    kind: government
    contacts: [{post: 分管林业副区长}]
  - {name: 区应急办, kind: office, parent: 区政府, duty-phone: "0812-0000001"}
  - {name: 区林业局, kind: department, parent: 区政府, duty-phone: "0812-0000002"}
  - {name: 区公安分局, kind: department, parent: 区政府, duty-phone: "0812-0000003"}
"""
HEADQUARTERS = """\
headquarters:
  - name: 区森林防火指挥部
    hazards: [forest-fire]
    commander: 分管林业副区长
    deputies: [区应急办]
    office: 区林业局
    members: [区林业局, 区公安分局]
    plan: forest-fire
"""
PLAN = """\
title: 某区森林火灾应急预案
kind: special
category: natural-disaster
hazards: [forest-fire]
owner: 区林业局
parent: {external: 某市森林火灾应急预案, issued: 2012-03-01}
edition:
  version: "1"
  number: 某府办发〔2012〕31号
  drafted: 2012-07-01
  risk-assessed: {date: 2012-05-01}
  surveyed: {date: 2012-05-20}
  consulted:
    - {unit: 区公安分局, date: 2012-07-20, reply: 同意}
    - {unit: 区应急办, date: 2012-07-20, reply: 同意}
  reviewed: {date: 2012-08-10, by: [专家组]}
  approved: {date: 2012-09-01, by: 区政府, signed-by: 分管林业副区长}
  issued: 2012-09-12
  filed: {date: 2012-09-20, with: 市林业局, copies: [市应急办]}
  published: {date: 2012-09-20}
purpose: 有力有序扑救森林火灾，减少伤亡和损失。
basis: [{title: 森林防火条例, issued: 2008-12-01}]
scope: 本区范围内的森林火灾。
principles: [以人为本，科学扑救, 分级负责，属地为主]
risks: 干季长，坡陡谷深，居民点与林地相接。
grades:
  - {level: 1, name: 特别重大, thresholds: {deaths: ">=30", burnt-hectares: ">=1000"}}
  - {level: 2, name: 重大, thresholds: {deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}}
  - {level: 3, name: 较大, thresholds: {deaths: ">=3 <10", burnt-hectares: ">=1 <100"}}
  - {level: 4, name: 一般, thresholds: {deaths: "<3", burnt-hectares: "<1"}}
command:
  headquarters: 区森林防火指挥部
  duties:
    区林业局: 组织扑救，承担指挥部办公室工作
    区公安分局: 火场警戒与交通管制
  groups:
    - {name: 扑火组, lead: 区林业局, members: [区公安分局], duties: 扑打明火，清理余火}
warning:
  monitoring: [{what: 火险天气与瞭望, by: 区林业局, threshold: 四级火险}]
  levels:
    - {colour: red, criteria: 五级火险持续, issued-by: 区森林防火指挥部, lifted-when: 火险降至四级以下}
    - {colour: orange, criteria: 五级火险, issued-by: 区森林防火指挥部, lifted-when: 火险降级}
    - {colour: yellow, criteria: 四级火险, issued-by: 区林业局, lifted-when: 火险降级}
    - {colour: blue, criteria: 三级火险, issued-by: 区林业局, lifted-when: 火险降级}
  channels: [tv, sms, loudspeaker]
  message: [类别, 级别, 起始时间, 可能影响的范围, 警示事项, 应当采取的措施, 发布单位, 发布时间]
reporting:
  chain:
    - {from: 首报人, to: 区林业局, within: 10min, by: phone}
    - {from: 区林业局, to: 区应急办, within: 20min, by: phone}
    - {from: 区应急办, to: 区政府, within: 30min, by: written}
  content: [时间, 地点, 火势, 伤亡, 已采取的措施]
  follow-up: 2h
response:
  activation: [响应事项, 级别, 预计期限, 应急处置措施]
  levels:
    - {level: 1, trigger: 特别重大火灾, decided-by: 区森林防火指挥部, commander: 分管林业副区长, escalates-to: 市森林防火指挥部, ends-when: 明火全部扑灭, ended-by: 区森林防火指挥部}
    - {level: 2, trigger: 重大火灾, decided-by: 区森林防火指挥部, commander: 分管林业副区长, ends-when: 明火全部扑灭, ended-by: 区森林防火指挥部}
    - {level: 3, trigger: 较大火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}
    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}
actions:
  - id: a1
    phase: before
    warning: [red, orange, yellow, blue]
    who: [区林业局]
    what: 巡山瞭望，检查扑火机具
    how: 分片包干，逐台试机并登记
    when: {every: day}
    with: {teams: [森林消防队], supplies: {风力灭火机: 20台}}
  - id: a2
    phase: onset
    who: [首报人]
    what: 报告火情
    how: 电话说明地点、火势和有无人员被困
    when: {within: 10min, of: occurrence}
    with: {supplies: {对讲机: 10部}}
    measure: report
  - id: a3
    phase: during
    response: [1, 2, 3, 4]
    who: [扑火组]
    what: 扑打明火
    how: 先控制火头，沿火线两翼推进，留足撤离通道
    when: {within: 1h, of: activation}
    with: {teams: [森林消防队], supplies: {风力灭火机: 20台}}
    takes: 4h
    measure: rescue
  - id: a4
    phase: during
    response: [1, 2, 3, 4]
    who: [区公安分局]
    what: 转移受威胁群众
    how: 逐户通知，清点人数，分批登车
    when: {within: 1h, of: activation}
    with: {supplies: {对讲机: 10部}, shelters: [体育场避难场所]}
    measure: evacuation
    route: 沿环山路至体育场，避开下风方向
    vulnerable: 老人、儿童、病人由专人专车护送
  - id: a5
    phase: after
    who: [区林业局]
    what: 看守火场，清理余火
    how: 分段值守，每两小时巡查一遍
    when: {within: 2d, of: a3}
    with: {teams: [森林消防队], supplies: {风力灭火机: 20台}}
information: {released-by: 区政府, within: 2h, channels: [tv, website]}
recovery: [核定损失, 安置受灾群众, 补植更新]
support: {communication: 对讲机和手机双备份, teams: [森林消防队], supplies: {风力灭火机: 20台, 对讲机: 10部}, transport: 客车待命, medical: 医疗点前置, funds: 列入区财政预算, shelters: [体育场避难场所]}
management: {drill-every: 1y, evaluate-every: 3y, training: 每年防火期前培训一次, explained-by: 区林业局}
annexes: [{title: 联系方式, table: contacts}, {title: 物资清单, table: supplies}]
"""
RESOURCES = {
    "data/teams.yaml": """\
teams:
  - id: 森林消防队
    name: 森林消防队
    unit: 区林业局
    members: 30
    trained: [2012-11-01]
    insured-until: 2013-12-31
    ready-in: 15min
""",
    "data/supplies/林业局.yaml": """\
unit: 区林业局
supplies:
  - {id: 风力灭火机, name: 风力灭火机, quantity: 40台, minimum: 20台, store: 局仓库, keeper: 值班员, phone: "0812-0000002", counted: 2012-12-10}
  - {id: 对讲机, name: 对讲机, quantity: 30部, minimum: 10部, store: 局仓库, keeper: 值班员, phone: "0812-0000002", counted: 2012-12-10}
""",
    "data/shelters.yaml": """\
shelters:
  - {id: 体育场避难场所, name: 体育场避难场所, unit: 区应急办, kind: emergency, area-m2: 5000, capacity: 2000, keeper: 值班员, phone: "0812-0000001", signs: true, verified: 2012-06-01, hazard-free: true}
""",
    "data/drills/2012.yaml": """\
drills:
  - id: 森林火灾演练
    plans: [forest-fire]
    unit: 区林业局
    form: full
    held: 2012-11-10
    evaluation: {execution: 按预案进行, plan-usability: 可行, command: 顺畅, personnel: 到位, equipment: 适用, suggestions: 增配对讲机}
""",
}
NAME = "data/plans/special/forest-fire.yaml"


def sound_folder(*changes: tuple[str, str], only: tuple[str, ...] = (), year: int = 2012) -> Mapping[str, str]:
    """The folder in a year, with pieces of text replaced; every piece must be there. `only` keeps the named files."""
    files = {NAME: PLAN, "data/units.yaml": UNITS, "data/headquarters.yaml": HEADQUARTERS, **RESOURCES}
    for old, new in changes:
        holders = [name for name, text in files.items() if old in text]
        if len(holders) != 1 or files[holders[0]].count(old) != 1:
            raise AssertionError(f"{old!r} must stand once in the sound folder")
        files[holders[0]] = files[holders[0]].replace(old, new)
    return {name: _moved(text, year) for name, text in files.items() if not only or name in only}


def _moved(text: str, year: int) -> str:
    """The dates of the folder, 2012 and the year after, in another year."""
    return text.replace("2013-", f"{year + 1}-").replace("2012-", f"{year}-")

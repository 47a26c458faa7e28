"""Defects to be planted in the folder of this project: what is wrong, where, and where the finding must stand.

Written from the list of what must be caught, not from the rules. In `new` the mark ▶ stands before the thing that a
finding must point at; it is taken out before the text is planted. Where the finding must stand in another file, `at`
names it. `also` and `gone` say which other findings come or go as a true consequence, and `why` they do. `says` are words
and numbers that the sentence must hold in Chinese.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

MARK = "▶"


@dataclass(frozen=True)
class Planted:
    """One defect: a text that stands once in a file, and what replaces it. Without `old`, `new` is a whole file."""

    group: str
    what: str
    path: str
    old: str
    new: str
    at: tuple[str, str] | None = None
    encoding: str = "utf-8"
    also: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    why: str = ""
    says: tuple[str, ...] = ()

    @property
    def file(self) -> PurePosixPath:
        return PurePosixPath(self.path)

    def plant(self, text: str) -> str:
        """The text with the defect and with the mark."""
        if not self.old:
            return self.new
        assert text.count(self.old) == 1, f"{self.what}: the old text stands {text.count(self.old)} times"
        return text.replace(self.old, self.new)


FOREST = "data/plans/special/forest-fire.yaml"
CAMPUS = "data/plans/special/campus-violence.yaml"
MASS = "data/plans/special/mass-incident.yaml"
QUAKE = "data/plans/special/earthquake.yaml"
ILLNESS = "data/plans/special/infectious-disease.yaml"
LANDSLIDE = "data/plans/special/geological-disaster.yaml"
SCHOOL = "data/plans/unit/school-no2-primary.yaml"
TASKS = "data/tasks.yaml"
HAZARDS = "data/hazards.yaml"
TEAMS = "data/teams.yaml"
SHELTERS = "data/shelters.yaml"
DRILLS = "data/drills/2012.yaml"
EVENTS = "data/events/2012.yaml"
ROSTER = "data/duty/2012-12.yaml"
FORESTRY_REPORTS = "data/progress/区林业局.yaml"
HEALTH_STORE = "data/supplies/区卫生局.yaml"
RELIEF_STORE = "data/supplies/区民政局.yaml"

READING = (
    Planted(
        "Y",
        "a key that no scenario has, one letter from a known one",
        "data/scenarios/林火逼近村组.yaml",
        "    situation: 春节后",
        "    ▶situtaion: 春节后",
    ),
    Planted(
        "Y",
        "a line indented with a tab",
        "data/scenarios/地震叠加液氯泄漏.yaml",
        "    place: 东区，",
        "▶\tplace: 东区，",
        gone=("S202",),
        why="a scenario that cannot be read starts no plans together",
    ),
    Planted(
        "Y",
        "a scenario saved as GB 18030",
        "data/scenarios/暴雨滑坡断路.yaml",
        "# 情景：",
        "▶# 情景：",
        encoding="gb18030",
    ),
    Planted(
        "Y",
        "the same key twice in one item",
        "data/supplies/市第二小学.yaml",
        "    spec: 4 千克干粉\n    quantity: 60具\n",
        "    spec: 4 千克干粉\n    quantity: 60具\n    ▶spec: 8 千克干粉\n",
    ),
    Planted(
        "Y",
        "a kind of plan that does not exist",
        "data/plans/department/department-forestry.yaml",
        "kind: department",
        "kind: ▶departmental",
        gone=("C401",),
        why="nobody reads the file in which that finding stands",
    ),
    Planted(
        "Y",
        "a telephone number without quotes",
        "data/supplies/湖光社区.yaml",
        '  - id: 扩音器-湖光\n    name: 扩音器\n    spec: 手持喊话器\n    quantity: 3个\n    minimum: 2个\n    consumable: false\n    reserve: stock\n    store: 湖光社区服务中心物资间\n    keeper: 湖光社区值班员\n    phone: "0812-0000216"\n',
        "  - id: 扩音器-湖光\n    name: 扩音器\n    spec: 手持喊话器\n    quantity: 3个\n    minimum: 2个\n    consumable: false\n    reserve: stock\n    store: 湖光社区服务中心物资间\n    keeper: 湖光社区值班员\n    phone: ▶8120000216\n",
    ),
    Planted("Y", "a file of no known kind", "data/contacts.yaml", "", "▶contacts: []\n"),
)

REFERENCES = (
    Planted(
        "R",
        "a working group led by a unit that is not there",
        FOREST,
        "      lead: 区商务局\n",
        "      lead: ▶区商物局\n",
    ),
    Planted(
        "R",
        "a hazard that names a plan that is not there",
        HAZARDS,
        "    plan: road-traffic\n",
        "    plan: ▶road-trafic\n",
    ),
    Planted(
        "R",
        "a lesson that became a task that is not there",
        EVENTS,
        '      actions: ["5.2"]',
        '      actions: [▶"5.20"]',
    ),
    Planted(
        "R",
        "an action with a team that is not there",
        FOREST,
        "      teams: [区地质灾害应急抢险队]\n      supplies: {裂缝监测仪: 4台, 铜锣: 4面}",
        "      teams: [▶区地灾应急抢险队]\n      supplies: {裂缝监测仪: 4台, 铜锣: 4面}",
    ),
    Planted(
        "R",
        "an action with an item that no store has",
        FOREST,
        "    when: {event: 每年10月31日前}\n    with:\n      supplies: {扩音器: 10个}",
        "    when: {event: 每年10月31日前}\n    with:\n      supplies: {▶扩音喇叭: 10个}",
    ),
    Planted(
        "R",
        "an evacuation to a shelter that is not there",
        FOREST,
        "    when: {event: 响应结束}\n    with:\n      teams: [区医疗救护队, 区心理援助志愿队, 区卫生防疫队]\n      supplies: {客车: 8辆, 急救箱: 4个, 消毒液: 20桶}\n      shelters: [银江镇中学避难场所]",
        "    when: {event: 响应结束}\n    with:\n      teams: [区医疗救护队, 区心理援助志愿队, 区卫生防疫队]\n      supplies: {客车: 8辆, 急救箱: 4个, 消毒液: 20桶}\n      shelters: [▶银江镇小学避难场所]",
    ),
    Planted(
        "R",
        "a monitoring point that watches a hazard that is not there",
        "data/warnings.yaml",
        "    watches: [YH-15]",
        "    watches: [▶YH-51]",
    ),
    Planted(
        "R",
        "two activities with the same id",
        "data/activities.yaml",
        "  - id: HD-2012-20",
        "  - id: ▶HD-2012-19",
    ),
    Planted(
        "R",
        "two actions that wait for each other",
        FOREST,
        "      supplies: {对讲机: 4部}\n    measure: report\n\n  - id: o02",
        "      supplies: {对讲机: 4部}\n    after: [▶o02]\n    measure: report\n\n  - id: o02",
    ),
    Planted(
        "R",
        "a deliverable whose file is missing",
        TASKS,
        "          - title: 东区应急预案管理办法\n",
        "          - title: 东区应急预案管理办法\n            file: ▶data/files/预案管理办法.pdf\n",
    ),
    Planted(
        "R",
        "a file outside the folder",
        TASKS,
        "          - title: 东区应急信息报送制度\n",
        "          - title: 东区应急信息报送制度\n            file: ▶../信息报送制度.pdf\n",
    ),
)

PLANS = (
    Planted(
        "P",
        "a response level without trigger",
        CAMPUS,
        "    - level: 2\n      name: Ⅱ级响应\n      trigger: 校外人员在校内、校门口持械伤人，或者有人重伤，或者3人以上受伤，或者有具体的爆炸、投毒威胁\n",
        "    - ▶level: 2\n      name: Ⅱ级响应\n",
    ),
    Planted(
        "P",
        "a response level that nobody decides on",
        FOREST,
        "      decided-by: 区林业局\n      commander: 区林业局主要负责人\n      escalates-to",
        "      commander: 区林业局主要负责人\n      escalates-to",
        at=(FOREST, "- level: 4\n      name: Ⅳ级响应"),
    ),
    Planted(
        "P",
        "a response level that never ends",
        MASS,
        "      ends-when: 群众离开，现场秩序恢复，代表接受接谈安排\n",
        "",
        at=(MASS, "- level: 3\n      name: Ⅲ级响应"),
    ),
    Planted(
        "P",
        "a response level for which nothing is done",
        SCHOOL,
        "      ended-by: 市第二小学副校长\nactions:\n",
        "      ended-by: 市第二小学副校长\n    - ▶level: 4\n      name: Ⅳ级响应\n      trigger: 单个学生轻微擦伤\n      decided-by: 市第二小学副校长\n      ends-when: 学生回到课堂\nactions:\n",
    ),
    Planted(
        "P",
        "the highest response level without anybody above it",
        CAMPUS,
        "    - level: 1\n      name: Ⅰ级响应\n      trigger: 有人死亡，或者3人以上重伤，或者劫持师生，或者发现爆炸物，或者侵害持续、区的力量不足以控制\n      decided-by: 区应急委员会\n      commander: 区长\n      escalates-to: 市应急委员会\n",
        "    - ▶level: 1\n      name: Ⅰ级响应\n      trigger: 有人死亡，或者3人以上重伤，或者劫持师生，或者发现爆炸物，或者侵害持续、区的力量不足以控制\n      decided-by: 区应急委员会\n      commander: 区长\n",
    ),
    Planted(
        "P",
        "numbers of a grade that contradict the statute",
        FOREST,
        'thresholds: {burnt-hectares: "<1", deaths: ">=1 <3", serious-injuries: ">=1 <10"}',
        '▶thresholds: {burnt-hectares: "<1", deaths: ">=1 <3", serious-injuries: ">=3 <10"}',
    ),
    Planted(
        "P",
        "300 dead in two grades",
        QUAKE,
        'thresholds: {deaths: ">=50 <300"}',
        '▶thresholds: {deaths: ">=50 <=300"}',
    ),
    Planted(
        "P",
        "a gap between two grades",
        QUAKE,
        'thresholds: {deaths: "<10"}',
        '▶thresholds: {deaths: "<9"}',
    ),
    Planted(
        "P",
        "a member unit without a duty",
        FOREST,
        "    区人社局: 落实扑火人员工伤待遇，协调误工补贴政策\n",
        "",
        at=(FOREST, "  duties:\n    区林业局: 承担指挥部"),
    ),
    Planted(
        "P",
        "a unit with a duty that is not a member",
        MASS,
        "    区消防大队: 现场灭火和救援准备",
        "    ▶区质监局: 检查现场特种设备\n    区消防大队: 现场灭火和救援准备",
        also=("L501",),
        why="nobody asked it for its opinion either",
    ),
    Planted(
        "P",
        "a working group without lead",
        CAMPUS,
        "    - name: 心理援助组\n      lead: 区卫生局\n",
        "    - ▶name: 心理援助组\n",
    ),
    Planted(
        "P",
        "an evacuation that does not say how vulnerable people are provided for",
        FOREST,
        "    vulnerable: 社区特殊人群登记册逐人落实帮扶人，半山学校由班主任带队，医院和养老机构重病人由救护车转运\n",
        "",
        at=(FOREST, "- id: d08"),
    ),
    Planted(
        "P",
        "an evacuation without route",
        FOREST,
        "    route: 各村组集合点经村道下行至银江镇主干道，向火场上风侧驶往银江镇中学避难场所；村道受阻时步行至阿署达村避难场所等候转运，全程不经沟谷和林中小路\n",
        "",
        at=(FOREST, "- id: d07"),
    ),
    Planted(
        "P",
        "a placeholder",
        MASS,
        "  experts: 由区委政法委聘请",
        "  experts: ▶由XX聘请",
    ),
    Planted(
        "P",
        "an empty section",
        FOREST,
        "annexes:\n",
        "  - title: 名词解释\n    ▶text: ''\n\nannexes:\n",
    ),
    Planted("P", "Ⅲ级 and 三级 in one plan", QUAKE, "      name: Ⅲ级响应\n", "      name: ▶三级响应\n"),
    Planted(
        "P",
        "the name of a level that says another number",
        LANDSLIDE,
        "      name: Ⅲ级响应\n",
        "      name: ▶Ⅱ级响应\n",
    ),
    Planted(
        "P",
        "an annex that the plan does not have",
        MASS,
        "purpose: |\n",
        "purpose: |\n  ▶成员单位联系方式见附件9。\n",
    ),
    Planted(
        "P",
        "a warning colour and a level that disagree",
        LANDSLIDE,
        "scope: |\n",
        "scope: |\n  ▶发布二级（红色）预警时，受威胁住户全部撤离。\n",
    ),
)

LIFE = (
    Planted(
        "L",
        "a plan issued before it was approved",
        LANDSLIDE,
        "  issued: 2012-12-07\n",
        "  ▶issued: 2012-12-04\n",
    ),
    Planted(
        "L",
        "a plan that is past its last day",
        MASS,
        "  effective: 2012-12-01\n",
        "  effective: 2012-12-01\n  ▶valid-until: 2012-12-20\n",
    ),
    Planted(
        "L",
        "a plan that was changed after it had been approved",
        CAMPUS,
        "  approved: {date: 2012-11-20, by: 区政府, signed-by: 区长}",
        "  ▶approved: {date: 2012-11-20, by: 区政府, signed-by: 区长, digest: {substance: 0f0f0f0f0f0f0f0f, whole: 0f0f0f0f0f0f0f0f}}",
    ),
    Planted(
        "L",
        "a plan that has not been drilled for longer than it says itself",
        ILLNESS,
        "  drill-every: 1y\n",
        "  ▶drill-every: 1mo\n",
    ),
    Planted(
        "L",
        "a plan that rests on an instrument of the next year",
        CAMPUS,
        "  - {title: 保安服务管理条例,",
        "  - {▶title: 突发事件应急预案管理办法, number: 国办发〔2013〕101号, issued: 2013-10-25}\n  - {title: 保安服务管理条例,",
    ),
    Planted(
        "L",
        "the plan of a community that its head has not signed",
        "data/plans/community/community-huguang.yaml",
        "  approved: {date: 2012-12-11, by: 湖光社区, signed-by: 湖光社区主要负责人}",
        "  ▶approved: {date: 2012-12-11, by: 湖光社区}",
    ),
    Planted(
        "L",
        "a version that is older than the one before it",
        SCHOOL,
        '    - version: "2"\n      issued: 2012-10-12\n',
        '    - version: "2"\n      ▶issued: 2010-06-12\n',
    ),
    Planted(
        "L",
        "a unit with a duty that was not asked for its opinion",
        CAMPUS,
        "    - {unit: 团区委, date: 2012-09-21, reply: 同意}\n",
        "",
        at=(CAMPUS, "  consulted:\n"),
    ),
)

COVERAGE = (
    Planted(
        "C",
        "a hazard of a kind for which there is no plan",
        HAZARDS,
        "    kind: security-facility\n",
        "    kind: ▶radiation\n",
    ),
    Planted(
        "C",
        "a headquarters without plan",
        "data/headquarters.yaml",
        "  - name: 区校园安全应急指挥部\n",
        "  - ▶name: 区大型活动安全应急指挥部\n    hazards: [large-event]\n    parent: 区应急委员会\n    commander: 分管公安副区长\n    office: 区公安分局\n    members: [区公安分局, 区应急办]\n  - name: 区校园安全应急指挥部\n",
    ),
    Planted(
        "C",
        "a chemical works without plan",
        "data/units.yaml",
        "  - name: 供电公司\n    kind: external\n",
        '  - ▶name: 第二示例化工厂\n    kind: hazardous-chemicals\n    duty-phone: "0812-0000699"\n  - name: 供电公司\n    kind: external\n',
    ),
)

TASK_DEFECTS = (
    Planted(
        "T",
        "a task past its deadline",
        TASKS,
        "        title: 以炳草岗街道作为试点\n        units:\n          responsible: [区应急办, 区教育局, 炳草岗街办, 银江镇]\n        due: 2013-01\n",
        "        title: 以炳草岗街道作为试点\n        units:\n          responsible: [区应急办, 区教育局, 炳草岗街办, 银江镇]\n        ▶due: 2012-10\n",
    ),
    Planted("T", "a task due in two weeks", TASKS, "        due: 2013-02\n", "        ▶due: 2013-01-14\n"),
    Planted(
        "T",
        "a task done after its deadline",
        TASKS,
        "        due: 2012-12\n        budget:\n          planned: 600000\n",
        "        due: 2012-11\n        budget:\n          planned: 600000\n",
        at=(TASKS, "date: 2012-12-18"),
    ),
    Planted(
        "T",
        "a task due before the one that it waits for",
        TASKS,
        "区安监局, 区农水局]\n        due: 2013-12\n",
        '区安监局, 区农水局]\n        due: 2013-12\n        ▶after: ["1.5"]\n',
    ),
    Planted(
        "T",
        "a task that is only supported",
        TASKS,
        "          responsible: [区应急办]\n        due: 2015-12\n",
        "          support: [区应急办]\n        due: 2015-12\n",
        at=(TASKS, "units:\n          support: [区应急办]\n        due: 2015-12"),
    ),
    Planted(
        "T",
        "a postponement without reason",
        TASKS,
        "            reason: 依托的区公众信息网改版推迟到2013年2月，栏目须随新版上线\n",
        "",
        at=(TASKS, "- to: 2013-03"),
    ),
    Planted(
        "T",
        "progress that goes back",
        FORESTRY_REPORTS,
        "        percent: 60\n        did: 10月30日",
        "        ▶percent: 30\n        did: 10月30日",
    ),
    Planted(
        "T",
        "a difficulty without answer for two months",
        FORESTRY_REPORTS,
        "        difficulties: 短信群发通道需与通信运营企业签协议，费用标准未定\n        next: 防火期前试发\n        answer:\n          date: 2012-10-11\n          by: 区应急办\n          text: 已与通信运营企业商定应急短信免费发送，由区应急办统一签订协议\n",
        "        ▶difficulties: 短信群发通道需与通信运营企业签协议，费用标准未定\n        next: 防火期前试发\n",
    ),
    Planted(
        "T",
        "a report sent before its month began",
        "data/progress/区应急办.yaml",
        "    sent: 2012-12-29\n",
        "    ▶sent: 2012-11-29\n",
    ),
)

STOCK = (
    Planted(
        "S",
        "a lot past its last day",
        RELIEF_STORE,
        "      - quantity: 1600箱\n        made: 2012-08-20\n        expires: 2013-08-19\n",
        "      - quantity: 1590箱\n        made: 2012-08-20\n        expires: 2013-08-19\n      - quantity: 10箱\n        made: 2011-08-20\n        ▶expires: 2012-08-19\n",
    ),
    Planted(
        "S",
        "a lot that expires in six weeks",
        HEALTH_STORE,
        "        expires: 2013-06-09\n",
        "        ▶expires: 2013-02-09\n",
    ),
    Planted(
        "S",
        "a stock below its minimum",
        RELIEF_STORE,
        "    minimum: 15座\n",
        "    minimum: 30座\n",
        at=(RELIEF_STORE, "quantity: 24座"),
    ),
    Planted(
        "S",
        "an item that has not been counted for a year",
        HEALTH_STORE,
        "    counted: 2012-12-12\n    example: true\n  - id: 样品冷藏箱-卫生\n",
        "    ▶counted: 2011-12-12\n    example: true\n  - id: 样品冷藏箱-卫生\n",
    ),
    Planted(
        "S",
        "extinguishers older than they may get",
        "data/supplies/区消防大队.yaml",
        "        made: 2010-03-15\n        expires: 2020-03-14\n",
        "        ▶made: 2001-03-15\n        expires: 2020-03-14\n",
    ),
    Planted(
        "S",
        "an item without store",
        HEALTH_STORE,
        "    quantity: 30支\n    minimum: 20支\n    consumable: false\n    reserve: stock\n    store: 区卫生应急物资库\n",
        "    quantity: 30支\n    minimum: 20支\n    consumable: false\n    reserve: stock\n",
        at=(HEALTH_STORE, "id: 红外体温计"),
    ),
    Planted(
        "S",
        "an item counted in another unit of measure",
        FOREST,
        "    抢修车: 2辆\n",
        "    ▶抢修车: 2台\n",
    ),
    Planted(
        "S",
        "a plan that needs more than there is",
        FOREST,
        "    裂缝监测仪: 4台\n  transport",
        "    ▶裂缝监测仪: 900台\n  transport",
    ),
)

MEANS = (
    Planted(
        "M",
        "a team that has not been trained for a year",
        TEAMS,
        "    trained: [2012-04-12, 2012-10-11]",
        "    ▶trained: [2011-04-12, 2011-10-11]",
    ),
    Planted(
        "M",
        "a team without insurance",
        TEAMS,
        "    insured-until: 2013-03-31\n    ready-in: 30min",
        "    ▶insured-until: 2012-11-30\n    ready-in: 30min",
    ),
    Planted(
        "M",
        "a team with less than its standard asks for",
        TEAMS,
        "      有毒气体检测仪: 6台\n      堵漏器材: 4套\n    standard",
        "      有毒气体检测仪: 6台\n      ▶堵漏器材: 2套\n    standard",
    ),
    Planted(
        "M",
        "a team that must be there before it can leave",
        FOREST,
        "    when: {within: 45min, of: report}\n    with:\n      teams: [区森林消防专业队]",
        "    ▶when: {within: 10min, of: report}\n    with:\n      teams: [区森林消防专业队]",
    ),
    Planted(
        "M",
        "a shelter for more people than it has room for",
        SHELTERS,
        "    capacity: 8000\n",
        "    ▶capacity: 28000\n",
    ),
    Planted(
        "M",
        "a shelter below a hillside",
        SHELTERS,
        "    lat: 26.5667\n    lon: 101.7338\n",
        "    ▶lat: 26.6215\n    lon: 101.7512\n",
    ),
    Planted(
        "M",
        "a shelter that nobody has inspected for two years",
        SHELTERS,
        "    verified: 2012-08-24\n",
        "    ▶verified: 2010-08-24\n",
    ),
    Planted(
        "M",
        "what a drill showed, not put right",
        DRILLS,
        "        due: 2012-12-15\n        closed: 2012-12-13\n",
        "        ▶due: 2012-12-15\n",
    ),
    Planted(
        "M",
        "a drill that wanted a plan revised that was not revised",
        DRILLS,
        "        closed: 2012-12-17\n",
        "        closed: 2012-12-17\n        ▶revise-plan: enterprise-example-chemical\n",
    ),
    Planted(
        "M",
        "a night without anybody on duty",
        ROSTER,
        "  - {date: 2012-12-05, from: 08:00, to: 20:00, ",
        "  - {date: 2012-12-05, from: 08:00, to: ▶18:00, ",
    ),
    Planted(
        "M",
        "two shifts at the same time",
        ROSTER,
        "  - {date: 2012-12-15, from: 20:00, to: 08:00, ",
        "  - {date: 2012-12-15, from: ▶19:00, to: 08:00, ",
    ),
    Planted(
        "M",
        "a shift without leader",
        ROSTER,
        "{date: 2012-12-19, from: 08:00, to: 20:00, unit: 区应急办, leader: 分管农水副区长, ",
        "{▶date: 2012-12-19, from: 08:00, to: 20:00, unit: 区应急办, ",
    ),
    Planted(
        "M",
        "a number that nobody has tried for half a year",
        "data/units.yaml",
        '        phone: "0812-0000522"\n        verified: 2012-12-11\n',
        '        phone: "0812-0000522"\n        ▶verified: 2012-06-11\n',
    ),
)

REGISTER = (
    Planted(
        "H",
        "a hazard that nobody has assessed",
        HAZARDS,
        "    assessed: 2012-10-24\n",
        "",
        at=(HAZARDS, "id: YH-14"),
    ),
    Planted(
        "H",
        "a rectification that nobody answers for",
        HAZARDS,
        "        owner: 区食药监局\n",
        "",
        at=(HAZARDS, "- found: 2012-09-03"),
    ),
    Planted(
        "H",
        "a rectification past its deadline",
        HAZARDS,
        "        owner: 瓜子坪街道\n        due: 2013-04-30\n",
        "        owner: 瓜子坪街道\n        ▶due: 2012-11-30\n",
    ),
    Planted(
        "H",
        "a rectification closed without a second look",
        HAZARDS,
        "        re-inspected: 2012-11-28\n        closed: 2012-11-28\n",
        "        ▶closed: 2012-11-28\n",
    ),
    Planted(
        "H",
        "a major hazard that was not made public",
        HAZARDS,
        "    inspected: [2012-06-20, 2012-10-10, 2012-12-12]\n    published: 2012-07-02\n",
        "    inspected: [2012-06-20, 2012-10-10, 2012-12-12]\n",
        at=(HAZARDS, "id: YH-12"),
    ),
)

LOG = (
    Planted(
        "E",
        "an accident told to the district after three hours",
        EVENTS,
        "      - to: 区安监局\n        at: 2012-08-14 09:32\n",
        "      - to: 区安监局\n        ▶at: 2012-08-14 12:32\n",
    ),
    Planted(
        "E",
        "a reporting chain slower than the law",
        "data/plans/special/hazardous-chemicals.yaml",
        "to: 市安监局, within: 30min, by: phone",
        "to: 市安监局, ▶within: 3h, by: phone",
    ),
    Planted(
        "E",
        "an event graded lower than its numbers say",
        EVENTS,
        "      burnt-hectares: 0.8\n",
        "      burnt-hectares: 3.8\n",
        at=(EVENTS, "level: 4\n    occurred: 2012-03-18"),
    ),
    Planted(
        "E",
        "personal data kept after an event",
        EVENTS,
        "    closed: 2012-07-25\n",
        "    closed: 2012-07-25\n    ▶personal-data: true\n",
    ),
    Planted(
        "E",
        "an event closed without review",
        EVENTS,
        '    closed: 2012-09-28\n    review:\n      date: 2012-10-10\n      lessons: 四季豆未煮熟，留样量不足；学校先等家长反映，没有在发现第3名学生时报告。\n      actions: ["1.4", "7.2"]\n      archived: 2012-10-15\n',
        "    ▶closed: 2012-09-28\n",
    ),
)

ACCEPTED = (
    Planted(
        "A",
        "an acceptance that has expired",
        HAZARDS,
        "    note: 12月5日检查时棚屋尚有 2 处未拆。\n",
        "    note: 12月5日检查时棚屋尚有 2 处未拆。\n    accept:\n      - rule: H202\n        reason: 等候拆除公告期满\n        by: 区应急办\n        until: 2012-12-20\n",
        at=(HAZARDS, "- rule: H202"),
    ),
    Planted(
        "A",
        "an acceptance of something that is not there",
        "eplan.yaml",
        "accept: []",
        "accept:\n  - ▶rule: M405\n    path: data/duty/2012-12-炳草岗街道.yaml\n    reason: 当班人员临时调整\n    by: 区应急办\n    until: 2013-03-31",
    ),
)

FURTHER = (
    Planted(
        "R",
        "a superior unit that is not there",
        "data/units.yaml",
        "  - name: 区社会治安综合治理委员会\n    full-name: 攀枝花市东区社会治安综合治理委员会\n    kind: party\n    parent: 区委\n",
        "  - name: 区社会治安综合治理委员会\n    full-name: 攀枝花市东区社会治安综合治理委员会\n    kind: party\n    parent: ▶区委会\n",
    ),
    Planted(
        "R",
        "an action counted from one that is not there",
        FOREST,
        "    when: {within: 60d, of: a02}",
        "    when: {within: 60d, of: ▶a22}",
    ),
    Planted(
        "R",
        "an action after one that is not there",
        FOREST,
        "    after: [d03]\n    takes: 2d",
        "    after: [▶d33]\n    takes: 2d",
    ),
    Planted(
        "R",
        "tasks that wait for each other",
        TASKS,
        "        due: 2014-06\n",
        '        due: 2014-06\n        after: [▶"1.6"]\n',
    ),
    Planted(
        "R",
        "an alias instead of the name",
        "data/activities.yaml",
        "    unit: 区应急办\n    date: 2012-05-12\n",
        "    unit: ▶应急办\n    date: 2012-05-12\n",
    ),
    Planted(
        "P",
        "a response that is called an event",
        LANDSLIDE,
        "mechanisms:\n",
        "mechanisms:\n  - {name: 升级, ▶text: 险情扩大的，立即启动Ⅰ级事件响应。}\n",
    ),
    Planted(
        "P",
        "another commander than the headquarters has",
        MASS,
        "  headquarters: 区群体性事件应急指挥部\n",
        "  headquarters: 区群体性事件应急指挥部\n  ▶commander: 区委政法委主要负责人\n",
    ),
    Planted(
        "P",
        "a warning colour that is never lifted",
        MASS,
        "      lifted-when: 风险消除，经会商认为不会再次聚集\n",
        "",
        at=(MASS, "- colour: red"),
    ),
    Planted(
        "P",
        "a group with almost the name of another",
        FOREST,
        "    how: 火线内外各30米逐段翻土",
        "    ▶how: 由扑火指挥组组织，火线内外各30米逐段翻土",
    ),
    Planted(
        "P",
        "an action that nobody does",
        FOREST,
        "    who: [区林业局, 银江镇]\n    what: 更新造林",
        "    what: 更新造林",
        at=(FOREST, "- id: a08"),
    ),
    Planted(
        "L",
        "a plan reviewed after it was approved",
        QUAKE,
        "  reviewed: {date: 2012-11-21,",
        "  reviewed: {date: 2012-12-07,",
        at=(QUAKE, "  approved: {date"),
    ),
    Planted(
        "L", "a plan that has not been evaluated in time", ILLNESS, "  evaluate-every: 3y\n", "  ▶evaluate-every: 2mo\n"
    ),
    Planted(
        "L",
        "a plan issued without approval",
        MASS,
        "  approved: {date: 2012-11-20, by: 区政府, signed-by: 区长}\n",
        "",
        at=(MASS, "  issued: 2012-11-22"),
    ),
    Planted(
        "L",
        "a plan older than the plan above it",
        "data/plans/township/township-bingcaogang.yaml",
        "  issued: 2012-11-20\n",
        "  issued: 2012-11-17\n",
        at=("data/plans/township/township-bingcaogang.yaml", "parent: overall"),
    ),
    Planted(
        "T",
        "a task postponed twice",
        TASKS,
        "        due: 2013-06\n        budget:\n          planned: 80000\n",
        "        due: 2013-06\n        extended:\n          - {to: 2013-08, date: 2012-10-08, by: 区政府, reason: 招标流标}\n          - ▶{to: 2013-11, date: 2012-12-08, by: 区政府, reason: 再次流标}\n        budget:\n          planned: 80000\n",
    ),
    Planted(
        "T",
        "a task done with nothing to show",
        TASKS,
        "          checked-by: 区应急办\n          evidence: 总值班室启用通知、值班制度和首月排班表，区应急办存档\n",
        "          checked-by: 区应急办\n",
        at=(TASKS, "done:\n          date: 2012-10-31"),
    ),
    Planted("T", "a recurring task missed", TASKS, "        every: year\n", "        ▶every: month\n"),
    Planted(
        "T",
        "a task without date",
        TASKS,
        "          responsible: [区住建局]\n        due: 2015-12\n",
        "          responsible: [区住建局]\n",
        at=(TASKS, 'id: "6.2"'),
    ),
    Planted(
        "T",
        "a month without report",
        FORESTRY_REPORTS,
        '  - month: 2012-08\n    sent: 2012-09-05\n    tasks:\n      - task: "2.1"\n        percent: 35\n        did: 编制火险预警发布流程，明确红、橙、黄、蓝四色发布单位\n        next: 配套短信发送平台\n      - task: "7.2"\n        percent: 40\n        did: 向中小学发放森林防火宣传册3000份\n    example: true\n',
        "",
        at=(FORESTRY_REPORTS, "reports:"),
    ),
    Planted(
        "T",
        "a unit with a task outside the coordination group",
        "data/units.yaml",
        "区食药监局, 区法制办, 团区委",
        "区食药监局, 团区委",
        at=(TASKS, "responsible: [区应急办, 区法制办]"),
    ),
    Planted("T", "a monthly report sent late", FORESTRY_REPORTS, "    sent: 2012-11-02\n", "    ▶sent: 2012-11-22\n"),
    Planted("S", "a catalogue that nobody goes through", RELIEF_STORE, "reviewed: 2012-12-05", "▶reviewed: 2011-11-05"),
    Planted(
        "M", "a team member who is not of age", TEAMS, "    youngest-born: 1990-08-14", "    ▶youngest-born: 1998-08-14"
    ),
    Planted(
        "M",
        "a shelter without signs",
        SHELTERS,
        '    phone: "0812-0000407"\n    signs: true',
        '    phone: "0812-0000407"\n    ▶signs: false',
    ),
    Planted(
        "M",
        "an evaluation with a question left open",
        DRILLS,
        "      equipment: 一具泡沫枪接口漏水。\n",
        "",
        at=(DRILLS, "evaluation:\n      execution: 关阀 2 分钟"),
    ),
    Planted(
        "M",
        "a corrective action that nobody owns",
        DRILLS,
        "        owner: 区卫生局\n        due: 2013-02-28\n",
        "        due: 2013-02-28\n",
        at=(DRILLS, "- what: 采样箱加配温度记录仪"),
    ),
    Planted(
        "M",
        "a shift that names nobody",
        ROSTER,
        "  - {date: 2012-12-20, from: 08:00, to: 20:00, unit: 区应急办, leader: 区应急办主要负责人, staff: [区应急办值班员戊, 区应急办值班员己]",
        "  - {▶date: 2012-12-20, from: 08:00, to: 20:00, unit: 区应急办, leader: 区应急办主要负责人, staff: []",
    ),
    Planted(
        "H",
        "a hazard that nobody inspects",
        HAZARDS,
        "    inspected: [2012-06-30, 2012-07-29, 2012-08-30, 2012-09-24, 2012-12-18]",
        "    ▶inspected: [2012-06-30, 2012-07-29]",
    ),
    Planted(
        "H",
        "a score that means another level",
        HAZARDS,
        "    unit: 市第二小学\n    level: 3\n",
        "    unit: 市第二小学\n    level: 3\n    ▶score: 95\n",
    ),
    Planted(
        "H",
        "a major hazard that names no plan",
        HAZARDS,
        "    plan: geological-disaster\n    radius-m: 150\n",
        "    radius-m: 150\n",
        at=(HAZARDS, "id: YH-03"),
    ),
    Planted(
        "H",
        "a rectification without deadline",
        HAZARDS,
        "        owner: 弄弄坪街道\n        due: 2013-01-25\n",
        "        owner: 弄弄坪街道\n",
        at=(HAZARDS, "- found: 2012-10-15"),
    ),
    Planted(
        "E",
        "a step of the chain without time",
        CAMPUS,
        "    - {from: 区应急办, to: 区政府, within: 10min, by: phone}",
        "    - {▶from: 区应急办, to: 区政府, by: phone}",
    ),
    Planted(
        "E",
        "an accident without continued report",
        EVENTS,
        "      - to: 市应急办\n        at: 2012-11-25 12:10\n        by: 区应急办\n        follow-up: true\n",
        "",
        at=(EVENTS, "reports:\n      - to: 市公安局"),
    ),
    Planted(
        "E", "lessons that became no task", EVENTS, '      actions: ["3.1"]\n', "", at=(EVENTS, "lessons: 村组电台")
    ),
    Planted(
        "A",
        "an acceptance without reason",
        TEAMS,
        "    note: 2012年度人身意外伤害保险到期后尚未续保。\n",
        "    note: 2012年度人身意外伤害保险到期后尚未续保。\n    accept:\n      - rule: M102\n        reason: ''\n        until: 2013-03-31\n",
        at=(TEAMS, "- rule: M102"),
        gone=("M102",),
        why="it is accepted",
    ),
)

PLANTED = (
    *READING,
    *REFERENCES,
    *PLANS,
    *LIFE,
    *COVERAGE,
    *TASK_DEFECTS,
    *STOCK,
    *MEANS,
    *REGISTER,
    *LOG,
    *ACCEPTED,
    *FURTHER,
)

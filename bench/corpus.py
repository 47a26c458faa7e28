"""Write a folder of many valid documents: plans, task areas and supply catalogues, 80 to 130 lines each, in Chinese.

python bench/corpus.py 1000 bench/corpus/1k
"""

import random
import sys
from pathlib import Path

ACTION = """\
  - id: a{n}
    phase: {phase}
{graded}    who: [单位{unit:03}]
    what: {what}{number}
    how: 按预案分工逐项落实，完成后向指挥部报告
    when: {{within: {minutes}min, of: report}}
    with:
      teams: [队伍{team:02}]
      supplies: {{对讲机: 2部}}
    takes: 30min
"""
WHAT = (
    "核实现场情况并报告",
    "组织先期处置",
    "转运受伤人员",
    "设置警戒区域",
    "调集抢险物资",
    "发布提示信息",
    "清理现场恢复秩序",
)
PHASES = ("before", "onset", "during", "during", "after")
PLAN = """\
title: 第{number}号突发事件应急预案
kind: department
category: accident
hazards: [workplace-accident]
owner: 单位{unit:03}
edition:
  number: 示例〔2012〕{number}号
  version: "1"
  drafted: 2012-03-01
  risk-assessed: {{date: 2012-02-01}}
  surveyed: {{date: 2012-02-10}}
  reviewed: {{date: 2012-04-01, by: [专家组]}}
  approved: {{date: 2012-05-01, by: 单位{unit:03}, signed-by: 主要负责人{unit:03}}}
  issued: 2012-05-10
purpose: |
  规范第{number}号突发事件的应急处置工作，减少人员伤亡和财产损失。
basis:
  - {{title: 安全生产法, issued: 2002-06-29}}
scope: 本单位管理范围内的突发事件。
principles: [以人为本，安全第一, 统一领导，分级负责]
risks: 设备老化、人员密集、道路狭窄。
grades:
  - {{level: 1, name: 特别重大, thresholds: {{deaths: ">=30"}}}}
  - {{level: 2, name: 重大, thresholds: {{deaths: ">=10 <30"}}}}
  - {{level: 3, name: 较大, thresholds: {{deaths: ">=3 <10"}}}}
  - {{level: 4, name: 一般, thresholds: {{deaths: "<3"}}}}
command:
  commander: 主要负责人{unit:03}
  duties:
    单位{unit:03}: 统一指挥
  groups:
    - name: 现场处置组
      lead: 单位{unit:03}
      duties: 现场处置
warning:
  monitoring: [{{what: 日常巡查, by: 单位{unit:03}, threshold: 发现异常}}]
  channels: [sms, loudspeaker]
reporting:
  chain:
    - {{from: 首报人, to: 单位{unit:03}, within: 10min, by: phone}}
  content: [时间, 地点, 伤亡]
response:
  levels:
    - level: 1
      trigger: 出现特别重大事件
      decided-by: 单位{unit:03}
      commander: 主要负责人{unit:03}
      ends-when: 现场得到控制
      ended-by: 单位{unit:03}
actions:
{actions}information: {{released-by: 单位{unit:03}, within: 2h, channels: [website]}}
recovery: [核定损失, 恢复秩序]
support: {{communication: 手机和对讲机, teams: [队伍{team:02}], transport: 应急车辆待命, medical: 医疗点, funds: 列入预算}}
management: {{drill-every: 1y, evaluate-every: 3y, training: 每年一次, explained-by: 单位{unit:03}}}
annexes: [{{title: 联系方式, table: contacts}}]
"""
TASK = """\
      - id: "{number}.{n}"
        title: {what}并建立台账（第{number}组第{n}项）
        units:
          responsible: [单位{unit:03}]
        due: 2013-{month:02}
        budget: {{planned: {money}, spent: 0, source: 区财政}}
        deliverables:
          - title: 工作台账
"""
ITEM = """\
  - id: 物资{number}-{n}
    name: 物资{n}号
    spec: 标准型
    quantity: {amount}台
    minimum: 2台
    reserve: stock
    store: 单位{unit:03}仓库
    keeper: 保管员{unit:03}
    counted: 2012-12-{day:02}
"""


def plan(number: int, dice: random.Random) -> str:
    unit, team = dice.randrange(100), dice.randrange(20)
    actions = "".join(
        ACTION.format(
            n=n, phase=phase, unit=unit, team=team, what=dice.choice(WHAT), number=number, minutes=10 * n,
            graded="    response: [1]\n" if phase == "during" else "",
        )
        for n, phase in enumerate(PHASES, start=1)
    )  # fmt: skip
    return PLAN.format(number=number, unit=unit, team=team, actions=actions)


def tasks(number: int, dice: random.Random) -> str:
    lines = "".join(
        TASK.format(number=number, n=n, what=dice.choice(WHAT), unit=dice.randrange(100), month=dice.randint(2, 12),
                    money=dice.randrange(1000, 90000))
        for n in range(1, dice.randint(11, 14))
    )  # fmt: skip
    return f'areas:\n  - id: "{number}"\n    title: 第{number}项工作\n    tasks:\n{lines}'


def supplies(number: int, dice: random.Random) -> str:
    unit = dice.randrange(100)
    items = "".join(
        ITEM.format(number=number, n=n, amount=dice.randint(5, 90), unit=unit, day=dice.randint(1, 28))
        for n in range(1, dice.randint(10, 14))
    )
    return f"unit: 单位{unit:03}\nsupplies:\n{items}"


def write(count: int, root: Path) -> None:
    """`count` documents: 40 % plans, 35 % task areas, 25 % catalogues, and the few files that they refer to."""
    dice = random.Random(2012)
    units = "".join(
        f'  - {{name: 单位{n:03}, kind: department, duty-phone: "0812-0000{n:03}", contacts: [{{post: 主要负责人{n:03}}}]}}\n'
        for n in range(100)
    )
    teams = "".join(
        f"  - {{id: 队伍{n:02}, name: 队伍{n:02}, unit: 单位{n:03}, members: 30, trained: [2012-06-01], "
        f"insured-until: 2013-12-31, ready-in: 10min}}\n"
        for n in range(20)
    )
    radios = "unit: 单位000\nsupplies:\n  - {id: 对讲机, name: 对讲机, quantity: 9000部, counted: 2012-12-10, store: 库, keeper: 员}\n"
    files = {
        "eplan.yaml": "district: {name: 示例区}\n",
        "data/units.yaml": f"units:\n{units}",
        "data/teams.yaml": f"teams:\n{teams}",
        "data/supplies/radios.yaml": radios,
    }
    makers = [("plans/department", plan)] * 8 + [("tasks", tasks)] * 7 + [("supplies", supplies)] * 5
    for number in range(1, count + 1):
        folder, make = makers[number % len(makers)]
        files[f"data/{folder}/{number:05}.yaml"] = make(number, dice)
    for name, text in files.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))

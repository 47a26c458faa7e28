"""Each way in which sound YAML does not fit its kind: what is said, and where."""

from pathlib import PurePosixPath

import pytest

from eplan.document import Document
from eplan.finding import Fault
from eplan.modelling import KINDS, build
from eplan.models.base import Part
from eplan.models.config import Config
from eplan.models.plan import Plan
from eplan.models.practice import DrillFile
from eplan.models.resources import SupplyFile
from eplan.models.tasks import TaskFile
from eplan.models.units import UnitFile
from eplan.parsing import parse

PLAN = "title: 预案\nkind: special\nowner: 区林业局\n"
TASK = 'areas:\n  - id: "1"\n    title: 预案\n    tasks:\n      - id: "1.1"\n        title: 修订预案\n'
UNIT = "units:\n  - name: 区林业局\n    kind: department\n"
SUPPLY = "unit: 区林业局\nsupplies:\n  - id: 油锯\n    name: 油锯\n    quantity: 20台\n"
DRILL = "drills:\n  - id: 演练\n    unit: 区林业局\n    form: full\n    actions:\n      - what: 修订\n"


def faults(model: type[Part], text: str) -> list[Fault]:
    document = parse(PurePosixPath("data/file.yaml"), text.encode())
    assert isinstance(document, Document)
    built = build(document, model)
    return list(built) if isinstance(built, tuple) else []


# fmt: off
CASES = (
    (Plan, PLAN + "ower: 区林业局\n", "4:1", "unknown-key", "unknown key 'ower': did you mean 'owner'?"),
    (Plan, PLAN.replace("owner", "ownr"), "3:1", "unknown-key", "unknown key 'ownr': did you mean 'owner'?"),
    (Plan, PLAN + "ower:\n", "4:1", "unknown-key", "unknown key 'ower': did you mean 'owner'?"),
    (Plan, PLAN + "headquarters: 指挥部\n", "4:1", "unknown-key",
     "'headquarters' belongs under 'command': move it there"),
    (TaskFile, TASK + "        units:\n          lead: [区林业局]\n          due: 2012-06\n", "9:11", "unknown-key",
     "'due' does not belong here: indent it less, to where its record begins"),
    (UnitFile, "groups:\n  各街道: {members: unknown, 成员: 3}\n", "2:27", "unknown-key",
     "unknown key '成员'; allowed here: example, note, accept, members"),
    (TaskFile, TASK.replace("        title: 修订预案\n", ""), "5:9", "missing-field",
     "'title' is missing: What is to be done."),
    (Plan, "kind: special\nowner: 区林业局\n", "1:1", "missing-field", "'title' is missing: Official title."),
    (UnitFile, "groups:\n  各街道: {}\n", "2:3", "missing-field",
     "'members' is missing: The units, or `unknown` where the source does not list them."),
    (TaskFile, TASK.replace(" 修订预案", ""), "6:9", "missing-field", "'title' is empty: What is to be done."),
    (TaskFile, TASK + "        held:\n", "7:9", "wrong-type", "'held' is empty: write it or delete it"),
    (TaskFile, TASK + "        held: [2012-06, ]\n        after: ['']\n", "8:17", "malformed",
     "an item of 'after' is empty: write it or delete it"),
    (UnitFile, "units: [区林业局]\n", "1:9", "wrong-type",
     "an item of 'units' should be a mapping, not the text '区林业局'"),
    (UnitFile, "- name: 区林业局\n", "1:1", "wrong-type", "the whole file should be a mapping, not a list"),
    (UnitFile, UNIT + "    population: 500人\n", "4:5", "wrong-type",
     "'population' should be a whole number, not the text '500人'"),
    (UnitFile, UNIT + "    population: '500'\n", "4:5", "wrong-type",
     "'population' is a number: write 500 without quotes"),
    (UnitFile, UNIT + "    population: true\n", "4:5", "wrong-type",
     "'population' should be a whole number, not true"),
    (UnitFile, UNIT + "    aliases: 林业局\n", "4:5", "wrong-type", "'aliases' should be a list: write [林业局]"),
    (UnitFile, UNIT + "    aliases: {a: b}\n", "4:5", "wrong-type", "'aliases' should be a list, not a mapping"),
    (UnitFile, UNIT + "    parent: [区政府]\n", "4:5", "wrong-type", "'parent' should be text, not a list"),
    (UnitFile, UNIT + "    example: 是\n", "4:5", "wrong-type", "'example' should be true or false, not the text '是'"),
    (Plan, PLAN + "parent: [overall]\n", "4:1", "wrong-type", "'parent' should be text or a mapping, not a list"),
    (Plan, PLAN + "recovery: {a: b}\n", "4:1", "wrong-type", "'recovery' should be text or a list, not a mapping"),
    (Plan, PLAN + "recovery: [1.10]\n", "4:12", "unquoted-text",
     "an item of 'recovery' is text: put it in quotes, \"1.10\""),
    (Plan, PLAN + "recovery: true\n", "4:1", "unquoted-text", "'recovery' is text: put it in quotes, \"true\""),
    (UnitFile, UNIT + "    duty-phone: 08120000001\n", "4:5", "unquoted-text",
     "'duty-phone' is text: put it in quotes, \"08120000001\""),
    (UnitFile, UNIT.replace("department", "departmant"), "3:5", "not-allowed",
     "'kind' cannot be the text 'departmant': did you mean 'department'? Allowed: government, office, department, "
     "party, mass-organisation, military, fire, public-institution, development-zone, street, township, community, "
     "village, school, kindergarten, hospital, care-home, hazardous-chemicals, mine, smelter, construction, rail, "
     "hotel, mall, entertainment, scenic-area, high-rise, lifeline, enterprise, team, external"),
    (Plan, PLAN + "grades: [{level: 5}]\n", "4:11", "not-allowed",
     "'level' cannot be the number 5; allowed: 1, 2, 3, 4"),
    (Plan, PLAN + "grades: [{level: '1'}]\n", "4:11", "wrong-type", "'level' is a number: write 1 without quotes"),
    (Plan, PLAN + "warning: {channels: [tv, 微信]}\n", "4:26", "not-allowed",
     "an item of 'channels' cannot be the text '微信'; allowed: tv, radio, sms, loudspeaker, visit, website, "
     "social-media, phone, display"),
    (UnitFile, "groups: {各街道: {members: 不详}}\n", "1:16", "not-allowed",
     "'members' cannot be the text '不详'; allowed: unknown"),
    (TaskFile, TASK + "        due: 2012年6月\n", "7:9", "malformed",
     "'due' should be a date such as 2012-06-30 or 2012-06, not the text '2012年6月'"),
    (TaskFile, TASK + "        due: 20120630\n", "7:9", "malformed",
     "'due' should be a date such as 2012-06-30 or 2012-06, not the number 20120630"),
    (TaskFile, TASK + "        held: [2012-06, 2012-06-31]\n", "7:25", "malformed",
     "an item of 'held': there is no such day or time as 2012-06-31"),
    (Plan, PLAN + "reporting: {follow-up: 2小时}\n", "4:13", "malformed",
     "'follow-up' should be a span of time such as 30min, 1h, 20工作日, 3y, not the text '2小时'"),
    (Plan, PLAN + "support: {supplies: {油锯: 20}}\n", "4:22", "malformed",
     "'油锯' should be a number with its unit such as 20台, not the number 20"),
    (Plan, PLAN + "grades: [{level: 1, thresholds: {deaths: 30人}}]\n", "4:34", "malformed",
     "'deaths' should be a range such as '>=10 <30', not the text '30人'"),
    (Plan, PLAN + "command: {duties: {' 区林业局': 扑救}}\n", "4:20", "malformed",
     "the key ' 区林业局' should be one line without blanks around it, not the text ' 区林业局'"),
    (UnitFile, UNIT + "    duty-phone: 内线119\n", "4:5", "malformed",
     "'duty-phone' should be a telephone number such as \"0812-0000000\", not the text '内线119'"),
    (UnitFile, UNIT + "    lat: 126.5\n", "4:5", "out-of-range", "'lat' should be at most 90, not the number 126.5"),
    (SupplyFile, SUPPLY + "    lon: -181\n", "6:5", "out-of-range",
     "'lon' should be at least -180, not the number -181"),
    (Config, "district: {name: 东区}\nrules: {severity: {T101: warn}}\n", "2:20", "not-allowed",
     "'T101' cannot be the text 'warn': did you mean 'warning'? Allowed: error, warning, info"),
    (DrillFile, DRILL + "        revise-plan: 2\n", "7:9", "unquoted-text",
     "'revise-plan' is text: put it in quotes, \"2\""),
)
# fmt: on


@pytest.mark.parametrize(("model", "text", "place", "kind", "message"), CASES)
def test_fault(model: type[Part], text: str, place: str, kind: str, message: str) -> None:
    told = [(str(fault.position), fault.kind, str(fault.message)) for fault in faults(model, text)]
    assert told == [(f"data/file.yaml:{place}", kind, message)]


@pytest.mark.parametrize(("model", "text"), [
    (Plan, PLAN + "recovery: 重建\n"),
    (Plan, PLAN + "recovery: [重建]\nparent: {external: 市预案}\n"),
    (DrillFile, DRILL + "        revise-plan: true\n"),
    (DrillFile, DRILL + "        revise-plan: forest-fire\n"),
    (UnitFile, "units:\n  - {name: 区林业局, kind: department, parent: }\n"),
])  # fmt: skip
def test_sound(model: type[Part], text: str) -> None:
    assert faults(model, text) == []


def test_every_kind_of_fault_is_known() -> None:
    broken = TASK + "        due: 2012年\n        titel: 预案\n        held: 2012-06\n        leader: 5\n"
    assert {fault.kind for fault in faults(TaskFile, broken)} == {
        "malformed", "unknown-key", "wrong-type", "unquoted-text"
    } < set(KINDS)  # fmt: skip


def test_one_cause_down_a_table() -> None:
    text = UNIT + "    phnoe: 1\n" + UNIT.removeprefix("units:\n").replace("区林业局", "区农水局") + "    phnoe: 2\n"
    first, second = faults(UnitFile, text)
    assert first.cause == second.cause == "UnitFile/units/phnoe"


def test_many_faults_in_one_file_are_all_told() -> None:
    text = TASK + "        due: 六月\n        every: 每年\n        budget: {planned: -5}\n"
    assert [(fault.position.line, fault.kind) for fault in faults(TaskFile, text)] == [
        (7, "malformed"),
        (8, "not-allowed"),
        (9, "out-of-range"),
    ]

"""The report's figures, counted a second time: straight from the YAML files, with arithmetic of its own.

Nothing of eplan is used to count but the report that is checked. Three units are gone through by hand, and the whole.
"""

import json
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from eplan.cli.app import run
from tests.conftest import ROOT

DAY, FIRST, LAST = date(2012, 12, 31), date(2012, 10, 1), date(2012, 12, 31)
ISSUED = date(2012, 4, 28)
UNITS = ("区林业局", "炳草岗街道", "银江镇", "区应急办")
DATA = ROOT / "data"


@cache
def load(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8")) or {}


def files(kind: str) -> list[Path]:
    """A kind is one file or a folder of files."""
    return sorted([*DATA.glob(f"{kind}.yaml"), *DATA.glob(f"{kind}/**/*.yaml")])


def records(kind: str, key: str) -> Iterator[Any]:
    for path in files(kind):
        yield from load(path).get(key) or ()


def last_day(value: Any) -> date:
    """A month means its last day."""
    if isinstance(value, date):
        return value
    year, month, *rest = map(int, str(value).split("-"))
    return date(year, month, rest[0] if rest else monthrange(year, month)[1])


@cache
def other_names() -> dict[str, str]:
    units = list(records("units", "units"))
    return {name: unit["name"] for unit in units for name in (*unit.get("aliases", ()), unit.get("full-name")) if name}


def own_name(name: str) -> str:
    return other_names().get(name, name)


@cache
def groups() -> dict[str, Any]:
    return {name: group["members"] for path in files("units") for name, group in load(path).get("groups", {}).items()}


def accountable(task: Any) -> set[str]:
    """Lead and responsible units; a listed group stands for its members, an unlisted one for itself."""
    found: set[str] = set()
    for name in (*task["units"].get("lead", ()), *task["units"].get("responsible", ())):
        members = groups().get(name)
        found |= {own_name(member) for member in members} if isinstance(members, list) else {own_name(name)}
    return found


@cache
def tasks() -> tuple[Any, ...]:
    return tuple(task for area in records("tasks", "areas") for task in area["tasks"])


def state(task: Any) -> str:
    deadline = last_day(task["due"]) if "due" in task else None
    for extension in task.get("extended", ()):
        if "date" not in extension or last_day(extension["date"]) <= DAY:
            deadline = last_day(extension["to"])
    done = last_day(task["done"]["date"]) if "done" in task else None
    if done is not None and done <= DAY:
        return "late" if deadline is not None and done > deadline else "in-time"
    return "overdue" if deadline is not None and deadline < DAY else "open"


def recounted(unit: str) -> dict[str, list[str]]:
    own = [task for task in tasks() if unit in accountable(task)]
    by_state = {
        word: [task["id"] for task in own if state(task) == word] for word in ("in-time", "late", "open", "overdue")
    }
    return {"total": [task["id"] for task in own], **by_state}


def sent_days(unit: str) -> dict[str, date]:
    found = {}
    for path in files("progress"):
        if own_name(load(path)["unit"]) == unit:
            found.update({str(item["month"])[:7]: item["sent"] for item in load(path)["reports"] if "sent" in item})
    return found


def months_due() -> dict[str, date]:
    """The reports that fell due in the quarter: on the fifth of the next month, from the month after the issue on."""
    by_day = load(ROOT / "eplan.yaml")["monthly-report-by"]
    found = {}
    for year, month in ((2012, number) for number in range(1, 13)):
        due = date(year + month // 12, month % 12 + 1, by_day)
        if FIRST <= due <= LAST and date(year, month, 1) > ISSUED:
            found[f"{year}-{month:02}"] = due
    return found


def punctual(unit: str) -> dict[str, list[str]]:
    sent = {month: day for month, day in sent_days(unit).items() if day <= DAY}
    due = months_due()
    return {
        "expected": list(due),
        "in-time": [month for month, day in due.items() if month in sent and sent[month] <= day],
        "late": [month for month, day in due.items() if month in sent and sent[month] > day],
        "missing": [month for month in due if month not in sent],
    }


def drills(unit: str) -> list[str]:
    held = (drill for drill in records("drills", "drills") if "held" in drill and own_name(drill["unit"]) == unit)
    return [drill["id"] for drill in held if FIRST <= last_day(drill["held"]) <= min(LAST, DAY)]


def closed(unit: str) -> list[str]:
    return [
        f"{hazard['id']}#{number}"
        for hazard in records("hazards", "hazards")
        if own_name(hazard["unit"]) == unit
        for number, item in enumerate(hazard.get("rectifications", ()), start=1)
        if "closed" in item and FIRST <= last_day(item["closed"]) <= min(LAST, DAY)
    ]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("report") / "report.json"
    options = ("--quarter", "2012Q4", "--as-of", str(DAY), "--format", "json", "-o", str(target))
    assert run(["report", "-C", str(ROOT), *options], {}) == 0
    return json.loads(target.read_text("utf-8"))


@pytest.mark.parametrize("unit", UNITS)
def test_tasks_of_a_unit(report: Any, unit: str) -> None:
    (row,) = [row for row in report["units"] if row["unit"] == unit]
    counted = recounted(unit)
    assert counted["total"]
    assert {word: row["tasks"][word]["records"] for word in counted} == counted
    assert {word: row["tasks"][word]["value"] for word in counted} == {word: len(ids) for word, ids in counted.items()}


@pytest.mark.parametrize("unit", UNITS)
def test_monthly_reports_of_a_unit(report: Any, unit: str) -> None:
    (row,) = [row for row in report["units"] if row["unit"] == unit]
    counted = punctual(unit)
    assert counted["expected"] == ["2012-09", "2012-10", "2012-11"]
    assert {word: row["reports"][word] for word in counted} == counted


@pytest.mark.parametrize("unit", UNITS)
def test_drills_and_hazards_of_a_unit(report: Any, unit: str) -> None:
    (row,) = [row for row in report["units"] if row["unit"] == unit]
    assert sorted(row["drills"]["records"]) == sorted(drills(unit))
    assert sorted(row["hazards-closed"]["records"]) == sorted(closed(unit))
    assert (row["drills"]["value"], row["hazards-closed"]["value"]) == (len(drills(unit)), len(closed(unit)))


def test_all_tasks_and_their_areas(report: Any) -> None:
    by_state = {
        word: [task["id"] for task in tasks() if state(task) == word] for word in ("in-time", "late", "open", "overdue")
    }
    assert {word: report["tasks"][word]["records"] for word in by_state} == by_state
    assert report["tasks"]["total"]["value"] == len(tasks()) == 25
    areas = {area["id"]: [task["id"] for task in area["tasks"]] for area in records("tasks", "areas")}
    assert {area["id"]: tally["total"]["records"] for area, tally in report["areas"]} == areas


def test_indicators_on_tasks_and_reports(report: Any) -> None:
    found = {item["id"]: item for item in report["indicators"]}
    dated = [task["id"] for task in tasks() if "due" in task]
    kept = [task["id"] for task in tasks() if "due" in task and state(task) in ("in-time", "open")]
    schedule = found["tasks-on-schedule"]
    assert (schedule["part"]["records"], schedule["whole"]["records"]) == (kept, dated)
    assert schedule["value"] == round(100 * len(kept) / len(dated), 1)
    reporting = {unit for task in tasks() for unit in accountable(task)} - groups().keys()
    in_time = sum(len(punctual(unit)["in-time"]) for unit in reporting)
    punctuality = found["reports-in-time"]
    assert (punctuality["part"]["value"], punctuality["whole"]["value"]) == (in_time, 3 * len(reporting))


def test_indicators_on_promises_kept(report: Any) -> None:
    found = {item["id"]: item for item in report["indicators"]}
    hazards = [
        (f"{hazard['id']}#{number}", last_day(item.get("extended") or item["due"]), item.get("closed"))
        for hazard in records("hazards", "hazards")
        for number, item in enumerate(hazard.get("rectifications", ()), start=1)
        if ("due" in item or "extended" in item) and last_day(item["found"]) <= DAY
    ]
    corrections = [
        (f"{drill['id']}#{number}", last_day(item["due"]), item.get("closed"))
        for drill in records("drills", "drills")
        if "held" in drill and last_day(drill["held"]) <= DAY
        for number, item in enumerate(drill.get("actions", ()), start=1)
        if "due" in item
    ]
    for name, promises in (("rectifications-in-time", hazards), ("corrections-in-time", corrections)):
        over = [(key, due, done) for key, due, done in promises if due < DAY or (done and last_day(done) <= DAY)]
        kept = [key for key, due, done in over if done and last_day(done) <= min(due, DAY)]
        assert sorted(found[name]["part"]["records"]) == sorted(kept)
        assert sorted(found[name]["whole"]["records"]) == sorted(key for key, _, _ in over)


def test_funds(report: Any) -> None:
    budgets = [task["budget"] for task in tasks() if task.get("budget", {}).get("planned")]
    assert report["funds"]["planned"]["value"] == sum(budget["planned"] for budget in budgets)
    assert report["funds"]["spent"]["value"] == sum(budget.get("spent", 0) for budget in budgets)
    assert report["funds"]["unfunded"]["value"] == len(tasks()) - len(budgets)
    assert {report["funds"][word]["example"] for word in ("planned", "spent")} == {True}
    assert [
        (line["task"]["id"], line["planned"]["value"], line["spent"]["value"]) for line in report["funds"]["lines"]
    ] == [
        (task["id"], task["budget"]["planned"], task["budget"].get("spent", 0))
        for task in tasks()
        if task.get("budget")
    ]


def plans() -> dict[str, Any]:
    return {path.stem: load(path) for path in files("plans")}


def last_drill(plan: str) -> str | None:
    days = [
        last_day(drill["held"]) for drill in records("drills", "drills") if plan in drill["plans"] and "held" in drill
    ]
    return str(max(days)) if days else None


def test_every_plan(report: Any) -> None:
    found = {
        line["id"]: [line["owner"], line["actions"], line["issued"], line["last-drill"]]
        for line in report["plan-lines"]
    }
    assert found == {
        name: [own_name(plan["owner"]), len(plan["actions"]), str(plan["edition"]["issued"]), last_drill(name)]
        for name, plan in plans().items()
    }
    assert report["plans"]["in-force"]["value"] == sum(plan["edition"]["issued"] <= DAY for plan in plans().values())


def test_matrix_of_every_plan(report: Any) -> None:
    questions = ("who", "what", "how", "when", "with")
    assert {line["plan"]: line["answers"] for line in report["matrix"]} == {
        name: {
            phase: {
                question: sum(bool(action.get(question)) for action in plan["actions"] if action["phase"] == phase)
                for question in questions
            }
            for phase in ("before", "onset", "during", "after")
        }
        for name, plan in plans().items()
    }


@pytest.mark.parametrize("unit", ["区林业局", "炳草岗街道", "市第二小学"])
def test_catalogue_of_a_unit(report: Any, unit: str) -> None:
    (path,) = [path for path in files("supplies") if load(path)["unit"] == unit]
    counted = {
        item["id"]: [item["quantity"], fit(item), item.get("minimum"), str(item["counted"])]
        for item in load(path)["supplies"]
    }
    rows = [line for line in report["catalogue"] if line["unit"] == unit]
    assert {row["id"]: [row["quantity"], row["fit"], row["minimum"], row["counted"]] for row in rows} == counted


def fit(item: Any) -> float:
    """What can still be used: all but the lots that have expired; nothing of a lapsed agreement."""
    if "agreement-until" in item and item["agreement-until"] < DAY:
        return 0
    expired = [lot for lot in item.get("lots", ()) if lot.get("expires", DAY) < DAY]
    return number(item["quantity"]) - sum(number(lot["quantity"]) for lot in expired)


def number(quantity: str) -> float:
    return float("".join(character for character in quantity if character.isdigit() or character == "."))


def test_practice_means_and_hazards(report: Any) -> None:
    held = [item for item in records("drills", "drills") if "held" in item and FIRST <= last_day(item["held"]) <= DAY]
    activities = [item for item in records("activities", "activities") if FIRST <= last_day(item["date"]) <= DAY]
    practice = report["practice"]
    assert practice["drills"]["records"] == [drill["id"] for drill in held]
    assert practice["participants"]["value"] == sum(drill["participants"] for drill in held)
    assert practice["audience"]["value"] == sum(item["count"] for item in activities)
    assert practice["training"]["value"] == sum(item["kind"] == "training" for item in activities)
    teams, shelters = list(records("teams", "teams")), list(records("shelters", "shelters"))
    means = {word: report["means"][word]["value"] for word in ("teams", "members", "shelters", "capacity")}
    assert means == {
        "teams": len(teams), "members": sum(team["members"] for team in teams),
        "shelters": len(shelters), "capacity": sum(shelter["capacity"] for shelter in shelters),
    }  # fmt: skip
    still = [
        f"{hazard['id']}#{number_}"
        for hazard in records("hazards", "hazards")
        for number_, item in enumerate(hazard.get("rectifications", ()), start=1)
        if item["found"] <= DAY and not ("closed" in item and item["closed"] <= DAY)
    ]
    assert report["hazards"]["open"]["records"] == still


def test_made_up_deadlines_are_marked(report: Any) -> None:
    postponed = [task["id"] for task in tasks() if any(item.get("example") for item in task.get("extended", ()))]
    assert postponed == ["7.1"]
    assert [line["id"] for line in report["lines"] if line["due-example"]] == postponed
    assert {line["id"]: line["due"] for line in report["due-next"]}["7.1"] == "2013-03"


def test_supplies_in_figures(report: Any) -> None:
    stores = list(records("supplies", "supplies"))
    expired = [item["id"] for item in stores if any(lot.get("expires", DAY) < DAY for lot in item.get("lots", ()))]
    lapsed = [item["id"] for item in stores if item.get("agreement-until", DAY) < DAY]
    low = [item["id"] for item in stores if "minimum" in item and fit(item) < number(item["minimum"])]
    assert (len(stores), len(expired), lapsed) == (report["supplies"]["items"]["value"], 1, ["吊车-住建"])
    assert report["supplies"]["expired"]["records"] == expired
    assert report["supplies"]["below-minimum"]["records"] == [name for name in low if name not in lapsed]

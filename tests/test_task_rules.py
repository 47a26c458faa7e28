"""What has not happened yet on the day of the check is not judged."""

from datetime import date

import pytest

from tests.conftest import check_files

TASKS = """\
programme: {title: 体系建设, issued: 2011-12-01}
areas:
  - id: "1"
    title: 预案
    tasks:
      - id: "1.1"
        title: 办法
        units: {responsible: [区应急办]}
"""
UNITS = "units: [{name: 区应急办, kind: office}]\n"


def rules(task: str, day: str, reports: str = "", **more: str) -> set[str]:
    lines = "".join(f"        {line}\n" for line in task.splitlines())
    files = {"data/tasks.yaml": TASKS + lines, "data/units.yaml": UNITS, **more}
    if reports:
        files["data/progress/区应急办.yaml"] = "unit: 区应急办\nreports:\n" + reports
    return {finding.rule for finding in check_files(files, date.fromisoformat(day)).findings}


@pytest.mark.parametrize(("task", "day", "found"), [
    ("due: 2012-06", "2012-05-30", set()),
    ("due: 2012-06", "2012-05-31", {"T102"}),
    ("due: 2012-06", "2012-06-30", {"T102"}),
    ("due: 2012-06", "2012-07-01", {"T101"}),
    ("due: 2012-06\ndone: {date: 2012-07-05, evidence: 通知}", "2012-07-01", {"T101"}),
    ("due: 2012-06\ndone: {date: 2012-07-05, evidence: 通知}", "2012-07-05", {"T103"}),
    ("due: 2012-06\nextended: [{to: 2012-09, date: 2012-06-20, reason: 等待}]", "2012-06-10", {"T102"}),
    ("due: 2012-06\nextended: [{to: 2012-09, date: 2012-06-20, reason: 等待}]", "2012-06-20", set()),
    ("due: 2012-06\nextended: [{to: 2012-09, date: 2012-06-20, reason: 等待}]", "2012-10-01", {"T101"}),
    ("every: quarter", "2012-03-31", set()),
    ("every: quarter", "2012-04-01", {"T111"}),
    ("every: quarter\nheld: [2012-02-10]", "2012-06-30", set()),
    ("every: month\nheld: [2011-12-20, 2012-01-31]", "2012-02-29", set()),
    ("every: month\nheld: [2011-12-20, 2012-01-31]", "2012-03-01", {"T111"}),
    ("every: term", "2012-07-11", {"T111"}),
    ("as-needed: true", "2015-01-01", set()),
])  # fmt: skip
def test_task_on_a_day(task: str, day: str, found: set[str]) -> None:
    assert rules(task, day) == found


def report(month: str, sent: str, *lines: str) -> str:
    entry = "".join(f"        {line}\n" for line in lines)
    return f'  - month: {month}\n    sent: {sent}\n    tasks:\n      - task: "1.1"\n{entry}'


NOVEMBER = report("2012-11", "2012-12-05", "percent: 50")


@pytest.mark.parametrize(("reports", "day", "found"), [
    (NOVEMBER, "2013-01-05", set()),
    (NOVEMBER, "2013-01-06", {"T203"}),
    (NOVEMBER + report("2012-12", "2013-01-10", "percent: 60"), "2013-01-09", {"T203"}),
    (NOVEMBER + report("2012-12", "2013-01-10", "percent: 60"), "2013-01-10", {"T205"}),
    (NOVEMBER + report("2012-12", "2013-01-04", "percent: 40"), "2013-01-03", set()),
    (NOVEMBER + report("2012-12", "2013-01-04", "percent: 40"), "2013-01-04", {"T201"}),
    (report("2012-12", "2013-01-04", "percent: 60") + NOVEMBER, "2013-01-05", set()),
    (NOVEMBER + NOVEMBER, "2012-12-31", {"R201"}),
    (report("2012-11", "2012-12-05", "difficulties: 缺人"), "2013-01-05", set()),
    (report("2012-09", "2012-10-05", "difficulties: 缺人") + report("2012-10", "2012-11-05") + NOVEMBER,
     "2012-12-06", {"T206"}),
    (report("2012-09", "2012-10-05", "difficulties: 缺人")
     + report("2012-10", "2012-11-05", "answer: {date: 2012-11-20, text: 已借调}") + NOVEMBER, "2012-12-06", set()),
    (report("2012-09", "2012-10-05", "difficulties: 缺人") + report("2012-10", "2012-11-05", "finished: true")
     + NOVEMBER, "2012-12-06", set()),
])  # fmt: skip
def test_report_on_a_day(reports: str, day: str, found: set[str]) -> None:
    assert rules("due: 2013-06", day, reports) == found


def test_a_unit_whose_tasks_are_done_is_not_asked() -> None:
    done = "due: 2013-06\ndone: {date: 2012-12-20, evidence: 通知}"
    assert rules(done, "2013-03-01", NOVEMBER) == {"T203"}
    assert rules(done.replace("12-20", "11-20"), "2013-03-01", NOVEMBER) == set()


def test_an_activity_for_the_task_counts() -> None:
    activity = 'activities: [{id: 培训, kind: training, unit: 区应急办, date: 2012-05-10, task: "1.1"}]\n'
    files = {"data/activities.yaml": activity}
    assert rules("every: year", "2013-01-01", **files) == set()
    assert rules("every: year", "2014-01-01", **files) == {"T111"}

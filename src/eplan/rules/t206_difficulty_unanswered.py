from collections.abc import Iterator
from datetime import date

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.progress import MonthReport, ProgressFile
from eplan.models.quantities import add_months
from eplan.repository import Placed
from eplan.rule import Found, rule

PATIENCE = 2
"""Months."""


@rule(
    "T206",
    severity=Severity.WARNING,
    bad={
        "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:
  - month: 2012-08
    sent: 2012-09-05
    tasks:
      - task: "1.1"
        percent: 20
        difficulties: 缺少编制人员  # <- T206
""",
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2013-06
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
    good={
        "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:
  - month: 2012-11
    sent: 2012-12-05
    tasks:
      - task: "1.1"
        percent: 20
        difficulties: 缺少编制人员
        answer: {date: 2012-12-10, by: 区应急办, text: 已借调一人}
""",
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2013-06
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def difficulty_unanswered(file: Placed[ProgressFile]) -> Iterator[Found]:
    """A reported difficulty is answered within two months.

    An answer to a later report on the same task counts, and so does a later report that says finished. The same
    difficulty month after month is one finding.

    ## Why

    A unit that reports a difficulty and hears nothing stops reporting difficulties.

    ## Source

    practice

    ## Not caught

    Whether an answer helps. Difficulties that are told in other fields of the report.
    """
    today = file.on.as_of
    settled = _settled(file.model.reports, today)
    for number, report in enumerate(file.model.reports):
        since = report.sent or report.month
        for index, entry in enumerate(report.tasks):
            is_open = bool(entry.difficulties) and report.month > settled.get(entry.task, date.min)
            if is_open and add_months(since, PATIENCE) < today:
                values = {
                    "unit": file.model.unit,
                    "task": entry.task,
                    "months": PATIENCE,
                    "month": f"{report.month:%Y-%m}",
                }
                message = say(
                    "{unit} reported a difficulty with task {task} in {month} and has had no answer for "
                    "{months} months: answer it (`answer`)",
                    **values,
                )
                yield Found(
                    file.at("reports", number, "tasks", index, "difficulties"),
                    message,
                    cause=f"{file.model.unit} {entry.task}",
                )


def _settled(reports: tuple[MonthReport, ...], today: date) -> dict[str, date]:
    """For each task the last month whose difficulties are answered, or in which the unit had finished."""
    months: dict[str, date] = {}
    for report in reports:
        for entry in report.tasks:
            is_answered = entry.answer is not None and entry.answer.date <= today
            if is_answered or (entry.finished and report.month <= today):
                months[entry.task] = max(report.month, months.get(entry.task, date.min))
    return months

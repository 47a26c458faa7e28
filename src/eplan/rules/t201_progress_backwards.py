from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.progress import MonthReport, ProgressFile
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T201",
    severity=Severity.WARNING,
    bad={
        "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:
  - month: 2012-10
    sent: 2012-11-05
    tasks:
      - task: "1.1"
        percent: 60
  - month: 2012-11
    sent: 2012-12-05
    tasks:
      - task: "1.1"
        percent: 40  # <- T201
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
  - month: 2012-10
    sent: 2012-11-05
    tasks:
      - task: "1.1"
        percent: 40
  - month: 2012-11
    sent: 2012-12-05
    tasks:
      - task: "1.1"
        percent: 60
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
def progress_backwards(file: Placed[ProgressFile]) -> Iterator[Found]:
    """Progress does not go backwards.

    Each report is compared with the one before it, task by task. Reports that have not been sent by the day of the
    check are left out.

    ## Why

    A lower figure is either a slip, or work that had to be undone; then the report says why and the figure of the
    earlier month was too good.

    ## Source

    practice
    """
    reached: dict[str, int] = {}
    reports = sorted(enumerate(file.model.reports), key=lambda pair: pair[1].month)
    for number, report in reports:
        if (report.sent or report.month.replace(day=1)) > file.on.as_of or _is_of_later_month(report):
            continue
        for index, entry in enumerate(report.tasks):
            if entry.percent is None:
                continue
            before = reached.get(entry.task, 0)
            reached[entry.task] = entry.percent
            if entry.percent < before:
                values = {"task": entry.task, "before": before, "now": entry.percent, "month": f"{report.month:%Y-%m}"}
                message = say(
                    "task {task} went back from {before}% to {now}% in {month}: correct it or explain it", **values
                )
                yield Found(file.at("reports", number, "tasks", index, "percent"), message)


def _is_of_later_month(report: MonthReport) -> bool:
    """Whether the report was sent before its month began: the month is mistyped, which T202 tells."""
    return report.sent is not None and report.sent < report.month.replace(day=1)

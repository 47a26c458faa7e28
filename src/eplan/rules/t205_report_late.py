from collections.abc import Iterator

from eplan.calendar import following, month_of
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.progress import ProgressFile
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T205",
    severity=Severity.INFO,
    bad={
        "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:
  - month: 2012-11
    sent: 2012-12-12  # <- T205
    tasks:
      - task: "1.1"
        percent: 40
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
        percent: 40
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
def report_late(file: Placed[ProgressFile]) -> Iterator[Found]:
    """A monthly report is sent by its day of the next month.

    The day is `monthly-report-by` in `eplan.yaml`, else the 5th.

    ## Why

    The office sums up on that day; what comes later is missing in the sum. Punctuality is one of the figures of the
    report.

    ## Source

    practice
    """
    by_day = file.on.config.monthly_report_by
    for index, report in enumerate(file.model.reports):
        due = following(month_of(report.month)).first.replace(day=by_day)
        if report.sent and due < report.sent <= file.on.as_of:
            values = {"unit": file.model.unit, "month": f"{report.month:%Y-%m}", "days": (report.sent - due).days}
            message = say(
                "{unit} sent its report of {month} {days} days late (due {due}): remind it of the day",
                due=due,
                **values,
            )
            yield Found(file.at("reports", index, "sent"), message)

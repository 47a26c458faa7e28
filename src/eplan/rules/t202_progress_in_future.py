from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.progress import ProgressFile
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "T202",
    severity=Severity.WARNING,
    bad={
        "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:
  - month: 2012-11
    sent: 2012-10-05  # <- T202
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
def progress_in_future(file: Placed[ProgressFile]) -> Iterator[Found]:
    """A monthly report is sent after its month has begun.

    ## Why

    A report on a month that has not begun reports wishes; usually the month or the year is mistyped.

    ## Source

    practice

    ## Not caught

    Reports sent after the day of the check: whoever asks about an earlier day is told what was known then.
    """
    for index, report in enumerate(file.model.reports):
        if report.sent and report.sent < report.month.replace(day=1):
            month = f"{report.month:%Y-%m}"
            message = say(
                "the report of {month} was sent on {sent}, before the month began: correct the month or the day",
                month=month,
                sent=report.sent,
            )
            yield Found(file.at("reports", index, "sent"), message)

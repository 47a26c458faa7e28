from collections.abc import Iterator
from datetime import date

from eplan.calendar import Period, following, month_of, periods, previous
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.progress import MonthReport, ProgressFile
from eplan.repository import Placed, Repository
from eplan.rhythm import summed_up
from eplan.rule import Found, rule


@rule(
    "T203",
    severity=Severity.WARNING,
    bad={
        "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:  # <- T203
  - month: 2012-09
    sent: 2012-10-05
    tasks:
      - task: "1.1"
        percent: 20
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
    good={
        "data/progress/区应急办.yaml": """\
unit: 区应急办
reports:
  - month: 2012-10
    sent: 2012-11-05
    tasks:
      - task: "1.1"
        percent: 20
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
def report_missing(repository: Repository) -> Iterator[Found]:
    """A unit with open tasks sends its report every month.

    A unit is asked from its first report on, for every month whose report fell due before the day of the check
    (`monthly-report-by` in `eplan.yaml`, else the 5th of the next month), as long as one of its tasks is not done.
    All missing months of a unit are one finding.

    ## Why

    Without the monthly report the office cannot sum up, and difficulties come to light when the deadline has
    passed.

    ## Source

    practice

    ## Not caught

    Tasks that a report leaves out. Units that have never reported, which is T204.
    """
    files: dict[str, list[Placed[ProgressFile]]] = {}
    for file in repository.of(ProgressFile):
        files.setdefault(repository.canonical(file.model.unit), []).append(file)
    until = _asked_until(repository) if files else {}
    for unit, own in files.items():
        months = _missing(repository, own, until.get(unit, date.min))
        if months and not repository.may_hide("progress", *repository.known_as(unit)):
            message = say(
                "{unit} has not sent its monthly reports of {months}: ask for them", unit=unit, months=summed_up(months)
            )
            yield Found(own[-1].at("reports"), message)


def _asked_until(repository: Repository) -> dict[str, date]:
    """For each unit the day on which the last of its tasks was done; the end of time while one is open."""
    until: dict[str, date] = {}
    for task in repository.tasks:
        done = task.model.done.date if task.model.done and task.model.is_done_on(repository.as_of) else date.max
        for unit in repository.expand(task.model.units.accountable):
            until[unit] = max(until.get(unit, date.min), done)
    return until


def _missing(repository: Repository, files: list[Placed[ProgressFile]], until: date) -> list[Period]:
    """The months without a report that was sent, from the first that has one."""
    reports = (report for file in files for report in file.model.reports)
    months = {_month(report, report.sent) for report in reports if report.sent and report.sent <= repository.as_of}
    first = min(months, default=date.max)
    by_day = repository.on.config.monthly_report_by
    return [
        month
        for month in periods("month", first, repository.as_of)
        if month.first <= until
        and following(month).first.replace(day=by_day) < repository.as_of
        and month.first not in months
    ]


def _month(report: MonthReport, sent: date) -> date:
    """The first day of the month of a report; of one with a later month than it can have (T202) the month before."""
    month = report.month.replace(day=1)
    return month if month <= sent else previous(month_of(sent)).first

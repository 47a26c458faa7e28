from collections.abc import Iterator

from eplan.calendar import following, month_of
from eplan.document import Place
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.progress import ProgressFile
from eplan.models.tasks import Programme
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "T204",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": """\
district: {name: 某区}
monthly-report-by: 5  # <- T204
""",
        "data/tasks.yaml": """\
programme:
  title: 公共安全应急体系建设
  issued: 2012-04-28
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
def unit_never_reported(repository: Repository) -> Iterator[Found]:
    """Every unit that answers for a task sends monthly reports.

    Asked where `eplan.yaml` sets a day (`monthly-report-by`), once the first report after the issue of the
    programme has fallen due. Groups are expanded; all units that have sent none are named in one finding.

    ## Why

    The quarterly report counts these units as silent; whoever was never asked cannot be pressed.

    ## Source

    practice
    """
    if repository.config_place is None or not _is_asked(repository):
        return
    reporting = frozenset(_reporting(repository))
    asked = repository.expand(name for task in repository.tasks for name in task.model.units.accountable)
    silent = [unit for unit in asked if unit not in reporting and unit in repository.unit_by_name]
    silent = [unit for unit in silent if not repository.may_hide("progress", *repository.known_as(unit))]
    if silent:
        place = Place(repository.config_place.document, ("monthly-report-by",))
        yield Found(
            place, say("these units have tasks and have never sent a monthly report, ask them: {units}", units=silent)
        )


def _reporting(repository: Repository) -> Iterator[str]:
    """The units that have sent a report."""
    for file in repository.of(ProgressFile):
        if any(report.sent and report.sent <= repository.as_of for report in file.model.reports):
            yield repository.unit_meant(file.model.unit)


def _is_asked(repository: Repository) -> bool:
    """Whether reports are asked for, and the first of them has fallen due."""
    config = repository.on.config
    issued = next((item.model.issued for item in repository.of(Programme) if item.model.issued), None)
    if issued is None or "monthly_report_by" not in config.model_fields_set:
        return False
    first_month = following(month_of(issued))
    return following(first_month).first.replace(day=config.monthly_report_by) < repository.as_of

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from eplan.calendar import Period, periods
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.practice import Activity
from eplan.models.tasks import Programme
from eplan.repository import Context, Repository
from eplan.rhythm import summed_up
from eplan.rule import Found, rule


@rule(
    "T111",
    severity=Severity.WARNING,
    bad={
        "data/tasks.yaml": """\
programme:
  title: 公共安全应急体系建设
  issued: 2010-12-20
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 开展应急管理人员培训
        units: {responsible: [区应急办]}
        every: year  # <- T111
        held: [2011-07-19]
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
    good={
        "data/tasks.yaml": """\
programme:
  title: 公共安全应急体系建设
  issued: 2010-12-20
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 开展应急管理人员培训
        units: {responsible: [区应急办]}
        every: year
        held: [2011-07-19, 2012-07-20]
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
    as_of=date(2013, 1, 31),
)
def recurring_task_missed(repository: Repository) -> Iterator[Found]:
    """A recurring task is carried out in every period.

    Periods that began on or after the day on which the programme was issued and have ended by the day of the check
    are asked; a date under `held` or an activity for the task in the period answers. School terms are those of
    `eplan.yaml`, else the usual ones.

    ## Why

    A yearly training that falls out one year is noticed by nobody until the day it is needed.

    ## Source

    practice

    ## Not caught

    Periods before the programme, and the running one. How well it was done.
    """
    issued = next((item.model.issued for item in repository.of(Programme) if item.model.issued), None)
    recurring = [task for task in repository.tasks if task.model.every and not task.model.is_done_on(repository.as_of)]
    if issued is None or not recurring:
        return
    held = _held(repository)
    for task in recurring:
        days = {*task.model.held, *held.get(task.id, ())}
        asked = _periods(str(task.model.every), issued, repository.on)
        missed = [period for period in asked if not any(day in period for day in days)]
        if missed and not repository.may_hide("activities", task.id):
            yield Found(
                task.at("every"),
                say(
                    "task {id} '{title}' was not carried out in {periods}: carry it out, or write down the "
                    "days (`held`)",
                    id=task.model.id,
                    title=task.model.title,
                    periods=summed_up(missed),
                ),
            )


def _held(repository: Repository) -> dict[str, list[date]]:
    """The days of the activities that were held for a task."""
    days: dict[str, list[date]] = {}
    for activity in repository.of(Activity):
        if activity.model.task:
            days.setdefault(activity.model.task, []).append(activity.model.date)
    return days


def _periods(kind: str, first: date, on: Context) -> Iterable[Period]:
    """Those that are over: on its last day a period may still be kept."""
    if kind != "term" or not on.config.terms:
        return periods(kind, first, on.as_of - timedelta(days=1))
    terms = (Period(term.from_, term.to, term.name or "") for term in on.config.terms)
    return [term for term in terms if first <= term.first and term.last < on.as_of]

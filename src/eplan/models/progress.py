"""`data/progress/*.yaml`: what a unit reports each month."""

from eplan.models.base import Part, Record, field
from eplan.models.quantities import Day
from eplan.models.refs import ActorRef, TaskRef, UnitRef


class Answer(Record):
    """What the office answered to a difficulty."""

    date: Day = field("Date", "When it was answered.")
    by: ActorRef | None = field("By", "Who answered.", None)
    text: str = field("Text", "The answer.")


class TaskProgress(Record):
    """How far a unit is with one task."""

    task: TaskRef = field("Task", "Id of the task.")
    percent: int | None = field("Percent", "How much is done, 0 to 100.", None, ge=0, le=100)
    did: str | None = field("Done this month", "What was done.", None)
    difficulties: str | None = field("Difficulties", "Difficulties and problems.", None)
    next: str | None = field("Next", "What comes next.", None)
    finished: bool = field("Finished", "True where this unit's part is finished.", False)
    answer: Answer | None = field("Answer", "What the office answered.", None)


class MonthReport(Record):
    """The report of one month."""

    month: Day = field("Month", "The month, such as 2012-11.")
    sent: Day | None = field("Sent", "When it was sent.", None)
    tasks: tuple[TaskProgress, ...] = field("Tasks", "Progress by task.", ())


class ProgressFile(Part):
    """The monthly reports of one unit."""

    unit: UnitRef = field("Unit", "The unit that reports.")
    reports: tuple[MonthReport, ...] = field("Reports", "One for each month.", ())

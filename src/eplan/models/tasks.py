"""`data/tasks.yaml`: the programme, its work areas and its tasks."""

from datetime import date

from eplan.models.base import Name, Part, Record, field
from eplan.models.quantities import Day
from eplan.models.refs import ActorRef, FileRef, PlanRef, TaskRef, UnitsRef
from eplan.models.vocabulary import Period


class ProgrammePhase(Record):
    """A stage of the programme."""

    title: Name = field("Title", "What the stage is called.")
    from_: Day = field("From", "First day.")
    to: Day = field("To", "Last day.")


class Programme(Record):
    """The programme that the tasks belong to."""

    title: Name = field("Title", "Title of the programme.")
    document: Name | None = field("Document", "The document that laid it down.", None)
    issued: Day | None = field("Issued", "Date of the document.", None)
    phases: tuple[ProgrammePhase, ...] = field("Phases", "Stages of the programme.", ())


class TaskUnits(Part):
    """Who answers for a task."""

    lead: tuple[UnitsRef, ...] = field("Lead", "Leading units (牵头).", ())
    responsible: tuple[UnitsRef, ...] = field("Responsible", "Responsible units (责任).", ())
    support: tuple[UnitsRef, ...] = field("Supporting", "Supporting units (配合).", ())

    @property
    def accountable(self) -> tuple[str, ...]:
        """Lead and responsible units, for whom the task counts alike."""
        return tuple(dict.fromkeys((*self.lead, *self.responsible)))

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.lead, *self.responsible, *self.support)))


class Extension(Record):
    """A postponement; the first deadline stays written."""

    to: Day = field("Extended to", "The new deadline.")
    date: Day | None = field("Granted", "When it was granted.", None)
    by: Name | None = field("By", "Who granted it.", None)
    reason: str | None = field("Reason", "Why.", None)


class Budget(Record):
    """Money for a task, in yuan."""

    planned: float | None = field("Planned", "Planned money, in yuan.", None, ge=0)
    spent: float = field("Spent", "Money spent, in yuan.", 0, ge=0)
    source: Name | None = field("Source", "Where the money comes from.", None)


class Deliverable(Record):
    """What a task leaves behind."""

    title: Name = field("Title", "What it is.")
    file: FileRef | None = field("File", "File in this folder.", None)
    plan: PlanRef | None = field("Plan", "Id of a plan of this folder.", None)


class Done(Record):
    """The office's word that a task is finished."""

    date: Day = field("Date", "When it was finished.")
    checked_by: ActorRef | None = field("Checked by", "Who checked.", None)
    evidence: str | None = field("Evidence", "File in this folder, or words, that prove it.", None)


class Task(Record):
    """One task of the programme."""

    id: Name = field("Id", 'Number of the task, in quotes, such as "1.1".')
    title: Name = field("Title", "What is to be done.")
    units: TaskUnits = field("Units", "Who answers for it.", TaskUnits.model_construct())
    leader: ActorRef | None = field("Leader", "Responsible leader (责任领导), by post.", None)
    due: Day | None = field("Due", "Deadline; a month means its last day.", None)
    every: Period | None = field("Every", "Recurring task: how often.", None)
    as_needed: bool = field("As needed", "True where no date is set (适时开展).", False)
    extended: tuple[Extension, ...] = field("Extended", "Postponements, oldest first.", ())
    after: tuple[TaskRef, ...] = field("After", "Tasks that must be finished first.", ())
    pilot: bool = field("Pilot", "True for a pilot (试点).", False)
    budget: Budget | None = field("Budget", "Money for it.", None)
    deliverables: tuple[Deliverable, ...] = field("Deliverables", "What it leaves behind.", ())
    done: Done | None = field("Done", "The office's word that it is finished.", None)
    held: tuple[Day, ...] = field("Held", "Dates on which a recurring task was carried out.", ())

    def deadline_on(self, day: date) -> date | None:
        """The deadline as it stood on `day`: after the postponements granted by then."""
        granted = self.extended_by(day) if self.extended else ()
        return granted[-1].to if granted else self.due

    def extended_by(self, day: date) -> tuple[Extension, ...]:
        """The postponements granted by `day`."""
        return tuple(item for item in self.extended if item.date is None or item.date <= day)

    def is_done_on(self, day: date) -> bool:
        """Whether the office had said by `day` that it is finished."""
        return self.done is not None and self.done.date <= day


class Area(Record):
    """A work area of the programme."""

    id: Name = field("Id", "Number of the area, in quotes.")
    title: Name = field("Title", "What the area is called.")
    tasks: tuple[Task, ...] = field("Tasks", "Its tasks.", ())


class TaskFile(Part):
    """The programme or one part of it."""

    programme: Programme | None = field("Programme", "The programme that the tasks belong to.", None)
    areas: tuple[Area, ...] = field("Areas", "Work areas.", ())

"""What is trained and kept up: drills, activities, duty rosters."""

from typing import Annotated

from pydantic import Tag

from eplan.models.base import SHAPE, Clock, Name, Part, Phone, Record, field
from eplan.models.quantities import Day
from eplan.models.refs import ActorRef, PlanRef, TaskRef, TeamRef, UnitRef
from eplan.models.vocabulary import ActivityKind, DrillForm


class DrillEvaluation(Part):
    """The six questions of a drill evaluation (国办发〔2013〕101号 第二十三条)."""

    execution: str | None = field("Execution", "Was the plan carried out?", None)
    plan_usability: str | None = field("Usability of the plan", "Was the plan reasonable and usable?", None)
    command: str | None = field("Command", "Command, coordination and joint action.", None)
    personnel: str | None = field("Personnel", "How people acted.", None)
    equipment: str | None = field("Equipment", "Was the equipment fit?", None)
    suggestions: str | None = field("Suggestions", "What should be improved.", None)
    date: Day | None = field("Date", "When it was evaluated.", None)


SwitchOrPlan = Annotated[Annotated[bool, Tag("(switch)")] | Annotated[PlanRef, Tag("(text)")], SHAPE]


class CorrectiveAction(Record):
    """What a drill showed must be changed."""

    what: str = field("Correction", "What is to be done.")
    owner: ActorRef | None = field("Owner", "Who answers for it.", None)
    due: Day | None = field("Due", "Deadline.", None)
    closed: Day | None = field("Closed", "When it was closed.", None)
    revise_plan: SwitchOrPlan = field(
        "Revise plan", "True, or the id of the plan, where a plan must be revised.", False
    )


class Drill(Record):
    """A drill or exercise: planned, scripted, held, evaluated, improved."""

    id: Name = field("Id", "Unique in the folder.")
    title: Name | None = field("Title", "What it is called.", None)
    plans: tuple[PlanRef, ...] = field("Plans", "Ids of the plans drilled.", ())
    unit: UnitRef = field("Unit", "The unit that holds it.")
    form: DrillForm = field("Form", "tabletop, full, evacuation or single.")
    planned: Day | None = field("Planned", "Planned date.", None)
    held: Day | None = field("Held", "When it was held.", None)
    hours: float | None = field("Class hours", "Length in class hours (课时).", None, ge=0)
    participants: int | None = field("Participants", "Number of people.", None, ge=0)
    script: str | None = field("Script", "File in this folder, or words.", None)
    evaluation: DrillEvaluation | None = field("Evaluation", "The evaluation.", None)
    actions: tuple[CorrectiveAction, ...] = field("Corrective actions", "What must be changed.", ())
    archive: str | None = field("Archive", "Where its papers are.", None)


class DrillFile(Part):
    """Drills."""

    drills: tuple[Drill, ...] = field("Drills", "The drills.", ())


class Activity(Record):
    """Training or public education."""

    id: Name = field("Id", "Unique in the folder.")
    title: Name | None = field("Title", "What it is called.", None)
    kind: ActivityKind = field("Kind", "training, education or campaign.")
    unit: UnitRef = field("Unit", "The unit that holds it.")
    date: Day = field("Date", "When it was held.")
    hours: float | None = field("Class hours", "Length in class hours (课时).", None, ge=0)
    audience: str | None = field("Audience", "Who took part.", None)
    count: int | None = field("Count", "Number of people.", None, ge=0)
    team: TeamRef | None = field("Team", "Id of the team trained.", None)
    task: TaskRef | None = field("Task", "Id of the task that it fulfils.", None)


class ActivityFile(Part):
    """Activities."""

    activities: tuple[Activity, ...] = field("Activities", "Training and public education.", ())


class Shift(Record):
    """A duty shift."""

    date: Day = field("Date", "The day on which it begins.")
    from_: Clock = field("From", "Begins at, such as 08:00.", "08:00")
    to: Clock = field("To", "Ends at; the next day where not later than the beginning.", "08:00")
    unit: UnitRef = field("Unit", "The unit on duty.")
    leader: Name | None = field("Leader", "Leader on call (带班领导), by post or name.", None)
    staff: tuple[Name, ...] = field("Staff", "Who is on duty, by post or name.", ())
    phone: Phone | None = field("Phone", "Number, in quotes.", None)


class DutyFile(Part):
    """A month's duty roster."""

    duty: tuple[Shift, ...] = field("Shifts", "The shifts.", ())

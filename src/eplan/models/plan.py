"""`data/plans/**/*.yaml`: one emergency plan a file. Its id is the file's name without `.yaml`."""

from typing import Annotated

from pydantic import Tag

from eplan.models.base import SHAPE, Name, Record, TextOrList, field
from eplan.models.edition import Edition
from eplan.models.plan_action import Action
from eplan.models.quantities import Amount, Day, Interval, Range, Span
from eplan.models.refs import (
    ActorRef,
    FileRef,
    HeadquartersRef,
    PlanRef,
    ShelterRef,
    SupplyRef,
    TeamRef,
    TextOrHazards,
    UnitRef,
    UnitsRef,
)
from eplan.models.vocabulary import (
    AnnexTable,
    Category,
    Channel,
    Colour,
    HazardKind,
    Level,
    Medium,
    PlanKind,
    Structure,
)


class ExternalPlan(Record):
    """A plan of another government above this one."""

    external: Name = field("External plan", "Title of the plan above, kept by another body.")
    issued: Day | None = field("Issued", "When it was issued.", None)


ParentPlan = Annotated[Annotated[PlanRef, Tag("(text)")] | Annotated[ExternalPlan, Tag("(mapping)")], SHAPE]


class Citation(Record):
    """A law, standard or plan on which the plan rests (编制依据)."""

    title: Name = field("Title", "Title, without the book-title marks.")
    number: Name | None = field("Number", "Document or standard number.", None)
    issued: Day | None = field("Issued", "Date of the edition cited.", None)


class Grade(Record):
    """A grade of events."""

    level: Level = field("Level", "1 (gravest) to 4.")
    name: Name | None = field("Name", "What the grade is called, such as 特别重大.", None)
    criteria: str | None = field("Criteria", "When an event is of this grade.", None)
    thresholds: dict[Name, Range] = field("Thresholds", "Numbers, any one of which suffices.", {})


class CommandGroup(Record):
    """A working group of the headquarters."""

    name: Name = field("Name", "Name of the group.")
    lead: ActorRef | None = field("Lead", "Unit or post that leads it.", None)
    members: tuple[ActorRef, ...] = field("Members", "Units or posts in it.", ())
    duties: str | None = field("Duties", "What it does.", None)


class Command(Record):
    """Who is in command; only what this plan adds to the headquarters or narrows."""

    headquarters: HeadquartersRef | None = field("Headquarters", "Name of the headquarters.", None)
    commander: ActorRef | None = field("Commander", "Post or unit in command, where it differs.", None)
    deputies: tuple[ActorRef, ...] = field("Deputies", "Deputy commanders, where they differ.", ())
    office: UnitRef | None = field("Office", "The unit that keeps the office, where it differs.", None)
    site: str | None = field("Site command", "Who commands on the spot.", None)
    duties: dict[UnitsRef, str] = field("Duties", "Member unit to duty.", {})
    groups: tuple[CommandGroup, ...] = field("Groups", "Working groups.", ())
    experts: TextOrList | None = field("Experts", "Expert group.", None)


class Mechanism(Record):
    """A standing arrangement between bodies."""

    name: Name = field("Name", "What it is called.")
    text: str = field("Text", "How it works.")


class Monitoring(Record):
    """What is watched."""

    what: str = field("What is watched", "What is watched.")
    by: ActorRef | None = field("By whom", "Who watches.", None)
    threshold: str | None = field("Threshold", "From which reading on something is done.", None)


class WarningLevel(Record):
    """A warning colour and what it means."""

    colour: Colour = field("Colour", "red (gravest), orange, yellow or blue.")
    criteria: str | None = field("Criteria", "When it is issued.", None)
    issued_by: ActorRef | None = field("Issued by", "Who issues it.", None)
    lifted_when: str | None = field("Lifted when", "When it is lifted.", None)


class WarningPart(Record):
    """Monitoring and early warning."""

    monitoring: tuple[Monitoring, ...] = field("Monitoring", "What is watched, and by whom.", ())
    levels: tuple[WarningLevel, ...] = field("Levels", "The warning colours.", ())
    channels: tuple[Channel, ...] = field("Channels", "How the public is warned.", ())
    message: tuple[Name, ...] = field("Message fields", "What a warning message says.", ())


class Hop(Record):
    """One step of the reporting chain."""

    from_: ActorRef = field("Reported by", "Who reports.")
    to: ActorRef = field("Reported to", "To whom.")
    within: Span | None = field("Within", "How fast.", None)
    by: Medium | None = field("By which means", "By which means.", None)


class Reporting(Record):
    """How an event is reported upwards."""

    chain: tuple[Hop, ...] = field("Chain", "From the scene to the top, step by step.", ())
    content: tuple[Name, ...] = field("Content", "What a report says.", ())
    follow_up: Span | None = field("Follow-up", "How often the report is continued.", None)


class ResponseLevel(Record):
    """A level of the response."""

    level: Level = field("Level", "1 (highest) to 4.")
    name: Name | None = field("Name", "What the level is called.", None)
    trigger: str | None = field("Trigger", "When it is started.", None)
    decided_by: ActorRef | None = field("Decided by", "Who starts it.", None)
    commander: ActorRef | None = field("Commander", "Who commands.", None)
    escalates_to: str | None = field("Escalates to", "Who takes over above it.", None)
    ends_when: str | None = field("Ends when", "When it ends.", None)
    ended_by: ActorRef | None = field("Ended by", "Who ends it.", None)


class Response(Record):
    """The response levels."""

    levels: tuple[ResponseLevel, ...] = field("Levels", "The levels of the response.", ())
    activation: tuple[Name, ...] = field("Activation fields", "What the decision to start a response says.", ())


class Information(Record):
    """Information of the public."""

    released_by: ActorRef | None = field("Released by", "Who informs the public.", None)
    within: Span | None = field("Within", "How fast.", None)
    channels: tuple[Channel, ...] = field("Channels", "By which channels.", ())
    text: str | None = field("Text", "How it is done.", None)


class Support(Record):
    """What the response needs."""

    communication: str | None = field("Communication", "Communication.", None)
    teams: tuple[TeamRef, ...] = field("Teams", "Ids of teams.", ())
    supplies: dict[SupplyRef, Amount] = field("Supplies", "Item to quantity.", {})
    shelters: tuple[ShelterRef, ...] = field("Shelters", "Ids of shelters.", ())
    transport: str | None = field("Transport", "Transport.", None)
    medical: str | None = field("Medical", "Medical care.", None)
    security: str | None = field("Security", "Public order.", None)
    funds: str | None = field("Funds", "Money.", None)
    technology: str | None = field("Technology", "Technical support.", None)
    cooperation: str | None = field("Cooperation", "Cooperation with others, also international.", None)


class Management(Record):
    """How the plan is kept alive."""

    drill_every: Interval | None = field("Drill every", "How often it is drilled.", None)
    evaluate_every: Interval | None = field("Evaluate every", "How often it is evaluated.", None)
    training: str | None = field("Training", "Training.", None)
    explained_by: ActorRef | None = field("Explained by", "Who explains it.", None)


class Section(Record):
    """Text that the model has no field for."""

    title: Name = field("Title", "Heading.")
    text: str = field("Text", "The text (CommonMark).")


class Annex(Record):
    """An annex."""

    title: Name = field("Title", "Heading.")
    table: AnnexTable | None = field("Table", "A table made from the folder's data.", None)
    file: FileRef | None = field("File", "File in this folder.", None)


class Plan(Record):
    """An emergency plan (应急预案)."""

    title: Name = field("Title", "Official title.")
    kind: PlanKind = field("Kind", "Kind of plan; decides what it must contain.")
    structure: Structure | None = field(
        "Structure", "Unit plans: comprehensive, special or on-site (GB/T 29639).", None
    )
    category: Category | None = field("Category", "Category of events.", None)
    hazards: tuple[HazardKind, ...] = field("Hazard kinds", "Kinds of hazard that it is for.", ())
    owner: UnitRef = field("Owner", "The unit that drafts and keeps it.")
    parent: ParentPlan | None = field("Parent plan", "Id of the plan above, or a plan kept elsewhere.", None)
    edition: Edition = field("Edition", "The edition and its way through the offices.", Edition.model_construct())
    purpose: str | None = field("Purpose", "Why the plan exists.", None)
    basis: tuple[Citation, ...] = field("Basis", "Laws and plans on which it rests.", ())
    scope: str | None = field("Scope", "What it applies to.", None)
    principles: tuple[Name, ...] = field("Principles", "Working principles.", ())
    risks: TextOrHazards | None = field("Risks", "The risks in words, or ids of hazards in the register.", None)
    grades: tuple[Grade, ...] = field("Grades", "Grades of events.", ())
    command: Command | None = field("Command", "Who is in command.", None)
    mechanisms: tuple[Mechanism, ...] = field("Mechanisms", "Standing arrangements.", ())
    warning: WarningPart | None = field("Warning", "Monitoring and early warning.", None)
    reporting: Reporting | None = field("Reporting", "How an event is reported.", None)
    response: Response | None = field("Response", "The response levels.", None)
    actions: tuple[Action, ...] = field("Actions", "Who does what, how, when and with what.", ())
    information: Information | None = field("Information", "Information of the public.", None)
    recovery: TextOrList | None = field("Recovery", "Recovery and reconstruction.", None)
    support: Support | None = field("Support", "What the response needs.", None)
    management: Management | None = field("Management", "How the plan is kept alive.", None)
    sections: tuple[Section, ...] = field("Sections", "Further sections, printed in order.", ())
    annexes: tuple[Annex, ...] = field("Annexes", "Annexes.", ())
    can_run_with: tuple[PlanRef, ...] = field(
        "Runs together with", "Ids of plans that are likely to run at the same time.", ()
    )
    internal: tuple[Name, ...] = field("Internal parts", "Keys of parts that are left out of public books.", ())

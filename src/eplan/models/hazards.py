"""`data/hazards.yaml` and `data/warnings.yaml`: the hazard register, monitoring points, warnings issued."""

from eplan.models.base import Name, Part, Record, field
from eplan.models.quantities import Day, Moment
from eplan.models.refs import ActorRef, PlanRef, TextOrHazards, UnitRef
from eplan.models.vocabulary import Channel, Colour, HazardKind, Level


class Rectification(Record):
    """Something found wrong and what is done about it."""

    found: Day = field("Found", "When it was found.")
    measure: str | None = field("Measure", "What is to be done.", None)
    owner: ActorRef | None = field("Owner", "Unit or post that answers for it.", None)
    due: Day | None = field("Due", "Deadline.", None)
    extended: Day | None = field("Extended to", "New deadline, where it was postponed.", None)
    re_inspected: Day | None = field("Re-inspected", "When it was inspected again.", None)
    closed: Day | None = field("Closed", "When it was closed.", None)

    @property
    def deadline(self) -> Day | None:
        return self.extended or self.due


class Hazard(Record):
    """A hazard of the register (隐患台账)."""

    id: Name = field("Id", "Unique in the folder.")
    kind: HazardKind = field("Kind", "Kind of hazard.")
    place: Name = field("Place", "Where it is.")
    unit: UnitRef = field("Unit", "The unit that answers for it.")
    level: Level | None = field("Level", "1 (major) to 4.", None)
    score: float | None = field("Score", "Risk score, 0 to 100.", None, ge=0, le=100)
    registered: Day | None = field("Registered", "When it was registered.", None)
    assessed: Day | None = field("Assessed", "When it was last assessed.", None)
    inspected: tuple[Day, ...] = field("Inspected", "Inspection dates.", ())
    published: Day | None = field("Published", "When it was made public.", None)
    threatens: str | None = field("Threatens", "Whom and what it threatens.", None)
    plan: PlanRef | None = field("Plan", "Id of the plan for it.", None)
    no_plan_needed: str | None = field("No plan needed", "The reason why no plan covers it.", None)
    radius_m: float | None = field("Radius in metres", "How far it reaches.", None, ge=0)
    lat: float | None = field("Latitude", "Degrees north (WGS 84).", None, ge=-90, le=90)
    lon: float | None = field("Longitude", "Degrees east (WGS 84).", None, ge=-180, le=180)
    rectifications: tuple[Rectification, ...] = field("Rectifications", "What was found wrong.", ())


class HazardFile(Part):
    """The hazard register."""

    hazards: tuple[Hazard, ...] = field("Hazards", "The hazards.", ())


class MonitoringPoint(Record):
    """A place where something is watched."""

    id: Name = field("Id", "Unique in the folder.")
    kind: HazardKind = field("Kind", "Kind of hazard.")
    place: Name = field("Place", "Where it is.")
    unit: UnitRef = field("Unit", "The unit that watches.")
    watches: TextOrHazards | None = field("Watches", "What is watched, in words or as ids of hazards.", None)
    lat: float | None = field("Latitude", "Degrees north (WGS 84).", None, ge=-90, le=90)
    lon: float | None = field("Longitude", "Degrees east (WGS 84).", None, ge=-180, le=180)


class IssuedWarning(Record):
    """A warning that was issued."""

    id: Name = field("Id", "Unique in the folder.")
    kind: HazardKind = field("Kind", "Kind of hazard.")
    colour: Colour | None = field("Colour", "red, orange, yellow or blue.", None)
    issued: Moment | None = field("Issued at", "When it was issued.", None)
    starts: Moment | None = field("Starts", "From when on it holds.", None)
    lifted: Moment | None = field("Lifted", "When it was lifted.", None)
    area: str | None = field("Area affected", "Area that may be affected.", None)
    message: str | None = field("Message", "What to look out for.", None)
    measures: str | None = field("Measures", "What to do.", None)
    by: ActorRef | None = field("Issued by", "Who issued it.", None)
    channels: tuple[Channel, ...] = field("Channels", "By which channels.", ())


class WarningFile(Part):
    """Warnings issued and monitoring points."""

    warnings: tuple[IssuedWarning, ...] = field("Warnings issued", "Warnings issued.", ())
    monitoring_points: tuple[MonitoringPoint, ...] = field("Monitoring points", "Where something is watched.", ())

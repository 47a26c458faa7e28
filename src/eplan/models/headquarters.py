"""`data/headquarters.yaml`: the emergency committee and the special headquarters (指挥部)."""

from eplan.models.base import Name, Part, Record, field
from eplan.models.quantities import Day
from eplan.models.refs import ActorRef, HeadquartersRef, PlanRef, UnitRef, UnitsRef
from eplan.models.vocabulary import HazardKind


class Headquarters(Record):
    """A body that commands when a kind of emergency happens."""

    name: Name = field("Name", "Name of the headquarters.")
    hazards: tuple[HazardKind, ...] = field("Hazard kinds", "Kinds of hazard that it commands.", ())
    parent: HeadquartersRef | None = field("Parent", "The body above it.", None)
    commander: ActorRef | None = field("Commander", "Post or unit in command.", None)
    deputies: tuple[ActorRef, ...] = field("Deputies", "Deputy commanders, by post or unit.", ())
    office: UnitRef | None = field("Office", "The unit that keeps its office.", None)
    members: tuple[UnitsRef, ...] = field("Members", "Member units.", ())
    plan: PlanRef | None = field("Plan", "Id of its plan.", None)
    no_plan_needed: str | None = field("No plan needed", "The reason why it has no plan of its own.", None)
    established: Day | None = field("Established", "Date of establishment.", None)


class HeadquartersFile(Part):
    """The committee and its headquarters."""

    headquarters: tuple[Headquarters, ...] = field("Headquarters", "The committee and the special headquarters.", ())

"""`data/events/*.yaml` and `data/scenarios/*.yaml`: what happened, and what might."""

from eplan.models.base import Name, Part, Record, TextOrList, field
from eplan.models.quantities import Amount, Day, Moment, Span
from eplan.models.refs import ActorRef, PlanRef, SupplyRef, TaskRef
from eplan.models.vocabulary import Category, HazardKind, Level


class EventReport(Record):
    """A report that was sent."""

    to: ActorRef = field("Reported to", "To whom.")
    at: Moment = field("At", "When it was sent.")
    by: Name | None = field("By", "Who reported, or by which means.", None)
    follow_up: bool = field("Follow-up", "True for a continued report.", False)


class EventResponse(Part):
    """The response to the event."""

    level: Level | None = field("Level", "Response level.", None)
    matter: str | None = field("Matter", "What the response is about.", None)
    from_: Moment | None = field("From", "When it was started.", None)
    expected_until: Moment | None = field("Expected until", "How long it was expected to last.", None)
    measures: str | None = field("Measures", "What was ordered.", None)
    until: Moment | None = field("Until", "When it ended.", None)


class EventReview(Part):
    """What was learnt."""

    date: Day | None = field("Date", "When it was reviewed.", None)
    lessons: str | None = field("Lessons", "What was learnt.", None)
    actions: tuple[TaskRef, ...] = field("Tasks", "Ids of tasks that follow from it.", ())
    archived: Day | None = field("Archived", "When its papers were archived.", None)


class Event(Record):
    """An event that happened."""

    id: Name = field("Id", "Unique in the folder.")
    title: Name | None = field("Title", "What it is called.", None)
    kind: HazardKind = field("Kind", "Kind of hazard.")
    category: Category | None = field("Category", "Category of events.", None)
    level: Level | None = field("Level", "Grade of the event, 1 to 4.", None)
    occurred: Moment = field("Occurred", "When it happened.")
    known: Moment | None = field("Known", "When the first body knew.", None)
    unit: ActorRef | None = field("Unit", "The unit that first reported.", None)
    place: Name | None = field("Place", "Where.", None)
    deaths: int | None = field("Deaths", "Number of dead.", None, ge=0)
    serious_injuries: int | None = field("Serious injuries", "Number of seriously injured.", None, ge=0)
    loss_yuan: float | None = field("Loss in yuan", "Direct loss, in yuan.", None, ge=0)
    numbers: dict[Name, float] = field("Other numbers", "Further numbers, by threshold key.", {})
    reports: tuple[EventReport, ...] = field("Reports", "Reports sent.", ())
    response: EventResponse | None = field("Response", "The response.", None)
    closed: Day | None = field("Closed", "When it was closed.", None)
    review: EventReview | None = field("Review", "What was learnt.", None)
    personal_data: bool = field("Personal data", "True while the record or its files hold personal data.", False)


class EventFile(Part):
    """The incident log."""

    events: tuple[Event, ...] = field("Events", "The events.", ())


class Inject(Part):
    """Something that happens in a scenario."""

    after: Span = field("After the start", "How long after the start.")
    what: str = field("What", "What happens or is reported.")
    to: ActorRef | None = field("Told", "Who is told.", None)


class Scenario(Record):
    """A situation for the stress test and the tabletop script."""

    id: Name = field("Id", "Unique in the folder.")
    title: Name = field("Title", "What it is called.")
    plans: tuple[PlanRef, ...] = field("Plans", "Ids of the plans that run.", ())
    level: Level | None = field("Level", "Response level.", None)
    at: Moment | None = field("At", "When it begins.", None)
    place: Name | None = field("Place", "Where.", None)
    situation: str | None = field("Situation", "What has happened.", None)
    casualties: TextOrList | None = field("Casualties", "Casualties, in words.", None)
    needs: dict[SupplyRef, Amount] = field("Needs", "Item to quantity that the situation needs.", {})
    injects: tuple[Inject, ...] = field("Injects", "What happens next.", ())


class ScenarioFile(Part):
    """Scenarios."""

    scenarios: tuple[Scenario, ...] = field("Scenarios", "The scenarios.", ())

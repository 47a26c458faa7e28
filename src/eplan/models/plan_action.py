"""The heart of a plan: one action, with who, what, how, when and with what."""

from functools import cached_property
from itertools import compress
from typing import Literal, get_args

from eplan.models.base import Name, Part, Record, field
from eplan.models.quantities import Amount, Rhythm, Span
from eplan.models.refs import ActionRef, ActorRef, MomentRef, ShelterRef, SupplyRef, TeamRef
from eplan.models.vocabulary import Colour, Level, Measure, Phase

Question = Literal["who", "what", "how", "when", "with"]
QUESTIONS: tuple[Question, ...] = get_args(Question)
"""What every plan must answer: 谁来做、做什么、怎样做、何时做、用什么资源做."""


class When(Part):
    """When an action is done: within a time of something, every period, or at an event."""

    within: Span | None = field("Within", "How fast.", None)
    of: MomentRef | None = field("Of", "occurrence, report, warning, activation, or the id of an action.", None)
    every: Rhythm | None = field("Every", "How often, such as day.", None)
    event: str | None = field("Event", "At which event.", None)

    @property
    def is_said(self) -> bool:
        return bool(self.within or self.every or (self.event or "").strip())


class Means(Part):
    """What an action is done with."""

    teams: tuple[TeamRef, ...] = field("Teams", "Ids of teams.", ())
    supplies: dict[SupplyRef, Amount] = field("Supplies", "Item to quantity.", {})
    shelters: tuple[ShelterRef, ...] = field("Shelters", "Ids of shelters.", ())

    @property
    def is_said(self) -> bool:
        return bool(self.teams or self.supplies or self.shelters)


class Action(Record):
    """One thing to be done."""

    id: Name = field("Id", "Short id, unique in the plan.")
    phase: Phase = field("Phase", "before, onset, during or after.")
    warning: tuple[Colour, ...] = field(
        "Warning colours", "Colours for which it is done; neither this nor response means always.", ()
    )
    response: tuple[Level, ...] = field("Response levels", "Levels for which it is done.", ())
    who: tuple[ActorRef, ...] = field("Who", "Units, groups, posts, teams or fixed roles.", ())
    what: str | None = field("What", "What is done.", None)
    how: str | None = field("How", "How it is done.", None)
    when: When | None = field("When", "When it is done.", None)
    with_: Means | None = field("With what", "With which teams, supplies and shelters.", None)
    takes: Span | None = field("Takes", "How long it takes.", None)
    after: tuple[ActionRef, ...] = field("After", "Ids of actions that come first.", ())
    measure: Measure | None = field("Measure", "The statutory measure that it fulfils.", None)
    route: str | None = field("Route", "Evacuation route.", None)
    vulnerable: str | None = field("Vulnerable people", "How vulnerable people are provided for.", None)

    @cached_property
    def answered(self) -> tuple[Question, ...]:
        """Which of who, what, how, when and with what the action says; blanks say nothing."""
        said = (
            self.who,
            self.what and not self.what.isspace(),
            self.how and not self.how.isspace(),
            self.when and self.when.is_said,
            self.with_ and self.with_.is_said,
        )
        return tuple(compress(QUESTIONS, said))

"""The parts of a compilation, in the order in which they are bound, and which plan belongs where."""

from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.models.vocabulary import CATEGORIES

PARTS: tuple[Message, ...] = (
    say("Overall plan"),
    say("Special plans: natural disasters"),
    say("Special plans: accidents"),
    say("Special plans: public health"),
    say("Special plans: social security"),
    say("Special plans"),
    say("Plans of departments"),
    say("Plans for support, targets, events and joint action"),
    say("Plans of streets and townships"),
    say("Plans of communities and villages"),
    say("Plans of units"),
)
PART_NUMBERS: tuple[Message, ...] = (
    say("Part 1"), say("Part 2"), say("Part 3"), say("Part 4"), say("Part 5"), say("Part 6"), say("Part 7"),
    say("Part 8"), say("Part 9"), say("Part 10"), say("Part 11"), say("Part 12"),
)  # fmt: skip
_OF_KIND = {"overall": 0, "department": 6, "township": 8, "village": 9, "unit": 10}
_SPECIAL_WITHOUT_CATEGORY, _OTHER = 5, 7


def part_of(plan: Plan) -> int:
    """The place of a plan's part in PARTS."""
    if plan.kind == "special":
        return 1 + CATEGORIES.index(plan.category) if plan.category else _SPECIAL_WITHOUT_CATEGORY
    return _OF_KIND.get(plan.kind, _OTHER)

"""The closed word lists of the data, and what people call each word. Sources: `domain.md` section 13 of the design."""

from typing import Literal, get_args

from eplan.messages import WORD, Message

Category = Literal["natural-disaster", "accident", "public-health", "social-security"]
PlanKind = Literal[
    "overall", "special", "department", "support", "target-protection", "event", "joint", "township", "village", "unit"
]
Structure = Literal["comprehensive", "special", "on-site"]
UnitKind = Literal[
    "government", "office", "department", "party", "mass-organisation", "military", "fire", "public-institution",
    "development-zone", "street", "township", "community", "village", "school", "kindergarten", "hospital",
    "care-home", "hazardous-chemicals", "mine", "smelter", "construction", "rail", "hotel", "mall", "entertainment",
    "scenic-area", "high-rise", "lifeline", "enterprise", "team", "external",
]  # fmt: skip
HazardKind = Literal[
    "flood", "drought", "meteorological", "earthquake", "geological-disaster", "forest-fire", "biological-disaster",
    "marine", "workplace-accident", "hazardous-chemicals", "mine-accident", "construction-accident", "fire",
    "road-traffic", "rail-traffic", "gas-supply", "power-outage", "water-supply", "communication-outage",
    "special-equipment", "environmental-pollution", "radiation", "tailings-pond", "infectious-disease",
    "unexplained-illness", "poisoning", "food-safety", "drug-safety", "occupational-disease", "animal-disease",
    "mass-incident", "terrorism", "criminal", "campus-violence", "ethnic-religious", "foreign-related", "financial",
    "network-security", "large-event", "heating", "fire-facility", "fire-passage", "underground-space",
    "security-facility",
]  # fmt: skip
Colour = Literal["red", "orange", "yellow", "blue"]
Phase = Literal["before", "onset", "during", "after"]
Channel = Literal["tv", "radio", "sms", "loudspeaker", "visit", "website", "social-media", "phone", "display"]
Medium = Literal["phone", "written", "system", "radio"]
Measure = Literal[
    "rescue", "evacuation", "shelter", "control-source", "cordon", "traffic-control", "repair-lifeline",
    "supplies-call-up", "relief", "forbid-facilities", "prevent-secondary", "market-order", "public-order",
    "team-standby", "inform-public", "monitor", "expert-assessment", "protect-key-targets", "close-places", "report",
    "medical", "quarantine", "disinfection", "traceability", "dialogue", "investigation", "recovery", "compensation",
]  # fmt: skip
Force = Literal[
    "law", "admin-regulation", "local-regulation", "dept-rule", "local-rule", "normative", "mandatory-standard",
    "recommended-standard", "guidance", "practice",
]  # fmt: skip
Period = Literal["year", "half-year", "quarter", "month", "term"]
Reserve = Literal["stock", "agreement", "capacity"]
ShelterKind = Literal["emergency", "short", "long"]
TeamKind = Literal["comprehensive", "professional", "volunteer", "part-time", "micro-fire-station", "expert"]
DrillForm = Literal["tabletop", "full", "evacuation", "single"]
ActivityKind = Literal["training", "education", "campaign"]
AnnexTable = Literal["contacts", "supplies", "teams", "shelters", "hazards", "flowchart"]
Level = Literal[1, 2, 3, 4]

PHASES: tuple[Phase, ...] = get_args(Phase)
CATEGORIES: tuple[Category, ...] = get_args(Category)
PLAN_KINDS: tuple[PlanKind, ...] = get_args(PlanKind)
FORCES: tuple[Force, ...] = get_args(Force)
"""The heaviest first."""
COLOURS: tuple[Colour, ...] = get_args(Colour)
COLOUR_OF_LEVEL: dict[int, Colour] = {1: "red", 2: "orange", 3: "yellow", 4: "blue"}
"""突发事件应对法 (2007) §42, (2024) §63."""
FIXED_ROLES = ("事发单位", "首报人", "现场指挥部")


def label(word: str) -> Message:
    """What people call a word of these lists: `natural-disaster` → "natural disaster", 自然灾害."""
    return Message(WORD + word)

"""The words of requirements: what is asked, of whom, at which step of a report. What each means: docs/law.md."""

from typing import Literal, get_args

from eplan.models.vocabulary import PlanKind, ShelterKind, TeamKind, UnitKind

PlanQuestion = Literal[
    "risk-assessment", "resource-survey", "consultation", "plan-review", "plan-approval", "head-signature",
    "plan-filing", "plan-filing-addressee", "plan-publication", "plan-content", "plan-annexes", "event-levels",
    "event-grade", "response-levels", "warning-levels", "warning-fields", "required-measures", "activation-fields",
    "vulnerable-people", "event-report", "report-follow-up", "report-supplement", "report-content",
    "information-release", "plan-drill", "plan-evaluation", "plan-revision", "revision-approval",
]  # fmt: skip
"""What is asked of a plan, in the order of its life."""
UnitQuestion = Literal[
    "unit-plan", "department-plan", "required-plan", "conditional-plan", "unit-drill", "evacuation-drill", "bus-drill",
    "safety-education", "public-education", "staff-training", "duty-roster", "duty-24h", "duty-leader", "duty-phone",
    "information-officer", "warning-receiver", "township-force", "contact-verified", "agreement-reserve",
    "supply-catalogue", "supply-upkeep", "supply-rotation", "stock-count", "funds", "shelter-provision",
    "required-team",
]  # fmt: skip
"""What is asked of a unit."""
OtherQuestion = Literal[
    "drill-evaluation", "drill-archive", "event-review", "personal-data", "expiry-lead", "service-life", "supply-code",
    "service-interval", "shelter-area", "shelter-site", "shelter-radius", "shelter-capacity", "shelter-signs",
    "shelter-route", "shelter-keeper", "shelter-siting", "shelter-verified", "team-training", "team-insurance",
    "team-equipment", "team-headcount", "volunteer-age", "hazard-assessment", "hazard-inspection", "hazard-published",
]  # fmt: skip
"""What is asked of drills, events, supplies, shelters, teams and hazards."""
Question = Literal[PlanQuestion, UnitQuestion, OtherQuestion]
ReportStep = Literal[
    "occurrence-unit", "unit-county", "authority-county", "authority-hop", "county-city", "city-province",
    "county-province", "province-authority", "province-state", "local-state", "institution-health", "health-county",
    "school-authority",
]  # fmt: skip
RevisionCause = Literal[
    "law-changed", "command-changed", "risk-changed", "resources-changed", "information-changed", "drill-finding",
    "owner-finds", "other",
]  # fmt: skip
PlanStructure = Literal["comprehensive", "special-unit", "on-site"]
"""What requirements call the structure of a unit's plan."""
Unclaimed = Literal[
    "fire-key-unit", "high-rise-public-100m", "high-rise-part-plan", "hazardous-chemicals-large", "safety-regulator",
    "environment-risk-unit", "gas-operator", "special-equipment-user", "water-supplier", "power-supplier",
    "important-power-user", "residential-management", "critical-infrastructure",
]  # fmt: skip
"""Whom the law binds, though no kind of unit says that a unit is one."""
ShortPeriod = Literal["week", "day"]
Occasion = Literal["warning", "response"]
Subject = Literal[UnitKind, PlanKind, PlanStructure, ShelterKind, TeamKind, Unclaimed, Occasion]

PLAN_QUESTIONS: tuple[PlanQuestion, ...] = get_args(PlanQuestion)
UNIT_QUESTIONS: tuple[UnitQuestion, ...] = get_args(UnitQuestion)
QUESTIONS: tuple[Question, ...] = get_args(Question)

"""`eplan.yaml`: the district, its language and calendar, local requirements, and how strict the check is."""

from typing import Literal

from eplan.models.base import Acceptance, Name, Part, field
from eplan.models.law import Requirement
from eplan.models.quantities import Day, Span
from eplan.models.refs import ActorRef, UnitRef

SeverityName = Literal["error", "warning", "info"]


class District(Part):
    """The district whose plans these are."""

    name: Name = field("Name", "Full name of the district.")
    code: Name | None = field("Division code", "Administrative division code (GB/T 2260), in quotes.", None)
    office: UnitRef | None = field("Emergency office", "The unit that keeps this folder.", None)
    level: Literal["county", "city", "province"] = field("Level", "Level of government.", "county")


class Term(Part):
    """A school term."""

    from_: Day = field("From", "First day of the term.")
    to: Day = field("To", "Last day of the term.")
    name: Name | None = field("Name", "What the term is called.", None)


class RuleSettings(Part):
    """How strict the check is."""

    fail_level: Literal["error", "warning", "info", "never"] = field(
        "Fail level", "The lightest severity that makes `eplan validate` fail.", "error"
    )
    disabled: tuple[Name, ...] = field("Disabled rules", "Ids of rules that are not run.", ())
    severity: dict[str, SeverityName] = field("Severities", "Rule id to severity, where the folder differs.", {})


class Letters(Part):
    """What the office's letters (督办通知单, 通报) say; whatever is not set here is left blank for a hand."""

    code: Name | None = field("Issuer's code", "Code of the office before 〔year〕 in the number of a letter.", None)
    answer_within: Span | None = field("Answer within", "Time for the answer, from receipt of the letter.", None)
    copies: tuple[Name, ...] = field("Copies", "Who gets a copy (抄送).", ())
    contact: ActorRef | None = field("Contact", "The post whose telephone the letters give.", None)


class Config(Part):
    """The folder's settings."""

    district: District = field("District", "The district whose plans these are.")
    language: Literal["zh-CN", "en"] = field("Language", "Language of findings and documents.", "zh-CN")
    profile: Literal["cn"] = field("Rule profile", "The built-in legal base to judge by.", "cn")
    jurisdictions: tuple[Name, ...] = field(
        "Jurisdictions", "Provinces and cities whose local law binds here, besides national law.", ()
    )
    monthly_report_by: int = field(
        "Monthly report due day", "Day of the next month by which the monthly report is sent.", 5, ge=1, le=28
    )
    terms: tuple[Term, ...] = field("School terms", "School terms, where they differ from the usual ones.", ())
    edition: Name | None = field("Data edition", "Which edition of outside data (divisions) the folder follows.", None)
    requirements: tuple[Requirement, ...] = field(
        "Local requirements", "Local requirements, stricter than the built-in ones.", ()
    )
    letters: Letters = field("Letters", "What the office's letters say.", Letters.model_construct())
    no_plan_needed: dict[Name, str] = field(
        "No plan needed",
        "Slot of a plan that the law asks for, such as slot-tourism, to the reason why it is not needed here.",
        {},
    )
    rules: RuleSettings = field("Rules", "How strict the check is.", RuleSettings.model_construct())
    accept: tuple[Acceptance, ...] = field("Accepted findings", "Findings accepted by path.", ())

"""The life of a plan: drafted, consulted, reviewed, approved, issued, filed, published, evaluated, withdrawn."""

from datetime import date as Date  # noqa: N812 - records have a field of that name

from eplan.models.base import Name, Part, Record, field
from eplan.models.quantities import Day
from eplan.models.refs import ActorRef, FileRef, PlanRef, UnitsRef


class Survey(Record):
    """A risk assessment or resource survey made before drafting."""

    date: Day = field("Date", "When it was finished.")
    file: FileRef | None = field("File", "File in this folder.", None)


class Consultation(Record):
    """A unit that was asked for its opinion."""

    unit: UnitsRef = field("Unit", "Who was asked.")
    date: Day | None = field("Date", "When it answered.", None)
    reply: str | None = field("Reply", "What it said.", None)


class Review(Record):
    """The expert or joint review."""

    date: Day = field("Date", "When it was held.")
    by: tuple[Name, ...] = field("By", "Who reviewed.", ())
    opinion: str | None = field("Opinion", "What they said.", None)


class Digest(Part):
    """Fingerprints of the content that was approved, written by `eplan approve`."""

    substance: Name = field("Substance", "Command, grades, warning, reporting, response and actions.")
    whole: Name = field("Whole", "The whole plan.")


class Approval(Record):
    """The decision to put the plan in force."""

    date: Day = field("Date", "When it was approved.")
    by: Name | None = field("By", "Who approved.", None)
    signed_by: ActorRef | None = field("Signed by", "Post that signed.", None)
    digest: Digest | None = field("Digest", "Fingerprints of what was approved.", None)


class Filing(Record):
    """Filing (备案) with the body above."""

    date: Day = field("Date", "When it was filed.")
    with_: Name | None = field("With", "The body it was filed with.", None)
    copies: tuple[Name, ...] = field("Copies", "Who got copies.", ())


class Publication(Record):
    """Publication."""

    date: Day = field("Date", "When it was published.")
    url: str | None = field("Address", "Where it can be read.", None)


class Evaluation(Record):
    """An evaluation of the plan."""

    date: Day = field("Date", "When it was evaluated.")
    by: Name | None = field("By", "Who evaluated.", None)
    result: str | None = field("Result", "What came out.", None)


class Withdrawal(Record):
    """The end of the plan."""

    date: Day = field("Date", "When it was withdrawn.")
    replaced_by: PlanRef | None = field("Replaced by", "Id of the plan that took its place.", None)


class PastEdition(Record):
    """An earlier edition."""

    version: Name = field("Version", "Version, in quotes.")
    issued: Day | None = field("Issued", "When it was issued.", None)
    number: Name | None = field("Number", "Document number.", None)
    changes: str | None = field("Changes", "What changed.", None)


class Edition(Record):
    """The edition in this file and its way through the offices."""

    number: Name | None = field("Number", "Document number (发文字号).", None)
    version: Name | None = field("Version", "Version, in quotes.", None)
    drafted: Day | None = field("Drafted", "When the draft was finished.", None)
    risk_assessed: Survey | None = field("Risk assessed", "The risk assessment.", None)
    surveyed: Survey | None = field("Resources surveyed", "The resource survey.", None)
    consulted: tuple[Consultation, ...] = field("Consulted", "Units asked for their opinion.", ())
    reviewed: Review | None = field("Reviewed", "The review.", None)
    approved: Approval | None = field("Approved", "The approval.", None)
    issued: Day | None = field("Issued", "When it was issued (印发).", None)
    effective: Day | None = field("Effective", "When it takes effect.", None)
    valid_until: Day | None = field("Valid until", "Last day in force, where one is set.", None)
    filed: Filing | None = field("Filed", "Filing (备案).", None)
    published: Publication | None = field("Published", "Publication.", None)
    classified: bool = field("Classified", "True where the plan is not published.", False)
    evaluated: tuple[Evaluation, ...] = field("Evaluated", "Evaluations, oldest first.", ())
    withdrawn: Withdrawal | None = field("Withdrawn", "The end of the plan.", None)
    history: tuple[PastEdition, ...] = field("History", "Earlier editions, oldest first.", ())

    def is_withdrawn_on(self, day: Date) -> bool:
        return self.withdrawn is not None and self.withdrawn.date <= day

    def is_issued_on(self, day: Date) -> bool:
        """Issued on or before `day`; before that a plan is a draft."""
        return self.issued is not None and self.issued <= day

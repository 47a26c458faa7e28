"""The instruments that a plan rests on, and whether they still stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from eplan.law import Law
from eplan.models.law import Instrument
from eplan.models.plan import Citation, Plan
from eplan.repository import Placed


@dataclass(frozen=True)
class Cited:
    """A citation of a plan and the edition of the instrument that it means."""

    index: int
    citation: Citation
    edition: Instrument


def cited(plan: Placed[Plan], issued: date) -> Iterator[Cited]:
    """The citations whose instrument is known. Without a date the edition in force on the day of issue is meant."""
    for index, citation in enumerate(plan.model.basis):
        edition = _meant(plan.on.law, citation, issued)
        if edition:
            yield Cited(index, citation, edition)


def _meant(law: Law, citation: Citation, issued: date) -> Instrument | None:
    known = citation.number if citation.number and law.editions(citation.number) else citation.title
    return law.cited(known, citation.issued or issued)

"""What the formats write: findings, in which language, as of when."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from eplan.finding import Finding, Position
from eplan.messages import Translator, say


@dataclass(frozen=True)
class Outcome:
    """The result of a check, ready to be written."""

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    as_of: date
    translate: Translator
    colour: bool = False
    folder: str = ""
    """The folder as seen from the root of its repository, for services that show findings beside the files there."""

    def path(self, place: Position) -> str:
        """The path of a place, seen from the root of the repository."""
        return str(PurePosixPath(self.folder) / place.path)

    def cited(self, finding: Finding) -> str:
        """The sentence with the requirements of the law that it rests on, for where there is no other room for them."""
        basis = self.translate(say(" (basis: {basis})", basis=finding.basis)) if finding.is_law else ""
        return self.message(finding) + basis

    def message(self, finding: Finding) -> str:
        """The sentence of a finding, with the further places of the same cause."""
        sentence = self.translate(finding.message)
        if not finding.more:
            return sentence
        places = [f"{place.path}:{place.line}" for place in finding.more[:3]]
        return sentence + self.translate(
            say(" (and {count} more of the same, first at {places})", count=len(finding.more), places=places)
        )

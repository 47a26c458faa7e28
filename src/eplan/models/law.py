"""Instruments and requirements: the built-in legal base and a district's own requirements have one shape."""

from typing import Literal

from eplan.models.base import Name, Part, field
from eplan.models.quantities import Amount, Day, Range, Rhythm, Span
from eplan.models.questions import Question, ReportStep, Subject
from eplan.models.vocabulary import Category, Force, HazardKind, Level

Verified = Literal["A", "B", "C", "unverified"]
"""A: the primary text was read whole; B: an excerpt of the official text; C: a secondary source; else unverified."""


class Instrument(Part):
    """A law, regulation, standard or plan that may be cited."""

    id: Name = field("Id", "Short id, used by requirements.")
    title: Name = field("Title", "Official title, without the book-title marks.")
    number: Name | None = field("Number", "Document or standard number.", None)
    aliases: tuple[Name, ...] = field("Aliases", "Other titles under which it is cited.", ())
    force: Force = field("Force", "Legal force.")
    jurisdiction: Name | None = field("Jurisdiction", "Province or city; none means the whole country.", None)
    issued: Day | None = field("Issued", "Date of issue.", None)
    valid_from: Day | None = field("In force from", "First day in force.", None)
    valid_to: Day | None = field("In force to", "Last day in force.", None)
    superseded_by: Name | None = field("Superseded by", "Id of the instrument that took its place.", None)
    verified: Verified = field("Verified", "How sure the source is.", "unverified")
    source: str | None = field("Source", "Where the text was read.", None)


class Requirement(Part):
    """One thing that an instrument demands of somebody, with its number."""

    id: Name = field("Id", "Short id.")
    about: Question = field("About", "What is required: the question that a rule asks.")
    subjects: tuple[Subject, ...] = field("Subjects", "Kinds of unit or plan that it binds; none means all.", ())
    hazards: tuple[HazardKind, ...] = field("Hazard kinds", "Kinds of hazard that it is about; none means all.", ())
    categories: tuple[Category, ...] = field("Categories", "Event categories that it is about; none means all.", ())
    levels: tuple[Level, ...] = field("Levels", "Event levels that it is about; none means all.", ())
    hop: ReportStep | None = field("Hop", "Which hop of a reporting chain is meant, such as unit-county.", None)
    at_most: Span | None = field("At most", "Longest time allowed.", None)
    at_least: Amount | None = field("At least", "Smallest amount allowed.", None)
    every: Rhythm | None = field("Every", "How often: a calendar period or an interval.", None)
    includes: tuple[Name, ...] = field("Includes", "What must be there, by name.", ())
    thresholds: dict[Name, Range] = field("Thresholds", "Numbers of an event grade, any one of which suffices.", {})
    names: tuple[Name, ...] = field("Names", "Names of the items that it is about, such as kinds of extinguisher.", ())
    instrument: Name | None = field("Instrument", "Id of the instrument.", None)
    clause: str | None = field("Clause", "Article or clause.", None)
    basis: str | None = field("Basis", "The basis in words, for local requirements.", None)
    force: Force = field("Force", "Legal force.", "normative")
    jurisdiction: Name | None = field("Jurisdiction", "Province or city; none means the whole country.", None)
    valid_from: Day | None = field("In force from", "First day on which it binds.", None)
    valid_to: Day | None = field("In force to", "Last day on which it binds.", None)
    verified: Verified = field("Verified", "How sure the source is.", "unverified")
    source: str | None = field("Source", "Where the text was read.", None)
    note: str | None = field("Note", "A remark.", None)


class Renaming(Part):
    """A name that went out of use: an agency after a reform, a term after a new law."""

    old: Name = field("Old name", "The name that is out of use.")
    new: Name = field("New name", "What it is called now.")
    since: Day = field("Since", "First day of the new name.")
    verified: Verified = field("Verified", "How sure the source is.", "unverified")


class Reading(Part):
    """A text that was read, under the short key that requirements name as their source."""

    key: Name = field("Key", "Short key, such as S12.")
    title: Name = field("Title", "What was read.")
    address: Name | None = field("Address", "Where it was read.", None)


class LawFile(Part):
    """A file of the legal base."""

    sources: tuple[Reading, ...] = field("Sources", "Texts that were read.", ())

    instruments: tuple[Instrument, ...] = field("Instruments", "Laws, regulations and standards.", ())
    requirements: tuple[Requirement, ...] = field("Requirements", "What they demand.", ())
    renamings: tuple[Renaming, ...] = field("Renamings", "Names that went out of use.", ())

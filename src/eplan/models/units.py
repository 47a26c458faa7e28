"""`data/units.yaml`: units (责任单位), their aliases and groups, the coordination group."""

from typing import Annotated, Literal

from pydantic import Tag

from eplan.models.base import SHAPE, Name, Part, Phone, Record, field
from eplan.models.quantities import Day
from eplan.models.refs import UnitRef, UnitsRef
from eplan.models.vocabulary import UnitKind


class Contact(Record):
    """A post of a unit and how to reach it."""

    post: Name = field("Post", "The post; unique in the district.")
    name: Name | None = field("Holder", "Who holds the post.", None)
    phone: Phone | None = field("Phone", "Telephone number, in quotes.", None)
    verified: Day | None = field("Verified", "When the number was last tried.", None)


class Unit(Record):
    """A body that can be given a duty."""

    name: Name = field("Name", "Short name, used everywhere else.")
    full_name: Name | None = field("Full name", "Official full name.", None)
    kind: UnitKind = field("Kind", "Kind of unit; decides which requirements bind it.")
    parent: UnitRef | None = field("Parent", "The unit it belongs to.", None)
    aliases: tuple[Name, ...] = field("Aliases", "Other names by which texts call it.", ())
    code: Name | None = field("Division code", "Administrative division code, in quotes.", None)
    population: int | None = field("Population", "People served (streets, communities, villages).", None, ge=0)
    pupils: int | None = field("Pupils", "Pupils (schools, kindergartens).", None, ge=0)
    height_m: float | None = field("Height in metres", "Height of a high-rise building.", None, ge=0)
    lat: float | None = field("Latitude", "Degrees north (WGS 84).", None, ge=-90, le=90)
    lon: float | None = field("Longitude", "Degrees east (WGS 84).", None, ge=-180, le=180)
    duty_phone: Phone | None = field("Duty phone", "24-hour number, in quotes.", None)
    no_plan_needed: str | None = field("No plan needed", "The reason why this unit has no plan of its own.", None)
    contacts: tuple[Contact, ...] = field("Contacts", "Posts and how to reach them.", ())


Members = Annotated[
    Annotated[Literal["unknown"], Tag("(text)")] | Annotated[tuple[UnitRef, ...], Tag("(list)")],
    SHAPE,
]


class Group(Record):
    """Several units under one name."""

    members: Members = field("Members", "The units, or `unknown` where the source does not list them.")


class CoordinationGroup(Record):
    """The coordination group (协调小组) that drives the programme."""

    lead: UnitRef = field("Lead", "Leading unit (组长单位).")
    deputies: tuple[UnitRef, ...] = field("Deputies", "Deputy units (副组长单位).", ())
    members: tuple[UnitsRef, ...] = field("Members", "Member units.", ())
    office: UnitRef | None = field("Office", "The unit that keeps its office.", None)


class UnitFile(Part):
    """Units, groups and the coordination group."""

    units: tuple[Unit, ...] = field("Units", "The units of the district.", ())
    groups: dict[Name, Group] = field("Groups", "Several units under one name.", {})
    coordination_group: CoordinationGroup | None = field("Coordination group", "Who drives the programme.", None)

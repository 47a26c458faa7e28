"""All models of a folder, indexed; each knows its place. Questions that several rules ask are answered here once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from eplan.broken import Broken, one_of
from eplan.document import Document, Loc, Place
from eplan.finding import Fault
from eplan.law import Concern, Law
from eplan.models.config import Config
from eplan.models.hazards import Hazard, IssuedWarning, MonitoringPoint
from eplan.models.headquarters import Headquarters
from eplan.models.incidents import Event, Scenario
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.practice import Activity, Drill, Shift
from eplan.models.progress import ProgressFile
from eplan.models.refs import Reference, Space, located, uses
from eplan.models.resources import Shelter, Supply, SupplyFile, Team
from eplan.models.tasks import Area, Programme, Task
from eplan.models.units import Contact, CoordinationGroup, Group, Unit
from eplan.models.vocabulary import FIXED_ROLES

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for the whole check: the day it judges by, the folder's settings, the law."""

    as_of: date
    config: Config
    law: Law

    def requiring(
        self, about: str, *subjects: str, day: date | None = None, concerning: Concern | None = None
    ) -> tuple[Requirement, ...]:
        """What the law, the province and city named in eplan.yaml, and the district itself ask for on that day."""
        day, local = day or self.as_of, self.config.jurisdictions
        return self.law.requiring(about, day, *subjects, jurisdictions=local, concerning=concerning)


class Placed(NamedTuple, Generic[T]):
    """A record, the part of a document that it was made from, and the context of the check."""

    model: T
    document: Document
    loc: Loc
    on: Context

    def at(self, *loc: str | int) -> Place:
        """The place of a part of the record, by the keys of the YAML file."""
        return Place(self.document, (*self.loc, *loc))

    @property
    def id(self) -> str:
        """The record's id or name; a plan's id is its file's name, a group's id its key."""
        model: Any = self.model
        if model.__class__ is Group:
            return str(self.loc[-1])
        own = _naming_field(model.__class__)
        return str((own and getattr(model, own)) or self.document.path.stem)


Named = tuple[Placed[Any], Reference]


@dataclass(frozen=True)
class Repository:
    """Every sound record of the folder, and what is known of its broken files."""

    on: Context
    records: Mapping[type, tuple[Placed[Any], ...]] = field(default_factory=dict, repr=False)
    paths: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()
    broken: tuple[Broken, ...] = ()
    config_place: Place | None = None

    def of(self, model: type[T]) -> tuple[Placed[T], ...]:
        """All records of one type, in the order of their files."""
        return self.records.get(model, ())

    @property
    def as_of(self) -> date:
        return self.on.as_of

    @cached_property
    def declared(self) -> frozenset[str]:
        """The names that broken files declare; of a file that tells nothing, all that nobody else declares."""
        hidden = {space for file in self.broken for space in file.hidden_spaces}
        told = frozenset[str]().union(*(file.declared for file in self.broken))
        used = (use for placed in self.referring for use in uses(placed.model)) if hidden else ()
        return told.union(name for _, space, name in used if space in hidden and name not in self.names[space])

    def may_hide(self, kind: str, *words: str) -> bool:
        """Whether a broken file may hold what is missing: one of a kind of file (`plans`) that has one of these words.

        Rules that report an absence ask this first: what stands in a file that cannot be used is not missing. A word
        is not part of a longer one (`fire` is not in `forest-fire`).
        """
        return bool(self.broken and words) and self._any_broken(kind, rf"(?<![\w-])(?:{one_of(words)})(?![\w-])")

    def may_be_titled(self, *names: str) -> bool:
        """Whether a broken file may be a plan that names no hazards and has one of these names in its title."""
        titled = rf"(?m)\A(?![\s\S]*^hazards:)[\s\S]*^title: .*(?:{one_of(names)})"
        return bool(self.broken and names) and self._any_broken("plans", titled)

    def _any_broken(self, kind: str, words: str) -> bool:
        pattern = re.compile(words)
        return any(file.may_hold(kind, pattern) for file in self.broken)

    def on_day(self, day: date) -> "Repository":
        """The same records as they are judged on another day; nothing is read again."""
        on = replace(self.on, as_of=day)
        dated = {
            model: tuple(Placed(record.model, record.document, record.loc, on) for record in found)
            for model, found in self.records.items()
        }
        return replace(self, on=on, records=dated)

    @cached_property
    def units(self) -> tuple[Placed[Unit], ...]:
        return self.of(Unit)

    @cached_property
    def plans(self) -> tuple[Placed[Plan], ...]:
        return self.of(Plan)

    @cached_property
    def standing_plans(self) -> tuple[Placed[Plan], ...]:
        """Plans whose content is judged: drafts and plans in force. A withdrawn plan is history, which nobody mends."""
        return tuple(plan for plan in self.plans if not plan.model.edition.is_withdrawn_on(self.as_of))

    @cached_property
    def plans_in_force(self) -> tuple[Placed[Plan], ...]:
        """Plans that are issued and not withdrawn on the day of the check."""
        return tuple(plan for plan in self.standing_plans if plan.model.edition.is_issued_on(self.as_of))

    @cached_property
    def tasks(self) -> tuple[Placed[Task], ...]:
        return self.of(Task)

    @cached_property
    def unit_by_name(self) -> Mapping[str, Placed[Unit]]:
        """Units by name, alias and full name; a name wins over an alias."""
        aliases = {alias: unit for unit in self.units for alias in _other_names(unit.model)}
        return {**aliases, **{unit.model.name: unit for unit in self.units}}

    @cached_property
    def group_by_name(self) -> Mapping[str, Placed[Group]]:
        return {group.id: group for group in self.of(Group)}

    @cached_property
    def plan_by_id(self) -> Mapping[str, Placed[Plan]]:
        return _by_id(self.plans)

    @cached_property
    def task_by_id(self) -> Mapping[str, Placed[Task]]:
        return _by_id(self.tasks)

    @cached_property
    def team_by_id(self) -> Mapping[str, Placed[Team]]:
        return _by_id(self.of(Team))

    @cached_property
    def shelter_by_id(self) -> Mapping[str, Placed[Shelter]]:
        return _by_id(self.of(Shelter))

    @cached_property
    def hazard_by_id(self) -> Mapping[str, Placed[Hazard]]:
        return _by_id(self.of(Hazard))

    @cached_property
    def headquarters_by_name(self) -> Mapping[str, Placed[Headquarters]]:
        return _by_id(self.of(Headquarters))

    @cached_property
    def supplies_by_name(self) -> Mapping[str, tuple[Placed[Supply], ...]]:
        """Items by id and by name; a name stands for all stores that hold it."""
        found: dict[str, list[Placed[Supply]]] = {}
        for supply in self.of(Supply):
            for name in {supply.model.id, supply.model.name}:
                found.setdefault(name, []).append(supply)
        return {name: tuple(items) for name, items in found.items()}

    @cached_property
    def post_by_name(self) -> Mapping[str, tuple[Placed[Unit], Contact]]:
        """Posts with the unit that has them."""
        return {contact.post: (unit, contact) for unit in self.units for contact in unit.model.contacts}

    def canonical(self, name: str) -> str:
        """The unit's own name for a name or alias; an unknown name stays as it is."""
        unit = self.unit_by_name.get(name)
        return unit.model.name if unit else name

    def unit_meant(self, name: str) -> str:
        """The same, but for a name that nobody knows (R101) the unit with the nearest name."""
        return self._nearest_units.get(name) or self.canonical(name)

    @cached_property
    def _nearest_units(self) -> Mapping[str, str]:
        known = sorted(self.names["unit"])
        unknown = sorted({reference.name for _, reference in self.unresolved.get("unit", ())})
        near = {name: get_close_matches(name, known, n=1, cutoff=0.6) for name in unknown}
        return {name: self.canonical(found[0]) for name, found in near.items() if found}

    @cached_property
    def probable_owners(self) -> frozenset[str]:
        """The units that are probably meant by plans in force whose owner nobody knows."""
        owners = {plan.model.owner for plan in self.plans_in_force}
        return frozenset(near for name, near in self._nearest_units.items() if name in owners)

    def known_as(self, name: str) -> tuple[str, ...]:
        """Every name by which a unit may be called, its own first."""
        unit = self.unit_by_name.get(name)
        return (unit.model.name, *_other_names(unit.model)) if unit else (name,)

    def is_unsure(self, names: Iterable[str]) -> bool:
        """Whether one of the names is no unit and no group, or only in a broken file: nobody can say whom it means."""
        return any(name not in self.unit_by_name and name not in self.group_by_name for name in names)

    def expand(self, names: Iterable[str]) -> tuple[str, ...]:
        """Units meant by names, aliases and groups, each once.

        A group with unknown members stands for nobody, and so does what only a broken file declares: it may be a group.
        """
        return tuple(dict.fromkeys(self._expanded(names)))

    def _expanded(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            group = self.group_by_name.get(name)
            if group is None and (name in self.unit_by_name or name not in self.declared):
                yield self.canonical(name)
            elif group is not None and isinstance(group.model.members, tuple):
                yield from map(self.canonical, group.model.members)

    def command_members(self, plan: Placed[Plan]) -> tuple[str, ...]:
        """Member units of the plan's headquarters, expanded."""
        headquarters = self._commanding(plan)
        return self.expand(headquarters.model.members) if headquarters else ()

    def command_seats(self, plan: Placed[Plan]) -> tuple[str, ...]:
        """All units that sit in the plan's headquarters: members, deputies, office, commander (posts by their unit).

        Nobody where a name is only known from a broken file.
        """
        headquarters = self._commanding(plan)
        if headquarters is None:
            return ()
        model = headquarters.model
        named = (*model.members, *model.deputies, model.office, model.commander)
        if self.is_unsure(self.unit_behind(name) for name in named if name):
            return ()
        return self.expand(self.unit_behind(name) for name in named if name)

    def _commanding(self, plan: Placed[Plan]) -> Placed[Headquarters] | None:
        """The headquarters that a plan names; none while only another one calls the plan its own (C104)."""
        named = plan.model.command.headquarters if plan.model.command else None
        claiming = self._claiming.get(plan.id, ())
        return None if claiming and named not in claiming else self.headquarters_by_name.get(named or "")

    @cached_property
    def _claiming(self) -> Mapping[str, tuple[str, ...]]:
        """By plan, the headquarters that call it their own."""
        found: dict[str, tuple[str, ...]] = {}
        for body in self.of(Headquarters):
            if body.model.plan:
                found[body.model.plan] = (*found.get(body.model.plan, ()), body.model.name)
        return found

    def unit_behind(self, name: str) -> str:
        """The unit of a post; any other name as it is."""
        held = self.post_by_name.get(name)
        return held[0].model.name if held else name

    @cached_property
    def names(self) -> Mapping[Space, frozenset[str]]:
        """Every name that a reference of a space may use, but for those that only count inside one plan."""
        units = frozenset(self.unit_by_name)
        return {
            "unit": units,
            "units": units | self.group_by_name.keys(),
            "actor": units | self._not_units,
            "headquarters": frozenset(self.headquarters_by_name),
            "plan": frozenset(self.plan_by_id),
            "task": frozenset(self.task_by_id),
            "team": frozenset(self.team_by_id),
            "supply": frozenset(self.supplies_by_name),
            "shelter": frozenset(self.shelter_by_id),
            "hazard": frozenset(self.hazard_by_id),
            "file": self.paths,
        }

    @property
    def unresolved(self) -> Mapping[Space, tuple[Named, ...]]:
        """References that name nothing, by space. Names that a broken file declares count as known."""
        return self._sifted[0]

    @property
    def aliased(self) -> tuple[Named, ...]:
        """References that call a unit by an alias or its full name."""
        return self._sifted[1]

    @cached_property
    def _sifted(self) -> tuple[Mapping[Space, tuple[Named, ...]], tuple[Named, ...]]:
        """All references are gone through once."""
        names, declared = self.names, self.declared
        proper = {space: known | declared for space, known in self._proper_names.items()}
        unknown: dict[Space, list[Named]] = {}
        aliased: list[Named] = []
        for placed in self.referring:
            if isinstance(placed.model, Plan) and placed.model.edition.is_withdrawn_on(self.as_of):
                continue
            local = local_names(placed.model)
            for use in uses(placed.model):
                _, space, name = use
                if name in proper.get(space, declared) or name in local.get(space, ()):
                    continue
                if name in names.get(space, ()):
                    aliased.append((placed, located(use)))
                else:
                    unknown.setdefault(space, []).append((placed, located(use)))
        return {space: tuple(pairs) for space, pairs in unknown.items()}, tuple(aliased)

    @property
    def _proper_names(self) -> Mapping[Space, frozenset[str]]:
        """The names without those that call a unit by an alias or its full name."""
        aliases = self.unit_by_name.keys() - {unit.model.name for unit in self.units} - self._not_units
        of_units = {"unit", "units", "actor"}
        return {space: known - aliases if space in of_units else known for space, known in self.names.items()}

    @cached_property
    def _not_units(self) -> frozenset[str]:
        """Names that an actor may have besides those of units."""
        named = (self.group_by_name, self.headquarters_by_name, self.team_by_id, self.post_by_name)
        return frozenset(FIXED_ROLES).union(*named)

    @property
    def referring(self) -> Iterator[Placed[Any]]:
        """Every record that may hold references, each once."""
        for model in REFERRING:
            yield from self.of(model)


REFERRING: tuple[type, ...] = (
    Unit, Group, CoordinationGroup, Headquarters, Task, ProgressFile, Plan, SupplyFile, Team, Shelter, Hazard,
    MonitoringPoint, IssuedWarning, Drill, Activity, Shift, Event, Scenario, Config,
)  # fmt: skip
RECORDS: tuple[type, ...] = (*REFERRING, Programme, Area, Supply)


@cache
def _naming_field(model: type[Any]) -> str | None:
    """The field that names a record: looking in vain for an attribute of a model takes ten times as long as this."""
    return next((name for name in ("id", "name") if name in getattr(model, "model_fields", ())), None)


def _other_names(unit: Unit) -> tuple[str, ...]:
    return (*unit.aliases, unit.full_name) if unit.full_name else unit.aliases


def _by_id(records: Iterable[Placed[T]]) -> dict[str, Placed[T]]:
    return {record.id: record for record in records}


_MOMENTS = frozenset(("occurrence", "report", "warning", "activation"))


def local_names(record: Any) -> Mapping[Space, frozenset[str]]:
    """Names that count only inside one plan: its actions, its command groups."""
    if not isinstance(record, Plan):
        return {}
    actions = frozenset(action.id for action in record.actions)
    groups = frozenset(group.name for group in record.command.groups) if record.command else frozenset()
    return {"action": actions, "moment": actions | _MOMENTS, "actor": groups}

from collections.abc import Iterator

from eplan.document import Place
from eplan.finding import Severity
from eplan.messages import Message, say
from eplan.models.headquarters import Headquarters
from eplan.models.resources import Team
from eplan.models.units import Group
from eplan.models.vocabulary import FIXED_ROLES
from eplan.repository import Repository
from eplan.rule import Found, rule

Bearer = tuple[str, str, Message, Place]
"""A name, who or what bears it, its kind in words, where."""


@rule(
    "R203",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - name: 区消防大队
    kind: fire
    contacts: [{post: 现场指挥部}]  # <- R203
  - {name: 区应急办, kind: office, aliases: [区消防大队]}  # <- R203
""",
        "data/teams.yaml": """\
teams:
  - {id: 区消防大队, name: 区消防大队, unit: 区应急办}  # <- R203
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区消防大队, kind: fire}
  - {name: 区应急办, kind: office, parent: 区消防大队}
""",
    },
)
def ambiguous_name(repository: Repository) -> Iterator[Found]:
    """A name of somebody who acts has only one meaning.

    Units with their aliases and full names, groups, posts, teams, headquarters, the working groups of a plan and the
    fixed roles share one space of names.

    ## Why

    Whoever reads 'who: 区消防大队' must not have to guess whether the office or its rescue team is meant.

    ## Source

    practice
    """
    bearers: dict[str, tuple[str, Message]] = {role: (role, say("a fixed role")) for role in FIXED_ROLES}
    for name, bearer, kind, place in _bearers(repository):
        known, known_kind = bearers.setdefault(name, (bearer, kind))
        if known != bearer:
            yield Found(place, _told(name, kind, known_kind))
    for plan in repository.standing_plans:
        groups = plan.model.command.groups if plan.model.command else ()
        for index, group in enumerate(groups):
            if group.name in bearers:
                told = _told(group.name, say("a working group"), bearers[group.name][1])
                yield Found(plan.at("command", "groups", index, "name"), told)


def _told(name: str, kind: Message, known: Message) -> Message:
    return say("'{name}' is {kind} here and {known} elsewhere: rename one", name=name, kind=kind, known=known)


def _bearers(repository: Repository) -> Iterator[Bearer]:
    yield from _units(repository)
    for group in repository.of(Group):
        yield group.id, f"group {group.id}", say("a group"), group.at()
    for team in repository.of(Team):
        yield team.id, f"team {team.id}", say("a team"), team.at("id")
    for body in repository.of(Headquarters):
        yield body.id, f"headquarters {body.id}", say("a headquarters"), body.at("name")


def _units(repository: Repository) -> Iterator[Bearer]:
    for unit in repository.units:
        model, bearer = unit.model, f"unit {unit.id}"
        yield model.name, bearer, say("a unit"), unit.at("name")
        if model.full_name:
            yield model.full_name, bearer, say("the full name of a unit"), unit.at("full-name")
        for index, alias in enumerate(model.aliases):
            yield alias, bearer, say("an alias of a unit"), unit.at("aliases", index)
        for index, contact in enumerate(model.contacts):
            place = unit.at("contacts", index, "post")
            yield contact.post, f"post {contact.post}", say("a post"), place

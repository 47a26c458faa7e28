from collections.abc import Iterator

from eplan.document import Place
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule
from eplan.together import double_booked, running_together


@rule(
    "M107",
    severity=Severity.WARNING,
    bad={
        "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
hazards: [forest-fire]
owner: 区应急办
command: {commander: 分管副区长}  # <- M107
can-run-with: [earthquake]
""",
        "data/plans/special/earthquake.yaml": """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区应急办
command:
  groups:
    - {name: 抢险组, lead: 分管副区长, duties: 组织抢险}
""",
        "data/units.yaml": """\
units:
  - {name: 区政府, kind: government, contacts: [{post: 分管副区长}]}
  - {name: 区应急办, kind: office, parent: 区政府}
""",
    },
    good=sound_folder(),
)
def person_in_two_posts(repository: Repository) -> Iterator[Found]:
    """Nobody commands two emergencies at the same time.

    Plans that can run together (`can-run-with`, scenarios) and are for different hazards are looked at: who commands
    the headquarters or a response level or leads a group in one has no such post in another. Each person is one
    finding.

    ## Why

    The commander who sits in the earthquake headquarters does not lead at the forest fire. Written plans show it
    before the day, and a deputy can be named.

    ## Source

    practice：多个预案同时启动的指挥人员核算

    ## Not caught

    Units: an office can send two people. Plans that share a hazard: they fight the same emergency at two levels, and
    the same person stands at its head. Deputies and mere members.
    """
    known: set[str] = set()
    for group in running_together(repository):
        for booking in double_booked(group, lambda plan: _posts(repository, plan)):
            if booking.name in known:
                continue
            known.add(booking.name)
            yield Found(
                booking.place,
                say(
                    "{person} leads in {plans}, which can run at the same time: name somebody else in one of them",
                    person=booking.name,
                    plans=[plan.model.title for plan in booking.plans],
                ),
            )


def _posts(repository: Repository, plan: Placed[Plan]) -> Iterator[tuple[str, Place]]:
    """The people at the head of a plan's emergency, each where the plan or its headquarters says so."""
    return ((name, place) for name, place in _leads(repository, plan) if name in repository.post_by_name)


def _leads(repository: Repository, plan: Placed[Plan]) -> Iterator[tuple[str, Place]]:
    command, response = plan.model.command, plan.model.response
    if command:
        headquarters = repository.headquarters_by_name.get(command.headquarters or "")
        if command.commander:
            yield command.commander, plan.at("command", "commander")
        elif headquarters and headquarters.model.commander:
            yield headquarters.model.commander, headquarters.at("commander")
        for index, group in enumerate(command.groups):
            if group.lead:
                yield group.lead, plan.at("command", "groups", index, "lead")
    for index, level in enumerate(response.levels if response else ()):
        if level.commander:
            yield level.commander, plan.at("response", "levels", index, "commander")

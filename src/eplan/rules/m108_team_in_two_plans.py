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
    "M108",
    severity=Severity.INFO,
    bad={
        "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
hazards: [forest-fire]
owner: 区应急办
actions:
  - {id: a1, phase: during, what: 扑打明火, with: {teams: [综合应急救援队]}}
can-run-with: [earthquake]  # <- M108
""",
        "data/plans/special/earthquake.yaml": """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区应急办
actions:
  - {id: a1, phase: during, who: [综合应急救援队], what: 搜救被埋压人员}
""",
        "data/teams.yaml": "teams:\n  - {id: 综合应急救援队, name: 综合应急救援队, unit: 区应急办}\n",
        "data/units.yaml": "units:\n  - {name: 区应急办, kind: office}\n",
    },
    good=sound_folder(),
)
def team_in_two_plans(repository: Repository) -> Iterator[Found]:
    """No team is counted on by two emergencies at the same time.

    Plans that can run together (`can-run-with`, scenarios) and are for different hazards are looked at: a team that
    responds in one (`who`, `with`) is not sent out by another. The teams of one group of plans are one finding, at
    the place that says that they run together; who has the first call is to be said beforehand.

    ## Why

    Two headquarters call the same rescue team within ten minutes. Who decides, if nobody has thought of it?

    ## Source

    practice：多个预案同时启动的队伍核算

    ## Not caught

    Plans that share a hazard: they fight the same emergency at two levels. What teams do before an emergency. Teams
    that are only listed under `support`.
    """
    known: set[str] = set()
    for group in running_together(repository):
        bookings = double_booked(group, lambda plan: _sent_out(repository, plan))
        teams = [booking.name for booking in bookings if booking.name not in known]
        known.update(teams)
        if teams:
            yield Found(
                group.place,
                say(
                    "{plans} can run at the same time and send out the same teams: {teams}; say who has the first call",
                    plans=[plan.model.title for plan in group.plans],
                    teams=teams,
                ),
            )


def _sent_out(repository: Repository, plan: Placed[Plan]) -> Iterator[tuple[str, Place]]:
    """The teams that a plan's actions send out."""
    for index, action in enumerate(plan.model.actions):
        if action.phase in ("onset", "during"):
            for place, names in (("who", action.who), ("with", action.with_.teams if action.with_ else ())):
                yield from ((name, plan.at("actions", index, place)) for name in names if name in repository.team_by_id)

from collections.abc import Iterator, Mapping

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.plan_action import Action, When
from eplan.models.quantities import Duration
from eplan.obligations import spoken
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_ALARMS = frozenset(("occurrence", "report", "warning", "activation"))


@rule(
    "M106",
    severity=Severity.WARNING,
    bad={
        "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
hazards: [forest-fire]
owner: 区应急办
actions:
  - id: a1
    phase: during
    what: 扑打明火
    when: {within: 1h, of: activation}  # <- M106
    with: {teams: [森林消防队]}
""",
        "data/teams.yaml": "teams:\n  - {id: 森林消防队, name: 森林消防队, unit: 区应急办, ready-in: 2h}\n",
        "data/units.yaml": "units:\n  - {name: 区应急办, kind: office}\n",
    },
    good=sound_folder(),
)
def mobilisation_too_slow(repository: Repository) -> Iterator[Found]:
    """A team can leave before the action must be done that counts on it.

    The team's `ready-in` is held against the action's `within`, where that is counted from the occurrence, the
    report, the warning or the activation, or from nothing in particular. A team that is too slow for several
    actions is one finding.

    ## Why

    A plan that wants divers at the river in half an hour, from a team that needs an hour to assemble, is a wish.

    ## Source

    practice

    ## Not caught

    The way to the scene: `ready-in` only says when the team leaves. Actions that follow another action.
    """
    ready = {team.id: team.model.ready_in for team in repository.team_by_id.values() if team.model.ready_in}
    if not ready:
        return
    for plan in repository.standing_plans:
        yield from _too_slow(plan, ready)


def _too_slow(plan: Placed[Plan], ready: Mapping[str, Duration]) -> Iterator[Found]:
    for index, action in enumerate(plan.model.actions):
        within = action.when.within if action.when and _is_from_alarm(action, action.when) else None
        for team in _teams(action, ready) if within else ():
            if within and ready[team].minutes > within.minutes:
                yield Found(
                    plan.at("actions", index, "when", "within"),
                    say(
                        "action {action} counts on {team} within {within}, but the team is ready only in {ready}:"
                        " allow more time, or name a faster team",
                        action=action.id,
                        team=team,
                        within=spoken(within),
                        ready=spoken(ready[team]),
                    ),
                    cause=team,
                )


def _is_from_alarm(action: Action, when: When) -> bool:
    """Whether the time is counted from the alarm: said so, or not said and nothing comes first."""
    return when.of in _ALARMS or (when.of is None and not action.after)


def _teams(action: Action, ready: Mapping[str, Duration]) -> list[str]:
    """The teams that an action is done by or with."""
    named = [*action.who, *(action.with_.teams if action.with_ else ())]
    return [name for place, name in enumerate(named) if name in ready and name not in named[:place]]

from collections.abc import Iterator

from eplan.coverage import unplanned_hazards
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import Message, say
from eplan.models.hazards import Hazard
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_MAJOR = (1, 2)
_HAZARD = """\
hazards:
  - id: 后山林缘
    kind: forest-fire
    place: 北街后山林缘
    unit: 区林业局
    level: 2
    registered: 2012-06-01
    assessed: 2012-06-20
    inspected: [2012-11-20]
    published: 2012-06-20
    plan: forest-fire
"""


@rule(
    "H401",
    severity=Severity.WARNING,
    bad={
        "data/hazards.yaml": _HAZARD.replace("id: 后山林缘", "id: 后山林缘  # <- H401").replace(
            "    plan: forest-fire\n", ""
        ),
        **sound_folder(),
    },
    good={"data/hazards.yaml": _HAZARD, **sound_folder()},
)
def major_hazard_without_plan(repository: Repository) -> Iterator[Found]:
    """A major hazard (level 1 or 2) names the plan in force that is for it.

    Or it says why it needs none (`no-plan-needed`). Every hazard is its own finding.

    ## Why

    When the slope moves, the man on the spot must not search forty plans for the right one.

    ## Source

    practice; 重大隐患整改“五落实”中的应急预案落实

    ## Not caught

    Hazards of levels 3 and 4, or without a level. Plans that are withdrawn (L403) or unknown (R104). Hazards that no plan
    in force covers, which is C101. Whether the plan fits the place.
    """
    if not repository.of(Hazard):
        return
    in_force = {plan.id for plan in repository.plans_in_force}
    drafts = {plan.id for plan in repository.standing_plans} - in_force
    unplanned = {hazard.id for hazard in unplanned_hazards(repository)}
    for hazard in repository.of(Hazard):
        model = hazard.model
        if model.level not in _MAJOR or model.no_plan_needed or _is_later(hazard) or hazard.id in unplanned:
            continue
        if model.plan is None or model.plan in drafts:
            yield Found(hazard.at("plan"), _complaint(hazard))


def _is_later(hazard: Placed[Hazard]) -> bool:
    registered = hazard.model.registered
    return registered is not None and registered > hazard.on.as_of


def _complaint(hazard: Placed[Hazard]) -> Message:
    model = hazard.model
    if model.plan:
        return say(
            "hazard {id} ({place}) is of level {level}, but its plan '{plan}' is not in force: issue it, or name another",
            id=model.id,
            place=model.place,
            level=model.level,
            plan=model.plan,
        )
    return say(
        "hazard {id} ({place}) is of level {level} and names no plan: name it (`plan`), or say why none is needed "
        "(`no-plan-needed`)",
        id=model.id,
        place=model.place,
        level=model.level,
    )

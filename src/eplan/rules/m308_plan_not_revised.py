from collections.abc import Iterator
from datetime import date

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.practice import CorrectiveAction, Drill
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_DUE = "    actions:\n      - {what: 写明火场看守移交的条件, owner: 区林业局, due: 2013-03-31, revise-plan: true}\n"
_DRILL = "    evaluation: {execution: 按预案进行, plan-usability: 可行, command: 顺畅, personnel: 到位, equipment: 适用, suggestions: 增配对讲机}\n"


@rule(
    "M308",
    severity=Severity.WARNING,
    bad={
        "data/plans/special/forest-fire.yaml": """\
title: 某区森林火灾应急预案
kind: special
hazards: [forest-fire]
owner: 区应急办
edition: {version: "1", issued: 2012-09-12}
""",
        "data/drills/2012.yaml": """\
drills:
  - id: 森林火灾演练
    plans: [forest-fire]
    unit: 区应急办
    form: full
    held: 2012-11-10
    actions:
      - what: 写明火场看守移交的条件
        owner: 区应急办
        due: 2012-12-20
        closed: 2012-12-18
        revise-plan: true  # <- M308
""",
        "data/units.yaml": "units:\n  - {name: 区应急办, kind: office}\n",
    },
    good=sound_folder((_DRILL, _DRILL + _DUE)),
)
def plan_not_revised(repository: Repository) -> Iterator[Found]:
    """A drill that says "revise the plan" is followed by a revised plan.

    Asked when the action is reported as done. The plan must show an edition that was issued after the drill: `issued`,
    or an entry of its history. `revise-plan: true` means the drill's plans, one of which must be new.

    ## Why

    "Closed" is easily written. The edition that lies in the duty room shows whether anything changed.

    ## Source

    突发事件应急预案管理办法 国办发〔2013〕101号 第二十五条、国办发〔2024〕5号：应急演练发现问题需作出重大调整的，应当及时修订; before, practice

    ## Not caught

    What was changed. Actions still open: they are overdue (M306) or not yet due. Plans that were never issued.
    """
    for drill in repository.of(Drill):
        held = drill.model.held
        for index, action in enumerate(drill.model.actions if held else ()):
            named = (repository.plan_by_id.get(name) for name in _named(drill, action))
            plans = [plan for plan in named if plan and plan.model.edition.is_issued_on(repository.as_of)]
            if held and plans and _is_done(action, repository.as_of) and not _any_newer(plans, held, repository.as_of):
                yield Found(
                    drill.at("actions", index, "revise-plan"),
                    say(
                        "'{what}' is closed, but {plans} has no edition issued after the drill of {held}: issue the revision",
                        what=action.what,
                        plans=[plan.model.title for plan in plans],
                        held=held,
                    ),
                )


def _named(drill: Placed[Drill], action: CorrectiveAction) -> tuple[str, ...]:
    """The ids of the plans that are to be revised."""
    if isinstance(action.revise_plan, str):
        return (action.revise_plan,)
    return drill.model.plans if action.revise_plan else ()


def _is_done(action: CorrectiveAction, day: date) -> bool:
    return action.closed is not None and action.closed <= day


def _any_newer(plans: list[Placed[Plan]], held: date, day: date) -> bool:
    """Whether one of the plans was issued again between the drill and `day`."""
    editions = (plan.model.edition for plan in plans)
    issued = (when for edition in editions for when in (edition.issued, *(past.issued for past in edition.history)))
    return any(when is not None and held < when <= day for when in issued)

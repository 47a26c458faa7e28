from collections.abc import Iterator, Mapping

from eplan.coverage import hazards_of, may_have_plan, plans_by_owner
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.vocabulary import label
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_OWN = "data/plans/department/公安.yaml"


@rule(
    "C401",
    severity=Severity.INFO,
    bad={
        **sound_folder(),
        _OWN: """\
title: 区公安分局应急预案
kind: department
hazards: [road-traffic]  # <- C401
owner: 区公安分局
edition: {issued: 2012-06-01}
""",
    },
    good=sound_folder(),
)
def member_plan_lacks_hazard(repository: Repository) -> Iterator[Found]:
    """The plan of a department covers the hazards of the special plans in which it has a part.

    Asked of units that have a department plan in force and are members of the headquarters of a special plan, or have a
    duty in it. All their plans together count. One finding names all hazards that are left out.

    ## Why

    The special plan calls the department for a flood; the department's own plan only knows fires.

    ## Source

    突发事件应对法 (2007) 第十七条、(2024) 第二十六条：有关部门根据各自职责和上级应急预案制定; practice

    ## Not caught

    Departments without a plan of their own (C203). Department plans that name no hazards: they are for all.
    """
    needed = _needed(repository)
    for unit, plans in plans_by_owner(repository).items():
        own = [plan for plan in plans if plan.model.kind == "department"]
        covered = hazards_of(plans)
        missing = [hazard for hazard in needed.get(unit, {}) if hazard not in covered]
        if missing and own and not may_have_plan(unit, repository) and all(plan.model.hazards for plan in own):
            yield Found(
                own[0].at("hazards"),
                say(
                    "{unit} has a part in special plans for {hazards}, and its own plan is not for them: "
                    "say there what it does",
                    unit=unit,
                    hazards=[label(hazard) for hazard in missing],
                ),
            )


def _needed(repository: Repository) -> Mapping[str, Mapping[str, None]]:
    """For each unit the hazards of the special plans in force in which it has a part."""
    found: dict[str, dict[str, None]] = {}
    for plan in repository.plans_in_force:
        if plan.model.kind == "special":
            for unit in _parts(plan, repository):
                found.setdefault(unit, {}).update(dict.fromkeys(plan.model.hazards))
    return found


def _parts(plan: Placed[Plan], repository: Repository) -> set[str]:
    duties = plan.model.command.duties if plan.model.command else {}
    return {*repository.command_members(plan), *repository.expand(duties)}

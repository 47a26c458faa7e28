from collections.abc import Iterator

from eplan.coverage import may_have_plan, plans_by_owner
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "C203",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": "district: {name: 某区}\n",
        **sound_folder(
            (
                '  - {name: 区公安分局, kind: department, parent: 区政府, duty-phone: "0812-0000003"}\n',
                '  - {name: 区公安分局, kind: department, parent: 区政府, duty-phone: "0812-0000003"}  # <- C203\n',
            )
        ),
    },
    good=sound_folder(),
)
def department_without_plan(repository: Repository) -> Iterator[Found]:
    """A department that has a duty in a special plan has a plan of its own in force.

    A department that keeps a special plan counts as having one. All departments without are one finding. One that needs
    none says so with `no-plan-needed`. Asked of a district's folder, which has an eplan.yaml.

    ## Why

    The special plan says that the department comes; its own plan says who in it comes, with what, and who stands in.

    ## Source

    突发事件应对法 (2007) 第十七条、(2024) 第二十六条：有关部门根据各自职责制定应急预案

    ## Not caught

    Which departments the law means by 有关: those with a duty in a special plan are taken, so it is never an error.
    Offices, party bodies and institutions.
    """
    rows = repository.on.requiring("department-plan", "department")
    if repository.config_place is None or not rows:
        return
    owners = plans_by_owner(repository).keys()
    charged = _charged(repository)
    bare = [
        unit
        for unit in repository.units
        if unit.model.kind == "department"
        and unit.model.name in charged
        and unit.model.name not in owners
        and not unit.model.no_plan_needed
        and not may_have_plan(unit.model.name, repository)
    ]
    for unit in bare:
        yield Found(
            unit.at("name"),
            say(
                "departments with duties in special plans and without a plan of their own: {count} "
                "({units}): write the plans, or say why none is needed (`no-plan-needed`)",
                count=len(bare),
                units=[unit.model.name for unit in bare[:5]],
            ),
            cause="department",
            basis=rows,
            severity=Severity.WARNING,
        )


def _charged(repository: Repository) -> set[str]:
    """Units with a duty in a special plan in force."""
    duties = (
        plan.model.command.duties
        for plan in repository.plans_in_force
        if plan.model.kind == "special" and plan.model.command
    )
    return {unit for names in duties for unit in repository.expand(names)}

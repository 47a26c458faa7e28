from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.headquarters import Headquarters
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_UNITS = """\
units:
  - {name: 区农水局, kind: department, contacts: [{post: 区农水局主要负责人}]}
"""


@rule(
    "C102",
    severity=Severity.WARNING,
    bad={
        "data/headquarters.yaml": """\
headquarters:
  - {name: 区防汛抗旱指挥部, hazards: [flood, drought], commander: 区农水局主要负责人, office: 区农水局, members: [区农水局]}  # <- C102
""",
        "data/units.yaml": _UNITS,
    },
    good={
        "data/headquarters.yaml": """\
headquarters:
  - name: 区防汛抗旱指挥部
    hazards: [flood, drought]
    commander: 区农水局主要负责人
    office: 区农水局
    members: [区农水局]
    no-plan-needed: 按市防汛抗旱应急预案执行
""",
        "data/units.yaml": _UNITS,
    },
)
def headquarters_without_plan(repository: Repository) -> Iterator[Found]:
    """Every headquarters has a plan in force.

    It has one when `plan` names one, or when a plan in force names it as its headquarters. One that needs none says so
    with `no-plan-needed`. One that is not yet established is not asked.

    ## Why

    A headquarters without a plan meets and does not know what it decides.

    ## Source

    攀枝花市东区加强公共安全应急体系建设实施方案 四（四）2：设立专项应急指挥部，建立递进式应急机制; practice elsewhere

    ## Not caught

    A plan that is withdrawn (L403) or unknown (R104). Whether the plan is for the hazards of the headquarters, which
    is C104.
    """
    if not repository.of(Headquarters):
        return
    in_force = {plan.id for plan in repository.plans_in_force}
    drafts = {plan.id for plan in repository.standing_plans} - in_force
    named = {plan.model.command.headquarters for plan in repository.plans_in_force if plan.model.command}
    for headquarters in repository.of(Headquarters):
        model = headquarters.model
        future = model.established is not None and model.established > repository.as_of
        has_plan = model.name in named or (model.plan is not None and model.plan not in drafts)
        may_be_named = repository.may_hide("plans", f"headquarters: {model.name}")
        if not (future or model.no_plan_needed or has_plan or may_be_named):
            yield _found(headquarters)


def _found(headquarters: Placed[Headquarters]) -> Found:
    name, plan = headquarters.model.name, headquarters.model.plan
    if plan:
        message = say(
            "{headquarters}: its plan '{plan}' is not in force: issue it, or name another", headquarters=name, plan=plan
        )
    else:
        message = say("{headquarters} has no plan: write one and name it here (`plan`)", headquarters=name)
    return Found(headquarters.at("plan"), message)

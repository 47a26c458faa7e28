from collections.abc import Iterator

from eplan.coverage import is_open, slots
from eplan.finding import Severity
from eplan.law import severity_of
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.models.headquarters import Headquarters
from eplan.repository import Repository
from eplan.rule import Found, rule

_UNITS = """\
units:
  - {name: 某区政府, kind: government}
  - {name: 区农水局, kind: department, parent: 某区政府, duty-phone: "0812-0000001", contacts: [{post: 区农水局主要负责人}]}
"""
_HEADQUARTERS = """\
headquarters:
  - name: 区防汛指挥部
    hazards: [flood]
    commander: 区农水局主要负责人
    office: 区农水局
    members: [区农水局]
    no-plan-needed: 按市防汛应急预案执行
"""
_CONFIG = """\
district: {name: 某区}
rules: {disabled: [C301]}
"""


@rule(
    "C302",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": _CONFIG.replace("district: {name: 某区}", "district: {name: 某区}  # <- C302"),
        "data/units.yaml": _UNITS,
        "data/headquarters.yaml": _HEADQUARTERS,
    },
    good={
        "eplan.yaml": f"{_CONFIG}no-plan-needed: {{slot-flood: 区内无江河，按市防汛应急预案执行}}\n",
        "data/units.yaml": _UNITS,
        "data/headquarters.yaml": _HEADQUARTERS,
    },
)
def conditional_plan_missing(repository: Repository) -> Iterator[Found]:
    """Where the register or a headquarters shows that a hazard exists here, the plan that statutes then ask for is there.

    Such as a plan for forest fire where there are forests, for floods where the district has flood control tasks. A
    slot that is not needed here is named with the reason under `no-plan-needed` in eplan.yaml.

    ## Why

    A district that has a headquarters against floods cannot say that floods do not concern it.

    ## Source

    森林防火条例 第十六条、防汛条例 第十一条、破坏性地震应急条例 第十一条 and others, each between its own days

    ## Not caught

    Circumstances that the folder does not show: heavy pollution, grain. Whether the circumstance is really the one of
    the statute is for people to judge, so it is never an error.
    """
    governments = [unit for unit in repository.units if unit.model.kind == "government"]
    if repository.config_place is None or not governments:
        return
    present = _hazards_here(repository)
    for slot in slots(repository.on.requiring("conditional-plan", "government")):
        if not present.isdisjoint(slot.rows[0].hazards) and is_open(slot, repository):
            yield Found(
                repository.config_place,
                say(
                    "no plan in force for {names} ({slot}), which is asked for under a condition "
                    "({condition}): write it, or say under `no-plan-needed` why the district needs none",
                    names=slot.name,
                    slot=slot.rows[0].id,
                    condition=(slot.rows[0].note or "-").rstrip("。"),
                ),
                cause=slot.rows[0].id,
                basis=slot.rows,
                severity=min(Severity.WARNING, max(map(severity_of, slot.rows))),
            )


def _hazards_here(repository: Repository) -> set[str]:
    """Kinds of hazard that are in the register or that a headquarters is for."""
    today = repository.as_of
    hazards = (hazard.model for hazard in repository.of(Hazard))
    registered = {hazard.kind for hazard in hazards if (hazard.registered or today) <= today}
    bodies = (body.model for body in repository.of(Headquarters))
    return registered.union(*(body.hazards for body in bodies if (body.established or today) <= today))

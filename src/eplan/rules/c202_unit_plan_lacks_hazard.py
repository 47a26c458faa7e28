from collections.abc import Iterator

from eplan.coverage import fills, may_have_plan, plans_by_owner, slots
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.units import Unit
from eplan.models.vocabulary import label
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "C202",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": "district: {name: 某区}\n",
        "data/units.yaml": """\
units:
  - {name: 某医院, kind: hospital}  # <- C202
""",
        "data/plans/unit/医院.yaml": """\
title: 某医院火灾应急预案
kind: unit
hazards: [fire]
owner: 某医院
edition: {issued: 2012-06-01}
""",
    },
    good=sound_folder(),
)
def unit_plan_lacks_hazard(repository: Repository) -> Iterator[Found]:
    """Units that must plan for certain hazards have a plan in force that covers them.

    Such as a town, a school or a hospital for earthquakes, a chemical works for chemicals. A plan covers a hazard by
    its `hazards`; one that names none is for all. Several units of one kind that lack the same are one finding.

    ## Why

    A general plan of a hospital does not say how patients leave a building that has been shaken.

    ## Source

    防震减灾法 第四十六条、危险化学品安全管理条例 第七十条 and others, each between its own days

    ## Not caught

    Units without any plan, which is C201. Requirements on units whose kind the register cannot say, such as users of
    special equipment.
    """
    if repository.config_place is None:
        return
    owned = plans_by_owner(repository)
    for unit in repository.units:
        plans = owned.get(unit.model.name, ())
        for slot in slots(_asked(unit)) if plans and not _is_excused(unit, repository) else ():
            if not any(fills(plan.model, row) or not plan.model.hazards for plan in plans for row in slot.rows):
                yield Found(
                    unit.at("name"),
                    say(
                        "{unit} must have a plan for {hazards}, and its plans do not cover it: write one, or add "
                        "it to the `hazards` of a plan that does",
                        unit=unit.model.name,
                        hazards=[label(hazard) for hazard in slot.rows[0].hazards],
                    ),
                    cause=f"{unit.model.kind}:{slot.rows[0].id}",
                    basis=slot.rows,
                    severity=heaviest(slot.rows, Severity.WARNING),
                )


def _is_excused(unit: Placed[Unit], repository: Repository) -> bool:
    return bool(unit.model.no_plan_needed) or may_have_plan(unit.model.name, repository)


def _asked(unit: Placed[Unit]) -> Iterator[Requirement]:
    if unit.model.kind != "government":
        for about in ("unit-plan", "required-plan"):
            yield from (row for row in unit.on.requiring(about, unit.model.kind) if row.hazards and row.subjects)

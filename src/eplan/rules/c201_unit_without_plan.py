from collections.abc import Iterator, Set

from eplan.coverage import kinds_of, may_have_plan, plans_by_owner
from eplan.finding import Severity
from eplan.law import severity_of
from eplan.messages import say
from eplan.models.units import Unit
from eplan.models.vocabulary import label
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_CONFIG = "district: {name: 某区}\n"


@rule(
    "C201",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": _CONFIG,
        "data/units.yaml": """\
units:
  - {name: 北街街道, kind: street}  # <- C201
  - {name: 一号社区, kind: community, parent: 北街街道}  # <- C201
  - {name: 二号社区, kind: community, parent: 北街街道}  # <- C201
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 北街街道, kind: street}
""",
    },
)
def unit_without_plan(repository: Repository) -> Iterator[Found]:
    """Units of the kinds that must have a plan of their own have one in force.

    Towns, streets, communities, villages, schools, hospitals, mines, chemical works, places where people gather: the
    law of the day says which. All units of one kind are one finding. A unit that needs none says so with
    `no-plan-needed`. Asked of a district's folder, which has an eplan.yaml.

    ## Why

    The first half hour belongs to those who are there.

    ## Source

    突发事件应对法 (2007) 第十七条、第二十三条、第二十四条、(2024) 第二十六条、第三十六条、第三十七条；国办发〔2007〕52号, each between its own days

    ## Not caught

    Units that are not in units.yaml, and those of kind external. Whether a plan covers certain hazards (C202).
    """
    if repository.config_place is None:
        return
    owners = plans_by_owner(repository).keys()
    bare = [unit for unit in repository.units if _is_bare(unit, owners, repository)]
    for kind, units in kinds_of(bare).items():
        rows = tuple(row for row in repository.on.requiring("unit-plan", kind) if not row.hazards and row.subjects)
        if not rows or kind == "government":
            continue
        for unit in units:
            yield Found(
                unit.at("name"),
                say(
                    "without a plan of their own in force: {count} of kind {kind} ({units}): write the plans,"
                    " or say why none is needed (`no-plan-needed`)",
                    count=len(units),
                    kind=label(kind),
                    units=[unit.model.name for unit in units[:5]],
                ),
                cause=kind,
                basis=rows,
                severity=max(map(severity_of, rows)),
            )


def _is_bare(unit: Placed[Unit], owners: Set[str], repository: Repository) -> bool:
    has_plan = unit.model.name in owners or may_have_plan(unit.model.name, repository)
    return not has_plan and not unit.model.no_plan_needed

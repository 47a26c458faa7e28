from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.quantities import Duration
from eplan.models.resources import SupplyFile
from eplan.repository import Repository
from eplan.rhythm import lateness
from eplan.rule import Found, rule

_USUAL = Duration(1, "y")


@rule(
    "S110",
    severity=Severity.INFO,
    bad={
        "data/supplies/区民政局.yaml": """\
unit: 区民政局
reviewed: 2011-11-05  # <- S110
supplies: []
""",
        "data/units.yaml": "units:\n  - {name: 区民政局, kind: department}\n",
    },
    good={
        "data/supplies/区民政局.yaml": """\
unit: 区民政局
reviewed: 2012-11-05
supplies: []
""",
        "data/units.yaml": "units:\n  - {name: 区民政局, kind: department}\n",
    },
)
def catalogue_not_reviewed(repository: Repository) -> Iterator[Found]:
    """A department goes through its catalogue once a year.

    ## Why

    What is needed changes with the risks and the plans; a catalogue that nobody has read for years is a list of what
    somebody once bought.

    ## Source

    突发事件应对法 (2024) 第四十五条：动态更新应急物资储备品种目录 (no interval); once a year: practice

    ## Not caught

    Catalogues that never say when they were gone through.
    """
    for catalogue in repository.of(SupplyFile):
        reviewed = catalogue.model.reviewed
        if reviewed is None:
            continue
        unit = repository.unit_by_name.get(catalogue.model.unit)
        rows = repository.on.requiring("supply-catalogue", *((unit.model.kind,) if unit else ()))
        late = lateness(rows, _USUAL, reviewed, repository.as_of)
        if late:
            yield Found(
                catalogue.at("reviewed"),
                say(
                    "the catalogue of {unit} was last gone through on {reviewed}: go through it again (due {due})",
                    unit=catalogue.model.unit,
                    reviewed=reviewed,
                    due=late.due,
                ),
                basis=late.rows,
                severity=late.severity,
            )

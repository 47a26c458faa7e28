from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.practice import Drill
from eplan.repository import Placed
from eplan.rule import Found, rule

_DRILL = """\
drills:
  - id: 道路交通事故演练
    unit: 区公安分局
    form: full
    planned: {planned}
"""
_UNITS = "units:\n  - {name: 区公安分局, kind: department}\n"


@rule(
    "M305",
    severity=Severity.WARNING,
    bad={"data/drills/2012.yaml": _DRILL.format(planned="2012-10  # <- M305"), "data/units.yaml": _UNITS},
    good={"data/drills/2012.yaml": _DRILL.format(planned="2013-03"), "data/units.yaml": _UNITS},
)
def drill_not_held(drill: Placed[Drill]) -> Iterator[Found]:
    """A drill that was planned is held.

    A month means its last day. Who postpones a drill writes the new date under `planned`.

    ## Why

    A plan of drills that nobody checks is fulfilled in December, on paper.

    ## Source

    practice：年度演练计划

    ## Not caught

    Drills that were held later than planned.
    """
    planned, held, today = drill.model.planned, drill.model.held, drill.on.as_of
    if planned is not None and planned < today and (held is None or held > today):
        yield Found(
            drill.at("planned"),
            say(
                "the drill {drill} was planned for {planned} and has not been held: hold it or set a new date",
                drill=drill.id,
                planned=planned,
            ),
        )

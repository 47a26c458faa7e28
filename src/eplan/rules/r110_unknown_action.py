from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import unknown
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R110",
    severity=Severity.ERROR,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
  - {name: 区林业局, kind: department}
""",
        "data/plans/department/forestry.yaml": """\
title: 区林业局森林火灾应急预案
kind: department
owner: 区林业局
actions:
  - {id: a1, phase: onset, who: [区林业局], what: 报告火情}
  - {id: a2, phase: during, who: [区林业局], what: 扑打明火, after: [a11]}  # <- R110
""",
    },
    good=sound_folder(),
)
def unknown_action(repository: Repository) -> Iterator[Found]:
    """An action that comes first is an action of the same plan.

    The finding suggests the nearest name. One unknown name is one finding, however often it is used; names declared
    in a file that cannot be read count as known.

    ## Why

    A duty, a deadline or a stock that hangs on a name nobody bears belongs to nobody; it is missing in every figure
    and every handbook.

    ## Source

    practice
    """
    advice = say("write the id of an action of this plan")
    for place, name, hint in unknown(repository, "action", otherwise=advice):
        yield Found(
            place,
            say("no action of this plan has the id '{name}'; {hint}", name=name, hint=hint),
            cause=f"{place.document.path} {name}",
        )

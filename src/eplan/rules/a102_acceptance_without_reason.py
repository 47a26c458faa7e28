from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.rule import Found, Settlement, rule


@rule(
    "A102",
    severity=Severity.ERROR,
    bad={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2012-06
        accept: [{rule: T101, reason: " ", until: 2013-06-30}]  # <- A102
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
    good={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2012-06
        accept: [{rule: T101, reason: 待市里印发上位办法, by: 区政府, until: 2013-06-30}]
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
    },
)
def acceptance_without_reason(settlement: Settlement) -> Iterator[Found]:
    """An acceptance says why.

    ## Why

    Who takes over the folder must see why a finding was let stand; 'accepted' alone is a finding hidden.

    ## Source

    practice
    """
    for item in settlement.all:
        if not item.acceptance.reason.strip() and item.acceptance.until >= settlement.as_of:
            message = say("the acceptance of {rule} gives no reason: write it", rule=item.acceptance.rule)
            yield Found(item.place, message)

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.rule import Found, Settlement, rule


@rule(
    "A101",
    severity=Severity.WARNING,
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
        accept: [{rule: T101, reason: 待市里印发上位办法, until: 2012-09-30}]  # <- A101
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
def acceptance_expired(settlement: Settlement) -> Iterator[Found]:
    """An acceptance that has expired is renewed or deleted.

    After its last day an acceptance covers nothing: the finding that it covered is shown again.

    ## Why

    What was accepted for a while must be decided again, or it is accepted for ever.

    ## Source

    practice
    """
    for item in settlement.all:
        until = item.acceptance.until
        if until < settlement.as_of:
            message = say(
                "the acceptance of {rule} expired on {day}: decide again", rule=item.acceptance.rule, day=until
            )
            yield Found(item.place, message)

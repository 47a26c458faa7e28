from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import Message, say
from eplan.rule import Found, Settled, Settlement, rule


@rule(
    "A103",
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
        due: 2013-06
        accept: [{rule: T101, reason: 待市里印发上位办法, until: 2013-06-30}]  # <- A103
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
def acceptance_of_nothing(settlement: Settlement) -> Iterator[Found]:
    """An acceptance covers a finding that exists.

    Judged only when the rule it names was run, and while the acceptance has not expired. Findings that a file
    cannot be read (Y) cannot be accepted.

    ## Why

    An acceptance left behind covers the next finding of the same kind before anybody has seen it.

    ## Source

    practice
    """
    for item in settlement.all:
        if item.covered == 0 and item.acceptance.until >= settlement.as_of:
            yield Found(item.place, _complaint(item))


def _complaint(item: Settled) -> Message:
    rule, path = item.acceptance.rule, item.acceptance.path
    if not item.is_known:
        return say("there is no rule '{rule}': write the id that the finding gives", rule=rule)
    if path:
        return say(
            "there is no finding of {rule} in {path} to accept: correct the path or delete this", rule=rule, path=path
        )
    if item.place.document.path.name == "eplan.yaml":
        return say("no file or folder is named that the acceptance of {rule} holds for: write `path`", rule=rule)
    return say("there is no finding of {rule} here to accept: delete this", rule=rule)

from collections.abc import Iterator

from eplan.finding import Fault, Severity
from eplan.rule import Faults, rule


@rule(
    "Y206",
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
        due: 2013年6月  # <- Y206
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
        due: 2013-06
""",
        "data/units.yaml": """\
units:
  - name: 区应急办
    kind: office
""",
    },
)
def malformed(faults: Faults) -> Iterator[Fault]:
    """Dates, times, spans, quantities, ranges and telephone numbers are written in their form.

    Dates `2012-06-30` or `2012-06`, times `2012-06-30 14:05`, spans `30min`, `20工作日`, `3y`, quantities `20台`,
    ranges `>=10 <30`.

    ## Why

    Only what is written in one form can be compared, sorted and summed up.

    ## Source

    practice
    """
    yield from faults.of("malformed")

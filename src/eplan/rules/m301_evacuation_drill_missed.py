from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.practice import Drill
from eplan.repository import Repository
from eplan.rhythm import Doing, shortfalls, summed_up
from eplan.rule import Found, rule


@rule(
    "M301",
    severity=Severity.WARNING,
    bad={
        "data/units.yaml": "units:\n  - {name: 市第二小学, kind: school}  # <- M301\n",
        "data/drills/2012.yaml": """\
drills:
  - id: 秋季疏散演练
    unit: 市第二小学
    form: evacuation
    held: 2012-10-18
    hours: 1
""",
    },
    good={
        "data/units.yaml": "units:\n  - {name: 市第二小学, kind: school}\n",
        "data/drills/2012.yaml": """\
drills:
  - id: 春季疏散演练
    unit: 市第二小学
    form: evacuation
    held: 2012-03-29
    hours: 1
    evaluation: {execution: 按预案进行, plan-usability: 可行, command: 到位, personnel: 有序, equipment: 完好, suggestions: 错开下楼时间}
""",
    },
)
def evacuation_drill_missed(repository: Repository) -> Iterator[Found]:
    """Schools and kindergartens hold their evacuation drills in every period.

    How often is said by the requirements on `evacuation-drill`: once a term from 2006-09-01, schools once a month and
    kindergartens once a quarter from 2014-02-22, and what the district asks for in `eplan.yaml`. Periods count that
    began when the requirement was in force, have ended, and are not more than a year back. Months count in term time
    only; terms are those of `eplan.yaml`, or 1 September to 20 January and 20 February to 10 July. All that a school
    has missed is one finding.

    ## Why

    In an alarm children go the way that they went the last time. Who never went it together falls on the stairs.

    ## Source

    中小学幼儿园安全管理办法 第四十二条（每学期一次，unverified）、中小学幼儿园应急疏散演练指南 教基一厅〔2014〕2号（中小学每月、幼儿园每季度）; local requirements

    ## Not caught

    Which hazard is drilled. A drill that does not say its hours counts as one class hour.
    """
    for short in shortfalls(repository, "evacuation-drill", "drills", _held(repository)):
        yield Found(
            short.unit.at("name"),
            say(
                "{unit} held too few evacuation drills in {periods}: hold them, or write down those that were held",
                unit=short.unit.id,
                periods=summed_up(short.periods),
            ),
            basis=short.rows,
            severity=heaviest(short.rows, Severity.WARNING),
        )


def _held(repository: Repository) -> Iterator[tuple[str, Doing]]:
    for drill in repository.of(Drill):
        model = drill.model
        if model.held and model.form in ("evacuation", "full"):
            yield model.unit, Doing(model.held, 1.0 if model.hours is None else model.hours)

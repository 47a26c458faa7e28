from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.practice import Activity
from eplan.repository import Repository
from eplan.rhythm import Doing, shortfalls, summed_up
from eplan.rule import Found, rule

_SETTINGS = """\
district: {name: 某区, office: 区教育局}
requirements:
  - {id: local-edu, about: safety-education, subjects: [school, kindergarten], at-least: 2课时, every: term, basis: 某区实施方案, valid-from: 2012-01-01}
"""


@rule(
    "M302",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": _SETTINGS,
        "data/units.yaml": """\
units:
  - {name: 区教育局, kind: department}
  - {name: 市第二小学, kind: school, parent: 区教育局}  # <- M302
""",
        "data/activities.yaml": """\
activities:
  - {id: 安全教育第一课, kind: education, unit: 市第二小学, date: 2012-02-27, hours: 1}
""",
    },
    good={
        "data/units.yaml": "units:\n  - {name: 区教育局, kind: department}\n",
        "data/activities.yaml": """\
activities:
  - {id: 安全教育第一课, kind: education, unit: 区教育局, date: 2012-02-27, hours: 1}
""",
    },
)
def safety_education_missed(repository: Repository) -> Iterator[Found]:
    """Schools and kindergartens give as many class hours of safety education as are asked for.

    How many, and how often, is said by requirements on `safety-education`, which a district writes into `eplan.yaml`:
    the law asks for education without a number. Periods count that began when the requirement was in force, have
    ended, and are not more than a year back. All that a school has missed is one finding.

    ## Why

    Two lessons a term are little, and the first thing to fall out before the examinations.

    ## Source

    突发事件应对法 (2007) 第三十条、(2024) 第四十三条：把应急知识教育纳入教学内容 (no number); class hours: local requirements

    ## Not caught

    Lessons that others hold at the school and log under their own name. A lesson that does not say its hours counts as
    one class hour.
    """
    for short in shortfalls(repository, "safety-education", "activities", _held(repository)):
        yield Found(
            short.unit.at("name"),
            say(
                "{unit} gave too few class hours of safety education in {periods}: give them, or write down those that were given",
                unit=short.unit.id,
                periods=summed_up(short.periods),
            ),
            basis=short.rows,
            severity=heaviest(short.rows, Severity.WARNING),
        )


def _held(repository: Repository) -> Iterator[tuple[str, Doing]]:
    for activity in repository.of(Activity):
        model = activity.model
        if model.kind in ("education", "training"):
            yield model.unit, Doing(model.date, 1.0 if model.hours is None else model.hours)

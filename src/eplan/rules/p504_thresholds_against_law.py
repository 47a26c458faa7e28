from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import contradictions, number_name
from eplan.law import severity_of
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P504",
    severity=Severity.ERROR,
    bad=sound_folder(
        (
            'thresholds: {deaths: ">=30", burnt-hectares: ">=1000"}}\n',
            'thresholds: {deaths: ">=50", burnt-hectares: ">=1000"}}  # <- P504\n',
        ),
        (
            '{deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}}\n',
            '{deaths: ">=10 <50", burnt-hectares: ">=100 <1000"}}  # <- P504\n',
        ),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def thresholds_against_law(plan: Placed[Plan]) -> Iterator[Found]:
    """Where a statute grades the events of a plan by numbers, the plan has the same numbers.

    Only keys that stand in both are compared. Whether the lowest grade begins at one or below is no difference. A plan
    for several hazards agrees when it agrees with one of their statutes.

    ## Why

    The grade decides who must be told and who investigates; a district cannot move it.

    ## Source

    生产安全事故报告和调查处理条例 第三条、地质灾害防治条例 第四条、森林防火条例 第四十条, each between its own days

    ## Not caught

    Plans of units and communities: their grades may be their own. Hazards without a numeric statute, such as
    earthquakes. Numbers in `criteria` that are put otherwise than 死亡10人以上30人以下. Grades whose level is doubtful (P311,
    P312).
    """
    for found in contradictions(plan):
        yield Found(
            plan.at(*found.own.loc),
            say(
                "{key} of grade {level}: the plan says {own}, the statute {legal}: write the statute's number",
                key=number_name(found.own.key),
                level=found.own.level,
                own=found.own.bounds.text,
                legal=list(dict.fromkeys(row.thresholds[found.own.key].text for row in found.rows)),
            ),
            basis=found.rows,
            severity=max(map(severity_of, found.rows)),
        )

from collections.abc import Iterable, Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import differs, stretch
from eplan.law import concerns, severity_of
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule

_KINDS = ("overall", "special", "department", "township", "joint")


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

    Plans of units and communities: their grades may be their own. Numbers in `criteria`. Hazards without a numeric
    statute, such as earthquakes.
    """
    model = plan.model
    if model.kind not in _KINDS or not model.grades or model.edition.is_withdrawn_on(plan.on.as_of):
        return
    rows = plan.on.requiring("event-grade", model.kind)
    own = [row for row in rows if row.hazards and concerns(row, model.hazards, model.category)]
    for index, grade in enumerate(model.grades if own else ()):
        for key, bounds in grade.thresholds.items():
            legal = [row for row in own if grade.level in row.levels and key in row.thresholds]
            if legal and all(differs(stretch(bounds, key), stretch(row.thresholds[key], key)) for row in legal):
                yield Found(
                    plan.at("grades", index, "thresholds", key),
                    say(
                        "{key} of grade {level}: the plan says {own}, the statute {legal}",
                        key=key,
                        level=grade.level,
                        own=bounds.text,
                        legal=_numbers(legal, key),
                    ),
                    basis=tuple(legal),
                    severity=max(map(severity_of, legal)),
                )


def _numbers(rows: Iterable[Requirement], key: str) -> list[str]:
    return list(dict.fromkeys(row.thresholds[key].text for row in rows))

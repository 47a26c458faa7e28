from collections.abc import Iterator

from eplan.document import Loc
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.level_names import levels_said
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P311",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            '  - {level: 3, name: 较大, thresholds: {deaths: ">=3 <10", burnt-hectares: ">=1 <100"}}\n',
            '  - {level: 3, name: 重大, thresholds: {deaths: ">=3 <10", burnt-hectares: ">=1 <100"}}  # <- P311\n',
        ),
        ("    - {level: 2, trigger: 重大火灾,", "    - {level: 2, name: Ⅲ级响应, trigger: 重大火灾, # <- P311\n      "),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def name_and_level_disagree(plan: Placed[Plan]) -> Iterator[Found]:
    """The name of a grade or response level says the same number as its `level`.

    特别重大, 特大型 and Ⅰ级 are 1; 重大, 大型 and Ⅱ级 are 2; 较大, 中型 and Ⅲ级 are 3; 一般, 小型 and Ⅳ级 are 4.

    ## Why

    The book prints the name, the program counts with the number: when they differ, one of them calls out the wrong
    people.

    ## Source

    突发事件应对法 (2007) 第三条、(2024) 第三条、第七十一条；地质灾害防治条例 第四条（特大型、大型、中型、小型）

    ## Not caught

    Names with words of their own, such as 红区 or 公司级.
    """
    for loc, name, level in _named(plan.model):
        said = levels_said(name)
        if said and said != {level}:
            yield Found(
                plan.at(*loc),
                say(
                    "'{name}' is the name of level {said}, but stands at level {level}: correct the name or the number",
                    name=name,
                    said=sorted(said),
                    level=level,
                ),
            )


def _named(plan: Plan) -> Iterator[tuple[Loc, str, int]]:
    for index, grade in enumerate(plan.grades):
        if grade.name:
            yield ("grades", index, "name"), grade.name, grade.level
    for index, level in enumerate(plan.response.levels if plan.response else ()):
        if level.name:
            yield ("response", "levels", index, "name"), level.name, level.level

from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import is_reversed, ladders, overlaps, steps
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P501",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            '{deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}}\n',
            '{deaths: ">=10 <=30", burnt-hectares: ">=100 <1000"}}  # <- P501\n',
        ),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def thresholds_overlap(plan: Placed[Plan]) -> Iterator[Found]:
    """No number belongs to two grades: 30 dead are of one grade only.

    以上 includes the number (`>=`), 以下 does not (`<`); people are counted whole, so `<=29` and `<30` are the same.

    ## Why

    The classic copying mistake: 30 in both grades. Who reports and who commands then hangs on who reads first.

    ## Source

    生产安全事故报告和调查处理条例 第四十四条、地质灾害防治条例 第四条 and others: “以上”包括本数，“以下”不包括本数

    ## Not caught

    A lesser grade without an upper end (`>=10` beside `>=30`): the graver one goes first. Numbers in `criteria` that say
    something else than `thresholds`.
    """
    for key, rungs in ladders(plan.model.grades):
        for graver, lesser in steps(rungs):
            if overlaps(graver, lesser) and not is_reversed(graver, lesser):
                yield Found(
                    plan.at("grades", lesser.position, "thresholds", key),
                    say(
                        "{key}: grade {graver} ({one}) and grade {lesser} ({other}) overlap",
                        key=key,
                        graver=graver.level,
                        one=graver.bounds.text,
                        lesser=lesser.level,
                        other=lesser.bounds.text,
                    ),
                )

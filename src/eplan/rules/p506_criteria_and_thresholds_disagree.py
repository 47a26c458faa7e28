from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.grading import Rung, differs, is_disputed, number_name, stretch
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.thresholds import in_words


@rule(
    "P506",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            '  - {level: 2, name: 重大, thresholds: {deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}}\n',
            "  - level: 2\n"
            "    name: 重大\n"
            "    criteria: 死亡10人以上50人以下，或者受害森林面积100公顷以上1000公顷以下  # <- P506\n"
            '    thresholds: {deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}\n',
        ),
        only=(NAME,),
    ),
    good=sound_folder(
        (
            '  - {level: 2, name: 重大, thresholds: {deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}}\n',
            "  - level: 2\n"
            "    name: 重大\n"
            "    criteria: 死亡10人以上30人以下，或者受害森林面积100公顷以上1000公顷以下\n"
            '    thresholds: {deaths: ">=10 <30", burnt-hectares: ">=100 <1000"}\n',
        ),
    ),
)
def criteria_and_thresholds_disagree(plan: Placed[Plan]) -> Iterator[Found]:
    """The criteria of a grade say the same numbers as its thresholds.

    Read are dead, seriously injured, direct losses and burnt area, as 死亡10人以上30人以下 or 10人以上30人以下死亡; 以上 includes the
    number, 以下 does not, unless the words say otherwise.

    ## Why

    The book prints the words, the program counts with the numbers: an event would have one grade on paper and another
    in the figures.

    ## Source

    practice; 生产安全事故报告和调查处理条例 第四十四条 and others: “以上”包括本数，“以下”不包括本数

    ## Not caught

    Numbers that are put in other words, stand twice, or hold only together with something else (且, 并). Thresholds
    that do not fit each other or the statute: first P501 to P504.
    """
    for index, grade in enumerate(plan.model.grades):
        words = in_words(grade.criteria)
        for key, bounds in grade.thresholds.items():
            said = words.get(key)
            own = Rung(index, grade.level, key, bounds, ())
            if said and differs(stretch(said, key), own.stretch) and not is_disputed(plan, own):
                yield Found(
                    plan.at("grades", index, "criteria"),
                    say(
                        "grade {level}: the criteria say '{words}', the thresholds give {own} for {key}: correct one",
                        level=grade.level,
                        words=said.text,
                        own=bounds.text,
                        key=number_name(key),
                    ),
                )

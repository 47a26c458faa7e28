import re
from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.level_names import NUMERALS
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.vocabulary import COLOUR_OF_LEVEL, label
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import after, before, holds, passage, passages

_NUMERAL = "[一二三四ⅠⅡⅢⅣ]|I{1,3}|IV"
_COLOURS = {"红": "red", "橙": "orange", "黄": "yellow", "蓝": "blue"}
_PAIR = (
    rf"(?<![A-Za-zⅠⅡⅢⅣ一二三四五至到、])(?P<level>{_NUMERAL})级(?:预警)?(?:[（(](?P<in_brackets>[红橙黄蓝])色?(?:预警)?[）)]|(?P<colour>[红橙黄蓝])色预警)"
    rf"|(?<![红橙黄蓝、])(?P<first>[红橙黄蓝])色(?:预警)?[（(](?P<second>{_NUMERAL})级(?:预警)?[）)]"
)
_HINT = "[级色](?:预警)?[（(]?[红橙黄蓝一二三四ⅠⅡⅢⅣI]"
_OTHER_SCALE = re.compile("火险|气象等级|五级|空气")
_LEVEL_OF_WARNING = re.compile(f"(?<![A-Za-z])({_NUMERAL})级预警")


@rule(
    "P310",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    how: 分片包干，逐台试机并登记\n",
            "    how: 二级（红色）预警时分片包干，逐台试机并登记  # <- P310\n",
        ),
        (
            "    - {colour: blue, criteria: 三级火险,",
            "    - {colour: blue, criteria: 达到三级预警条件, # <- P310\n      ",
        ),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def colour_and_level_disagree(plan: Placed[Plan]) -> Iterator[Found]:
    """Warning levels and colours go together: one is red, two orange, three yellow, four blue.

    ## Why

    Two offices that read the same warning must do the same; one reads the number, the other the colour.

    ## Source

    突发事件应对法 (2007) 第四十二条、(2024) 第六十三条：一级红色、二级橙色、三级黄色、四级蓝色

    ## Not caught

    Other scales that stand beside the warning: forest fire danger (火险等级, five grades of its own), air quality.
    A level and a colour that do not stand side by side.
    """
    for loc, found in passages(plan, _PAIR, _HINT) if holds(plan, *_COLOURS) else ():
        level = NUMERALS[found["level"] or found["second"]]
        colour = _COLOURS[found["in_brackets"] or found["colour"] or found["first"]]
        right = COLOUR_OF_LEVEL[level]
        if colour != right and not _OTHER_SCALE.search(before(found, 12) + after(found, 12)):
            message = say(
                "'{words}': level {level} is {colour}: correct the level or the colour",
                words=found[0],
                level=level,
                colour=label(right),
            )
            yield Found(passage(plan, loc, found), message, cause=f"{plan.document.path}:{found[0]}")
    yield from _in_criteria(plan)


def _in_criteria(plan: Placed[Plan]) -> Iterator[Found]:
    """A colour whose criteria speak of the warning level of another."""
    for index, warning in enumerate(plan.model.warning.levels if plan.model.warning else ()):
        found = _LEVEL_OF_WARNING.search(warning.criteria or "")
        if found and COLOUR_OF_LEVEL[NUMERALS[found[1]]] != warning.colour:
            yield Found(
                plan.at("warning", "levels", index, "criteria"),
                say(
                    "the {colour} warning is said to be '{words}': write the level that belongs to the colour",
                    colour=label(warning.colour),
                    words=found[0],
                ),
            )

import re
from collections import Counter
from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.level_names import levels_said
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import before, passage, passages

_LEVEL = "(?:([ⅠⅡⅢⅣ])|([一二三四])|(?<![A-Za-z0-9])(I{1,3}|IV)|(?<![0-9.])([1-4]))级(?:应急)?响应"
_HINT = "级(?:应急)?响应"
_OTHERS = re.compile("国家|国务院|省|市|州|上级|县|社会")
_OTHERS_OF_SMALL = re.compile("国家|国务院|省|市|州|上级|县|社会|区|街道|镇|乡")
_SMALL = ("village", "unit", "township")


@rule(
    "P603",
    severity=Severity.INFO,
    bad=sound_folder(
        ("    what: 扑打明火\n", "    what: 启动Ⅲ级响应，转为Ⅱ级响应时增兵\n"),
        ("留足撤离通道\n", "留足撤离通道，转为一级响应时移交指挥权  # <- P603\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def level_notation_mixed(plan: Placed[Plan]) -> Iterator[Found]:
    """One plan writes its response levels in one way: Ⅰ级响应 or 一级响应 or I级响应.

    The rarer way is reported. Levels of other bodies (省, 市, 国家 before the level; for streets, communities and units
    also 区, 街道, 镇) keep their own spelling.

    ## Why

    A search for Ⅱ级响应 misses 二级响应 and II级响应; and readers ask whether two scales are meant.

    ## Source

    practice; 应急预案评审 (文字一致)

    ## Not caught

    Grades of events and levels of fire danger, which are other scales. Ⅰ级 without 响应 behind it.
    """
    text = plan.document.text
    signs = {text[found.start() - 1] for found in re.finditer(_HINT, text)}
    if sum(not signs.isdisjoint(way) for way in ("ⅠⅡⅢⅣ", "一二三四", "IV", "1234")) < 2:
        return
    others = _OTHERS_OF_SMALL if plan.model.kind in _SMALL else _OTHERS
    own = [(loc, found) for loc, found in passages(plan, _LEVEL, _HINT) if not others.search(before(found, 12))]
    ways = Counter(found.lastindex for _, found in own).most_common()
    if len(ways) < 2:
        return
    usual = [found[0] for _, found in own if found.lastindex == ways[0][0]]
    for loc, found in own:
        if found.lastindex != ways[0][0]:
            yield Found(
                passage(plan, loc, found),
                say(
                    "'{odd}' here, '{usual}' elsewhere in this plan: write one of them",
                    odd=found[0],
                    usual=next((way for way in usual if levels_said(way) == levels_said(found[0])), usual[0]),
                ),
                cause=f"{plan.document.path}:{found.lastindex}",
            )

from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import holds, passage, passages

_COLOUR = "[红橙黄蓝]色"
_NUMERAL = "(?:[ⅠⅡⅢⅣ一二三四]|I{1,3}|IV)级"
_EVENT = "(?:突发公共|突发|公共)?(?:事件|事故)"
_CONFUSED: dict[str, tuple[str, Message]] = {
    "colour": (
        f"{_COLOUR}(?:应急)?响应",
        say("'{words}' calls a response by a warning colour: response levels are numbered one to four"),
    ),
    "event": (
        f"{_NUMERAL}{_EVENT}响应|特别重大级?(?:应急)?响应|(?:较大|一般|重大)(?:级(?:应急)?|应急)响应",
        say("'{words}' mixes the grade of an event with the level of the response: name one of them"),
    ),
    "event-colour": (
        f"{_COLOUR}{_EVENT}",
        say("'{words}' gives an event a warning colour: events are graded 特别重大, 重大, 较大, 一般"),
    ),
}
_ANY = "|".join(f"(?P<s{index}>{pattern})" for index, (pattern, _) in enumerate(_CONFUSED.values()))
_HINT = (
    "[红橙黄蓝大般级](?:(?<=[红橙黄蓝])色(?:应急|响应|突发|公共|事件|事故)|(?<=[大般])级?(?:应急)?响应"
    "|(?<=级)(?:突发公共|突发|公共)?(?:事件|事故)响应)"
)
_WORDS = tuple(message.text for _, message in _CONFUSED.values())


@rule(
    "P309",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("    what: 扑打明火\n", "    what: 启动红色响应后扑打明火  # <- P309\n"),
        ("trigger: 较大火灾,", "trigger: 发生Ⅲ级事件响应的情形, # <- P309\n      "),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def scales_confused(plan: Placed[Plan]) -> Iterator[Found]:
    """The text keeps three scales apart: the grade of the event, the colour of the warning, the level of the response.

    The same words in one plan are one finding.

    ## Why

    A serious event may need little, a small one much: three scales answer three questions. 红色响应 leaves open whether
    a warning was issued or a response started, and who decides.

    ## Source

    突发事件应对法 (2007) 第三条、第四十二条、(2024) 第三条、第六十三条、第七十一条: three scales

    ## Not caught

    红色预警响应 (what is done on a red warning) and Ⅰ级地质灾害应急响应 (what the response is to), which are usual. Ⅰ级预警, which the
    law knows beside the colour. Plans for 重污染天气, whose responses bear colours by custom. Ⅰ级（特别重大）事件, the habit of the
    national plan of 2006.
    """
    if "重污染" in plan.model.title:
        return
    for loc, found in passages(plan, _ANY, _HINT) if holds(plan, "响", "色") else ():
        text = _WORDS[int(str(found.lastgroup)[1:])]
        yield Found(
            passage(plan, loc, found), Message(text, {"words": found[0]}), cause=f"{plan.document.path}:{found[0]}"
        )

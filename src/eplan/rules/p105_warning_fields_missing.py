import re
from collections.abc import Iterator
from datetime import date

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.law import severity_of
from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule

_FIELDS: dict[str, tuple[Message, str]] = {
    "kind": (say("kind of event"), "类别|种类|类型|事项|名称"),
    "colour": (say("warning level"), "级别|等级|颜色"),
    "starts": (say("starting time"), "起始|开始|生效|时段"),
    "area": (say("area that may be affected"), "范围|区域|地区|地点|路段|流域"),
    "message": (say("what to look out for"), "警示|提示|注意|危害|症状"),
    "measures": (say("measures to be taken"), "措施|防御|建议|指南"),
    "by": (say("who issues it"), "(发布|签发|制发).*(单位|机关|机构|部门|人)"),
    "issued": (say("time of issue"), "(发布|签发|制发).*时间|发布日期"),
}
_KINDS = ("overall", "special", "department")


@rule(
    "P105",
    severity=Severity.ERROR,
    as_of=date(2025, 12, 31),
    bad=sound_folder(
        (
            "  message: [类别, 级别, 起始时间, 可能影响的范围, 警示事项, 应当采取的措施, 发布单位, 发布时间]\n",
            "  message: [类别, 级别, 可能影响的范围, 警示事项, 应当采取的措施, 发布单位]  # <- P105\n",
        ),
        only=(NAME,),
        year=2025,
    ),
    good=sound_folder(year=2025),
)
def warning_fields_missing(plan: Placed[Plan]) -> Iterator[Found]:
    """The plan's warning message has every field that the law in force on the day asks for.

    Asked of overall, special and department plans that have warning levels. The words may differ: 预警等级 is 级别.

    ## Why

    A warning that does not say from when and for where makes people ask instead of leave.

    ## Source

    突发事件应对法 (2024) 第六十四条：类别、级别、起始时间、可能影响的范围、警示事项、应当采取的措施、发布单位和发布时间等

    ## Not caught

    Days before 2024-11-01: the law of 2007 names no fields. Social-security plans, of whose warnings the law does not
    speak.
    """
    model = plan.model
    if model.kind not in _KINDS or model.category == "social-security" or not (model.warning and model.warning.levels):
        return
    basis = plan.on.requiring("warning-fields", model.kind)
    wanted = dict.fromkeys(field for row in basis for field in row.includes if field in _FIELDS)
    missing = [
        _FIELDS[key][0] for key in wanted if not any(re.search(_FIELDS[key][1], said) for said in model.warning.message)
    ]
    if missing:
        yield Found(
            plan.at("warning", "message"),
            say("the warning message does not say: {missing}: add it to `warning.message`", missing=missing),
            basis=basis,
            severity=max(map(severity_of, basis)),
        )

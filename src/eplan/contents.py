"""What a plan holds: the parts that instruments ask for, found as data or under a heading of their own."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from eplan.law import concerns
from eplan.messages import Message, say
from eplan.models.base import Part, Record
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.plan_action import Question
from eplan.models.vocabulary import COLOURS, AnnexTable, Colour, label
from eplan.repository import Placed

_NOT_CONTENT = frozenset(Record.model_fields)
_ANNEXES = frozenset(get_args(AnnexTable))
_OF_COMMAND = {"duties": say("Duties"), "groups": say("Groups")}
_HEADINGS: Mapping[str, str] = {
    "purpose": "目的|指导思想",
    "basis": "依据",
    "scope": "范围",
    "principles": "原则",
    "risks": "风险|危险|隐患",
    "grades": "分级|分类|级别",
    "command": "组织|指挥|领导|机构",
    "duties": "职责|分工|责任人",
    "groups": "工作组|应急小组|编组",
    "warning": "预警|监测|预防|预测",
    "reporting": "报告|报送|信息处理",
    "response": "响应|启动",
    "actions": "处置|行动|措施|响应",
    "information": "信息发布|新闻|舆论|宣传",
    "recovery": "恢复|重建|善后|后期",
    "support": "保障|物资|资源",
    "management": "预案管理|演练|培训|修订|监督管理",
    "annexes": "附件|附录|附表|附图|清单|名录|联系",
    "contacts": "联系|联络|通讯录|通信录|电话",
    "supplies": "物资|装备|器材",
    "teams": "队伍",
    "shelters": "避难|安置|避险|集合",
    "hazards": "风险|危险源|隐患",
}


ASKED: Mapping[Question, Message] = {
    "who": say("who does it"),
    "what": say("what is done"),
    "how": say("how it is done"),
    "when": say("when it is done"),
    "with": say("with which means"),
}
"""The five questions to an action, in words."""


_WARNED_OF = ("overall", "special", "department", "township")


def colours_left_out(plan: Placed[Plan]) -> tuple[tuple[Colour, ...], tuple[Requirement, ...]]:
    """The colours that a plan with a warning scale leaves out, and the requirements that want all four.

    None where no law grades the warnings of such plans, or while a colour stands twice: then one of them is mistyped.
    """
    model = plan.model
    colours = [level.colour for level in model.warning.levels] if model.warning else []
    if model.kind not in _WARNED_OF or not colours or len(set(colours)) < len(colours):
        return (), ()
    law = plan.on.requiring("warning-levels", model.kind)
    basis = tuple(row for row in law if concerns(row, model.hazards, model.category) or model.category is None)
    return tuple(colour for colour in COLOURS if basis and colour not in colours), basis


def lacks(plan: Placed[Plan], part: str) -> bool:
    """Whether a part is neither written as data, not even empty, nor stands under a heading of its own."""
    if part in plan.document.data or _holds(plan.model, part):
        return False
    heading = _HEADINGS.get(part)
    return heading is not None and not any(re.search(*pair) for pair in _headings(plan.model, part, heading))


def _headings(plan: Plan, part: str, words: str) -> Iterator[tuple[str, str]]:
    """Patterns and the titles to look for them in: 预警发布授权 is an arrangement for warnings, not all about them."""
    yield from ((words, section.title) for section in plan.sections)
    yield from ((f"(?:{words})(?:工作|体系)?(?:机制|制度)?$", mechanism.name) for mechanism in plan.mechanisms)
    if part in _ANNEXES:
        yield from ((words, annex.title) for annex in plan.annexes)


def _holds(plan: Plan, part: str) -> bool:
    match part:
        case "duties":
            groups = plan.command.groups if plan.command else ()
            return bool(plan.command and plan.command.duties) or any(group.duties for group in groups)
        case "groups":
            return bool(plan.command and plan.command.groups)
        case "shelters" if (plan.support and plan.support.shelters) or any(
            action.with_ and action.with_.shelters for action in plan.actions
        ):
            return True
        case _ if part in _ANNEXES:
            return any(annex.table == part for annex in plan.annexes)
        case _:
            return is_filled(getattr(plan, part, None))


def is_filled(value: Any) -> bool:
    """Whether anything is written in a part of a record."""
    match value:
        case str():
            return bool(value.strip())
        case Part():
            return any(is_filled(getattr(value, name)) for name in type(value).model_fields.keys() - _NOT_CONTENT)
        case bool() | None:
            return bool(value)
        case tuple() | dict():
            return len(value) > 0
        case _:
            return True


def name_of(part: str) -> Message:
    """What people call a part of a plan."""
    if part in _OF_COMMAND:
        return _OF_COMMAND[part]
    if part in _ANNEXES:
        return say("annex of {table}", table=label(part))
    info = Plan.model_fields.get(part)
    return Message(info.title or part) if info else Message(part)

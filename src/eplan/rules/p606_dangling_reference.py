import re
from collections.abc import Iterator

from eplan.contents import is_filled
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import before, holds, passage, passages

_NUMBER = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_REFERENCE = (
    f"(?:[（(]|见|按照?|依照|参照|填写|使用|对照|附后的?)(?:本预案)?(?:(附[件录])\\s*{_NUMBER}|第{_NUMBER}(章|部分))"
)
_HINT = "附[件录]|第[0-9一二三四五六七八九十]{1,3}(?:章|部分)"
_OF_OTHERS = re.compile("[》〕]|(办法|规定|条例|标准|指南|规范|通知|总体预案|上级)[^，。；、]*$")
_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)}
_GENERAL = ("purpose", "basis", "scope", "principles", "risks", "grades")
_CHAPTERS = ("mechanisms", "warning", "reporting", "information", "recovery", "support")


@rule(
    "P606",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("    how: 分片包干，逐台试机并登记\n", "    how: 分片包干，名单见附件5，逐台试机并登记  # <- P606\n"),
        ("    how: 电话说明地点、火势和有无人员被困\n", "    how: 电话说明地点和火势，内容见第十五章  # <- P606\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def dangling_reference(plan: Placed[Plan]) -> Iterator[Found]:
    """见附件N and 见第N章 lead to an annex or a chapter that the plan has.

    Annexes are numbered in the order in which they stand; one whose title bears the number counts too. Chapters are
    counted as they are printed: general provisions, command, mechanisms, warning, reporting, response, information,
    recovery, support, management, and the further sections, without those that are empty.

    ## Why

    The list of phone numbers that stands in 附件5 of the plan this one was copied from is not there at night.

    ## Source

    practice; 应急预案评审

    ## Not caught

    Sections below chapters (见5.3). Annexes and chapters of other documents. Whether the annex or chapter is the one
    that is meant.
    """
    model = plan.model
    if not holds(plan, "附", "章", "部分"):
        return
    for loc, found in passages(plan, _REFERENCE, _HINT):
        count = len(model.annexes) if found[1] else _chapters(model)
        name = f"{found[1]}{found[2]}" if found[1] else f"第{found[3]}{found[4]}"
        if _number(found[2] or found[3]) <= count or _is_titled(model, name) or _OF_OTHERS.search(before(found, 15)):
            continue
        if found[1]:
            message = say(
                "'{words}' leads nowhere: the plan has {count} annexes: correct the number, or add the annex",
                words=name,
                count=count,
            )
        else:
            message = say(
                "'{words}' leads nowhere: the plan has {count} chapters at most: correct the number",
                words=name,
                count=count,
            )
        yield Found(passage(plan, loc, found), message, cause=f"{plan.document.path}:{name}")


def _chapters(plan: Plan) -> int:
    """How many chapters are printed at most; command and management may be printed from other data."""
    general = any(is_filled(getattr(plan, part)) for part in _GENERAL)
    response = is_filled(plan.response) or bool(plan.actions)
    return 2 + general + response + sum(is_filled(getattr(plan, part)) for part in _CHAPTERS) + len(plan.sections)


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(units, 0)


def _is_titled(plan: Plan, name: str) -> bool:
    """Whether an annex or section says in its title that it is the one."""
    titles = [annex.title for annex in plan.annexes] + [section.title for section in plan.sections]
    return any(title.replace(" ", "").startswith(name) for title in titles)

import re
from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import before, passages

_REFERENCE = re.compile(
    "(?:[（(]|见|按照?|依照|参照|填写|使用|对照|附后的?)(?:本预案)?(附[件录])\\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})"
)
_HINT = re.compile("附[件录]")
_OF_OTHERS = re.compile("》|办法|规定|条例|标准|指南|规范|通知|总体预案|上级|〕")
_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)}


@rule(
    "P606",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("    how: 分片包干，逐台试机并登记\n", "    how: 分片包干，名单见附件5，逐台试机并登记  # <- P606\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def dangling_reference(plan: Placed[Plan]) -> Iterator[Found]:
    """见附件N leads to an annex that the plan has.

    Annexes are numbered in the order in which they stand; one whose title bears the number counts too.

    ## Why

    The list of phone numbers that stands in 附件5 of the plan this one was copied from is not there at night.

    ## Source

    practice; 应急预案评审

    ## Not caught

    Chapters and clauses (见第五章): the numbers of the printed plan are made when it is printed. Annexes of other
    documents. Whether the annex is the one that is meant.
    """
    if plan.model.edition.is_withdrawn_on(plan.on.as_of):
        return
    count = len(plan.model.annexes)
    for loc, found in passages(plan, _REFERENCE, _HINT):
        number = _number(found[2])
        if number > count and not _OF_OTHERS.search(before(found, 15)) and not _is_titled(plan.model, found):
            yield Found(
                plan.at(*loc),
                say(
                    "'{words}' leads nowhere: the plan has {count} annexes",
                    words=found[1] + found[2],
                    count=count,
                ),
                cause=f"{plan.document.path}:{number}",
            )


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(units, 0)


def _is_titled(plan: Plan, found: re.Match[str]) -> bool:
    """Whether an annex or section says in its title that it is the one."""
    titles = [annex.title for annex in plan.annexes] + [section.title for section in plan.sections]
    return any(title.replace(" ", "").startswith(found[1] + found[2]) for title in titles)

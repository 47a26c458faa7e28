import re
from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import ASIDE, holds, passage, passages

_PLACEHOLDER = (
    "待(?:补充|完善|填写?|定)(?![位级点员]|人员)|(?:[【［](?:请|此处|待)?|[\\[（(](?:请|此处|待))(?:填写|填入|补充|插入|修改)[^】］\\])）\n]{0,20}[】］\\])）]"
    "|(?<![A-Za-z0-9])(?:[Xx]{2,}|Ｘ{2,})(?![A-Za-z0-9])|×{2,}|[_＿]{3,}|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])"
    "|〔[0-9]{4}〕[ 　]*号|(?<!\\d)[ 　]*年[ 　]+月|\\A[（(]?略[）)]?。?(?=\\s*\\Z)"
)

_REPEATED = re.compile(r"(.)\1+")
_HINT = "[XxＸ×_＿请此待【［TF〕年略](?:[XxＸ×_＿填补插修处完定写入OBI]|[ 　]*[号月]|(?<=略)(?:[）)。\\s\"',}\\]]|\\Z))"


@rule(
    "P605",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  number: 某府办发〔2012〕31号\n", "  number: 某府办发〔2012〕XX号  # <- P605\n"),
        ("    how: 分片包干，逐台试机并登记\n", "    how: 【请填写责任人】分片包干，逐台试机并登记  # <- P605\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def placeholder_left(plan: Placed[Plan]) -> Iterator[Found]:
    """No placeholder is left in a plan: 待补充, XX, ××, ____, 【请填写】, 〔2012〕 号, a text that only says 略.

    The same placeholder in one plan is one finding with its places.

    ## Why

    A plan with 联系电话：XXXX in it was copied and not finished; nobody can be reached there.

    ## Source

    practice; 应急预案评审

    ## Not caught

    某 as in 某区, which manuals use. One × between numbers. Underscores that make a line across the page.
    """
    if not holds(plan, *"XＸ×_＿请此待【［TF略", "xx", "〕号", "〕 ", "〕　", "年 ", "年　"):
        return
    for loc, found in passages(plan, _PLACEHOLDER, _HINT, without=ASIDE):
        if not _is_line_across(found):
            yield Found(
                passage(plan, loc, found),
                say("placeholder '{words}': write what belongs here", words=found[0]),
                cause=f"{plan.document.path}:{_once(found[0])}",
            )


def _is_line_across(found: re.Match[str]) -> bool:
    """Whether nothing but underscores stands on the line: they divide the text."""
    line = found.string[: found.end()].rpartition("\n")[2] + found.string[found.end() :].partition("\n")[0]
    return not line.strip(" _＿")


def _once(words: str) -> str:
    """A placeholder whatever its length: XX and XXXX are one."""
    return _REPEATED.sub(r"\1", words)

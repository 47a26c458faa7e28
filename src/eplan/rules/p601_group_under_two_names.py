import re
from collections.abc import Iterable, Iterator, Mapping

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import CommandGroup, Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import passage, passages

_GROUP = "组"
_NUMBER = re.compile("[一二三四五六七八九十0-9A-Za-z甲乙丙丁东南西北]")
_LONGEST = 12
_SHORTEST = 5


@rule(
    "P601",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("- {name: 扑火组,", "- {name: 医疗救护组, lead: 区林业局, duties: 急救}\n    - {name: 扑火组,"),
        ("    how: 分片包干，逐台试机并登记\n", "    how: 分片包干，通知医疗救援组，逐台试机并登记  # <- P601\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def group_under_two_names(plan: Placed[Plan]) -> Iterator[Found]:
    """A working group has one name throughout its plan.

    Looked for: names of five characters or more that differ from a group of this plan in one character or in the
    order of the characters, and that are no group of this plan themselves; and two groups of the plan whose names
    differ so little and that have one lead, or that have the very same duties.

    ## Why

    The unit that reads 医疗救援组 looks for it among the groups, finds 医疗救护组 and does not know whether it is meant.

    ## Source

    practice; 应急预案评审 (文字一致)

    ## Not caught

    Names that differ more (医疗组 and 医疗救护组), or are shorter than five characters: too many are groups of their own.
    Groups that are only numbered (抢险一组, 抢险二组). Groups that an action names: an unknown one is R102.
    """
    groups = plan.model.command.groups if plan.model.command else ()
    yield from _entered_twice(plan, groups)
    names = {group.name for group in groups}
    if not any(len(name) >= _SHORTEST and name.endswith("组") for name in names):
        return
    text = plan.document.text
    mentions = {text[max(0, found.end() - _LONGEST) : found.end()] for found in re.finditer(_GROUP, text)}
    twins = dict(_twins(names, mentions))
    if twins:
        yield from _misnamed(plan, twins)


def _misnamed(plan: Placed[Plan], twins: Mapping[str, str]) -> Iterator[Found]:
    for loc, found in passages(plan, "|".join(map(re.escape, twins)), _GROUP):
        if found[0] != found.string:
            yield Found(
                passage(plan, loc, found),
                say(
                    "'{other}' is not a group of this plan: write '{group}' if that is meant",
                    other=found[0],
                    group=twins[found[0]],
                ),
                cause=f"{plan.document.path}:{found[0]}",
            )


def _entered_twice(plan: Placed[Plan], groups: tuple[CommandGroup, ...]) -> Iterator[Found]:
    """Groups of which an earlier one is the same under another name."""
    for index, group in enumerate(groups):
        other = next((earlier for earlier in groups[:index] if _are_one(earlier, group)), None)
        if other:
            yield Found(
                plan.at("command", "groups", index, "name"),
                say(
                    "'{group}' seems to be '{other}' under another name: join the two, or tell them apart",
                    group=group.name,
                    other=other.name,
                ),
            )


def _are_one(one: CommandGroup, other: CommandGroup) -> bool:
    if one.name == other.name:
        return False
    close = len(one.name) == len(other.name) >= _SHORTEST and _is_variant(one.name, other.name)
    numbered = _NUMBER.sub("", one.name) == _NUMBER.sub("", other.name)
    same_duties = bool(one.duties) and one.duties == other.duties
    return same_duties or (close and not numbered and one.lead is not None and one.lead == other.lead)


def _twins(names: set[str], mentions: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Words in the text that are nearly the name of a group, and the group."""
    for mention in mentions:
        if not any(mention.endswith(name) for name in names):
            for name in names:
                word = mention[-len(name) :]
                if len(name) >= _SHORTEST and len(word) == len(name) and _is_variant(word, name):
                    yield word, name


def _is_variant(word: str, name: str) -> bool:
    differing = sum(one != other for one, other in zip(word, name, strict=True))
    return differing == 1 or (differing > 0 and sorted(word) == sorted(name))

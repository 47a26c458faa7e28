import re
from collections import Counter
from collections.abc import Iterable, Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule
from eplan.wording import before, holds, mentions, passage, passages

Key = tuple[str, str]
_TERM = (
    "(?P<comms>通讯|通信)(?P<of_comms>联络|保障|设备|组|畅通)"
    "|(?P<body>应急救援|应急)(?P<of_body>指挥部|领导小组|指挥中心)"
    "|(?P<reaction>应急反应|应急响应)(?P<of_reaction>级别|启动|终止|结束|程序)"
    "|(?P<opinion>舆论|舆情)(?P<of_opinion>引导组|监控组)"
)
_HINT = "[通应舆](?:[讯信论情]|急(?:救援|反应|响应|指挥|领导))"
_SIGNS = tuple(
    tuple(word.encode() for word in words)
    for words in (
        ("通讯", "通信"),
        ("应急救援指挥", "应急指挥"),
        ("应急救援领导", "应急领导"),
        ("应急反应", "应急响应"),
        ("舆论", "舆情"),
    )
)
_NAMELESS = "[由向报在和与及的立设经对是为受到从即或按据令后时请将归属听入][^\u4e00-\u9fff]*$|[^\u4e00-\u9fff]$|^$"


@rule(
    "P604",
    severity=Severity.INFO,
    bad=sound_folder(
        ("    how: 分片包干，逐台试机并登记\n", "    how: 分片包干，检查通讯设备，逐台试机并登记  # <- P604\n"),
        ("communication: 对讲机和手机双备份", "communication: 通信设备双备份，通信设备每月检查"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def terms_mixed(plan: Placed[Plan]) -> Iterator[Found]:
    """One plan uses one word for one thing: 通信联络组 or 通讯联络组, 应急指挥部 or 应急救援指挥部.

    Looked for: 通讯/通信 before the same word; 应急救援指挥部/应急指挥部 of the same body; 应急反应/应急响应 and 舆论/舆情
    before the same word. The rarer one is reported.

    ## Why

    Two words look like two things; whoever does not know the plan by heart asks which headquarters is meant.

    ## Source

    practice; 应急预案评审 (文字一致)

    ## Not caught

    Pairs outside this list. 通讯录, which is a word of its own. Headquarters of different bodies.
    """
    if not holds(plan, *"讯救反舆"):
        return
    if not any(mentions(plan, *words) for words in _SIGNS):
        return
    found = list(passages(plan, _TERM, _HINT))
    for key, usual in _mixed(match for _, match in found):
        for loc, match in found:
            if _key(match) == key and match[0] != usual:
                yield Found(
                    passage(plan, loc, match),
                    say("'{odd}' here, '{usual}' elsewhere in this plan: write one of them", odd=match[0], usual=usual),
                    cause=f"{plan.document.path}:{match[0]}",
                )


def _mixed(matches: Iterable[re.Match[str]]) -> Iterator[tuple[Key, str]]:
    """Where a term stands in two variants before the same word, and the variant that is used most."""
    found: dict[Key, Counter[str]] = {}
    for match in matches:
        found.setdefault(_key(match), Counter())[match[0]] += 1
    yield from ((key, uses.most_common(1)[0][0]) for key, uses in found.items() if len(uses) > 1)


def _key(match: re.Match[str]) -> Key:
    """The word behind a term and, for a headquarters, the name before it."""
    name = before(match, 2) if match["body"] else ""
    return str(match[str(match.lastgroup)]), "" if re.search(_NAMELESS, name) else name

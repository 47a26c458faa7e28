from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule
from eplan.wording import mentions, passage, passages

_OTHER_POST = "(?<!副)(?<!现场)(?<!前方)(?<!前线)(?<!现场指挥部)(?<!前方指挥部)(?<!现场应急指挥部)"
_CHIEF = f"{_OTHER_POST}总指挥(?![部长员权])"
_LEADER = f"{_OTHER_POST}(?<!总)指挥长"

_HINT = "指挥"
_BOTH = ("总指挥".encode(), "指挥长".encode())


@rule(
    "P602",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "command:\n  headquarters: 区森林防火指挥部\n",
            "command:\n  headquarters: 区森林防火指挥部\n  commander: 区林业局  # <- P602\n",
        ),
        ("    how: 分片包干，逐台试机并登记\n", "    how: 由总指挥分片包干，逐台试机后报指挥长  # <- P602\n"),
    ),
    good=sound_folder(),
)
def post_under_two_names(repository: Repository) -> Iterator[Found]:
    """Who is in command is said once: the plan's commander is that of its headquarters, under one title.

    Looked for: `command.commander` that differs from the commander in `headquarters.yaml`; and 总指挥 in one place,
    指挥长 in another, of the same plan.

    ## Why

    At the scene two people each believe that they are in command, or nobody does.

    ## Source

    突发事件应对法 (2007) 第十八条、(2024) 第二十八条：组织指挥体系与职责; practice

    ## Not caught

    Commanders of the response levels, who differ on purpose (递进式应急机制). 现场指挥长, 前方总指挥 and deputies, which are
    posts of their own. Posts that are only told in words.
    """
    for plan in repository.standing_plans:
        yield from _other_commander(plan, repository)
        yield from _two_titles(plan)


def _other_commander(plan: Placed[Plan], repository: Repository) -> Iterator[Found]:
    command = plan.model.command
    headquarters = repository.headquarters_by_name.get(command.headquarters or "") if command else None
    own, known = (command and command.commander), (headquarters and headquarters.model.commander)
    if headquarters and own and known and repository.canonical(own) != repository.canonical(known):
        yield Found(
            plan.at("command", "commander"),
            say(
                "the plan gives {headquarters} to {own}, headquarters.yaml to {known}: say who is in command in one place",
                headquarters=headquarters.model.name,
                own=own,
                known=known,
            ),
        )


def _two_titles(plan: Placed[Plan]) -> Iterator[Found]:
    if not mentions(plan, *_BOTH):
        return
    chiefs, leaders = (list(passages(plan, title, _HINT)) for title in (_CHIEF, _LEADER))
    if chiefs and leaders:
        fewer = min(chiefs, leaders, key=len)
        yield Found(
            passage(plan, *fewer[0]),
            say(
                "the head of the headquarters is called 总指挥 in {chiefs} places and 指挥长 in {leaders}: choose one",
                chiefs=len(chiefs),
                leaders=len(leaders),
            ),
        )

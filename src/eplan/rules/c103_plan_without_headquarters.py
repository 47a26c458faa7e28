from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.headquarters import Headquarters
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "C103",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("command:\n  headquarters: 区森林防火指挥部\n", "command:  # <- C103\n"),
        ("    plan: forest-fire\n", ""),
    ),
    good=sound_folder(),
)
def plan_without_headquarters(repository: Repository) -> Iterator[Found]:
    """Every special plan has a headquarters that commands.

    It has one when it names it (`command.headquarters`), or when a headquarters names it as its plan.

    ## Why

    A special plan binds several departments; who commands them must be a body that exists before the event.

    ## Source

    突发事件应对法 (2007) 第八条、第十八条、(2024) 第二十八条：应急指挥机构、组织指挥体系与职责; practice

    ## Not caught

    Plans without any `command`, which is P101. Folders that keep no register of headquarters.
    """
    known = repository.of(Headquarters)
    planned = {headquarters.model.plan for headquarters in known}
    for plan in repository.standing_plans if known else ():
        model, command = plan.model, plan.model.command
        is_named = plan.id in planned or repository.may_hide("headquarters", plan.id)
        if model.kind == "special" and command is not None and not command.headquarters and not is_named:
            yield Found(plan.at("command"), say("no headquarters commands by this plan: name it (`headquarters`)"))

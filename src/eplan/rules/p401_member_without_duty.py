from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "P401",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "  duties:\n    区林业局: 组织扑救，承担指挥部办公室工作\n    区公安分局: 火场警戒与交通管制\n",
            "  duties:  # <- P401\n    区林业局: 组织扑救，承担指挥部办公室工作\n",
        ),
    ),
    good=sound_folder(),
)
def member_without_duty(repository: Repository) -> Iterator[Found]:
    """Every member unit of the headquarters has a duty in its plan.

    ## Why

    A unit that sits in the headquarters without a duty waits to be told, and is told too late.

    ## Source

    突发事件应对法 (2007) 第十八条、(2024) 第二十八条：应急预案应当具体规定组织指挥体系与职责

    ## Not caught

    Plans without any duties: that is a missing part (P101). Members named by a group whose members are unknown. Plans
    in which a duty is given to an unknown unit (R101): it may be the missing one.
    """
    for plan in repository.standing_plans:
        command = plan.model.command
        if command is None or not command.duties or repository.is_unsure(command.duties):
            continue
        charged = set(repository.expand(command.duties))
        members = (unit for unit in repository.command_members(plan) if unit in repository.unit_by_name)
        missing = [unit for unit in members if unit not in charged]
        if missing:
            yield Found(
                plan.at("command", "duties"),
                say(
                    "members of {headquarters} without a duty in this plan: {units}: give each a duty, or "
                    "take it out of the headquarters",
                    headquarters=command.headquarters,
                    units=missing,
                ),
            )

from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "P402",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    区公安分局: 火场警戒与交通管制\n",
            "    区公安分局: 火场警戒与交通管制\n    区应急办: 综合协调  # <- P402\n",
        ),
        ("deputies: [区应急办]", "deputies: [区林业局]"),
    ),
    good=sound_folder(),
)
def duty_without_membership(repository: Repository) -> Iterator[Found]:
    """Every unit with a duty is a member of the plan's headquarters.

    Deputies, the office and the commander's unit count as members.

    ## Why

    A unit that is charged with a duty but does not sit in the headquarters is not called when it meets.

    ## Source

    突发事件应对法 (2007) 第十八条、(2024) 第二十八条：应急预案应当具体规定组织指挥体系与职责

    ## Not caught

    Plans whose headquarters has no register of members, or names a member that is unknown (R101).
    """
    for plan in repository.standing_plans:
        command = plan.model.command
        members = set(repository.command_seats(plan))
        if command is None or not members:
            continue
        for name in command.duties:
            if repository.is_unsure([name]):
                continue
            outside = [unit for unit in repository.expand([name]) if unit not in members]
            if outside:
                yield Found(
                    plan.at("command", "duties", name),
                    say(
                        "{unit} has a duty here but is not a member of {headquarters}: add it there or drop the duty",
                        unit=outside,
                        headquarters=command.headquarters,
                    ),
                )

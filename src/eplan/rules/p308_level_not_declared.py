from collections.abc import Iterator

from eplan.contents import colours_left_out
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.level_names import levels_said
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.vocabulary import label
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P308",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}\n",
            "",
        ),
        (
            "    response: [1, 2, 3, 4]\n    who: [扑火组]",
            "    response: [1, 2, 3, 4]  # <- P308\n    who: [扑火组]",
        ),
        ("    response: [1, 2, 3, 4]\n    who: [区公安分局]", "    response: [1, 2, 3]\n    who: [区公安分局]"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def level_not_declared(plan: Placed[Plan]) -> Iterator[Found]:
    """Actions are done at response levels and warning colours that the plan has.

    ## Why

    An action for a level that nobody can start is never done.

    ## Source

    practice

    ## Not caught

    Plans without any response level, or without any warning colour, of their own: those of communities and units
    often follow the levels of the plan above. Colours that P107 reports as left out, and plans in which a level
    stands twice (P312) or under the name of another (P311).
    """
    model = plan.model
    levels = _levels(model)
    colours = _colours(plan)
    for index, action in enumerate(model.actions):
        if levels and (unknown := [level for level in action.response if level not in levels]):
            yield Found(
                plan.at("actions", index, "response"),
                say(
                    "action {id} is done at response level {levels}, which the plan does not have: correct "
                    "the level, or add it to `response.levels`",
                    id=action.id,
                    levels=unknown,
                ),
                cause=f"{plan.document.path}:{unknown}",
            )
        if colours and (unlisted := [colour for colour in action.warning if colour not in colours]):
            yield Found(
                plan.at("actions", index, "warning"),
                say(
                    "action {id} is done on a {colours} warning, which the plan does not have: correct the "
                    "colour, or add it to `warning.levels`",
                    id=action.id,
                    colours=[label(colour) for colour in unlisted],
                ),
                cause=f"{plan.document.path}:{unlisted}",
            )


def _levels(plan: Plan) -> set[int]:
    """The response levels of a plan; none while one of them is doubtful."""
    levels = plan.response.levels if plan.response else ()
    numbers: set[int] = {level.level for level in levels}
    said = [(level.level, levels_said(level.name)) for level in levels]
    is_sure = len(numbers) == len(levels) and all(not names or number in names for number, names in said)
    return numbers if is_sure else set()


def _colours(plan: Placed[Plan]) -> set[str]:
    """The colours of a plan and those of which P107 says that they are left out; none while one stands twice."""
    levels = plan.model.warning.levels if plan.model.warning else ()
    colours = {level.colour for level in levels}
    return {*colours, *colours_left_out(plan)[0]} if len(colours) == len(levels) else set()

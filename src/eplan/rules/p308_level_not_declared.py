from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.level_names import levels_said
from eplan.messages import say
from eplan.models.plan import Plan, Response
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

    Plans without any response level, or without any warning colour, of their own: those of communities and units often
    follow the levels of the plan above.
    """
    model = plan.model
    if model.edition.is_withdrawn_on(plan.on.as_of):
        return
    levels = set(_levels(model.response)) if model.response else set()
    colours = {level.colour for level in model.warning.levels} if model.warning else set()
    for index, action in enumerate(model.actions):
        if levels and (unknown := [level for level in action.response if level not in levels]):
            yield Found(
                plan.at("actions", index, "response"),
                say(
                    "action {id} is done at response level {levels}, which the plan does not have",
                    id=action.id,
                    levels=unknown,
                ),
                cause=f"{plan.document.path}:{unknown}",
            )
        if colours and (unlisted := [colour for colour in action.warning if colour not in colours]):
            yield Found(
                plan.at("actions", index, "warning"),
                say(
                    "action {id} is done on a {colours} warning, which the plan does not have",
                    id=action.id,
                    colours=[label(colour) for colour in unlisted],
                ),
                cause=f"{plan.document.path}:{unlisted}",
            )


def _levels(response: Response) -> Iterator[int]:
    """The levels by number, and those that only a name says: that the two disagree is P311."""
    for level in response.levels:
        yield level.level
        yield from levels_said(level.name)

from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.law import concerns
from eplan.messages import Message, say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.plan_action import Action
from eplan.models.vocabulary import COLOUR_OF_LEVEL, label
from eplan.repository import Placed
from eplan.rule import Found, rule

_KINDS = ("overall", "special", "department")
_ENOUGH = 0.8
"""The share of actions that must bear a measure before the others count as having none."""


@rule(
    "P203",
    severity=Severity.INFO,
    bad=sound_folder(
        ("actions:\n", "actions:  # <- P203\n"),
        ("    what: 巡山瞭望，检查扑火机具\n", "    what: 巡山瞭望，检查扑火机具\n    measure: monitor\n"),
        ("    what: 看守火场，清理余火\n", "    what: 看守火场，清理余火\n    measure: recovery\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def statutory_measure_missing(plan: Placed[Plan]) -> Iterator[Found]:
    """The actions of a plan provide for the measures that the law lists after a warning and in a response.

    Asked of overall, special and department plans at least four fifths of whose actions bear a `measure`. After a
    warning, actions of its colours count, and those before and at the onset that are done anyway.

    ## Why

    The list of the law is the shortest check whether something was forgotten: who assesses, who informs the public.

    ## Source

    突发事件应对法 (2007) 第四十四条、第四十五条、第五十条、(2024) 第六十六条、第六十七条、第七十三条、第七十四条

    ## Not caught

    Plans whose actions mostly bear no measure. Measures of which the law asks for one or more, as soon as there is one.
    Whether the action does what its measure says; so this is never more than information.
    """
    model = plan.model
    tagged = sum(action.measure is not None for action in model.actions)
    if model.kind not in _KINDS or not tagged or tagged < _ENOUGH * len(model.actions):
        return
    for row in plan.on.requiring("required-measures", *_situations(model)):
        missing = _missing(row, model.actions)
        if missing and concerns(row, model.hazards, model.category):
            yield Found(
                plan.at("actions"),
                say(
                    "no action {when} has the measure {measures}: add it, or give it as `measure` to the "
                    "action that does it",
                    when=_when(row),
                    measures=[label(measure) for measure in missing],
                ),
                cause=row.id,
                basis=(row,),
                severity=Severity.INFO,
            )


def _situations(plan: Plan) -> Iterator[str]:
    """Warnings are asked about where the plan has warning levels, and not in social security, of which the law says nothing."""
    if plan.warning and plan.warning.levels and plan.category != "social-security":
        yield "warning"
    if plan.response and plan.response.levels:
        yield "response"


def _missing(row: Requirement, actions: tuple[Action, ...]) -> list[str]:
    found = {action.measure for action in actions if _counts(action, row)}
    missing = [measure for measure in row.includes if measure not in found]
    return missing if not row.at_least or len(missing) == len(row.includes) else []


def _counts(action: Action, row: Requirement) -> bool:
    if "warning" not in row.subjects:
        return action.phase in ("onset", "during")
    always = not action.warning and not action.response and action.phase in ("before", "onset")
    return always or any(COLOUR_OF_LEVEL[level] in action.warning for level in row.levels)


def _when(row: Requirement) -> Message:
    if "warning" not in row.subjects:
        return say("in the response")
    return say("on a {colours} warning", colours=[label(COLOUR_OF_LEVEL[level]) for level in row.levels])

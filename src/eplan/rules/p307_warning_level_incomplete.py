from collections.abc import Iterator

from eplan.contents import is_filled
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import Message, say
from eplan.models.plan import Plan, WarningLevel
from eplan.models.vocabulary import label
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P307",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "    - {colour: blue, criteria: 三级火险, issued-by: 区林业局, lifted-when: 火险降级}\n",
            "    - {colour: blue, issued-by: 区林业局, lifted-when: 火险降级}  # <- P307\n",
        ),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def warning_level_incomplete(plan: Placed[Plan]) -> Iterator[Found]:
    """Every warning colour says when it is issued, by whom, and when it is lifted.

    The same gap in several colours of one plan is one finding.

    ## Why

    Nobody issues a warning that no one was told to issue, and nobody obeys the second one when the first was never
    lifted.

    ## Source

    突发事件应对法 (2007) 第四十三条、第四十七条、(2024) 第六十四条、第七十条: who issues warnings, and that they are lifted

    ## Not caught

    Whether the criteria can be measured.
    """
    levels = plan.model.warning.levels if plan.model.warning else ()
    for index, level in enumerate(levels):
        for key, words in _missing(level):
            yield Found(
                plan.at("warning", "levels", index, key),
                say(
                    "the {colour} warning does not say {words}: fill in `{key}`",
                    colour=label(level.colour),
                    words=words,
                    key=key,
                ),
                cause=f"{plan.document.path}:{key}",
            )


def _missing(level: WarningLevel) -> Iterator[tuple[str, Message]]:
    if not is_filled(level.criteria):
        yield "criteria", say("when it is issued")
    if not level.issued_by:
        yield "issued-by", say("by whom it is issued")
    if not is_filled(level.lifted_when):
        yield "lifted-when", say("when it is lifted")

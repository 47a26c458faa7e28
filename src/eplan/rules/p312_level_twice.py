from collections.abc import Iterable, Iterator

from eplan.document import Loc
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.level_names import levels_said
from eplan.messages import Message, say
from eplan.models.plan import Grade, Plan, ResponseLevel
from eplan.models.vocabulary import label
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P312",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("    - {level: 3, trigger: 较大火灾,", "    - {level: 2, trigger: 较大火灾, # <- P312\n      "),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def level_twice(plan: Placed[Plan]) -> Iterator[Found]:
    """Each grade, warning colour and response level stands once.

    Of two grades or levels one may bear the name of another level: then its number is wrong, which is P311.

    ## Why

    Of two entries for one level a reader takes the first and a program the last.

    ## Source

    practice
    """
    model = plan.model
    grades = _rightly_named(model.grades)
    levels = _rightly_named(model.response.levels) if model.response else ()
    colours = (level.colour for level in model.warning.levels) if model.warning else ()
    for index, number in _repeated(grades):
        yield _found(plan, ("grades", index), say("grade {level}", level=number))
    for index, number in _repeated(levels):
        yield _found(plan, ("response", "levels", index), say("response level {level}", level=number))
    for index, colour in _repeated(colours):
        yield _found(plan, ("warning", "levels", index), say("the {colour} warning", colour=label(str(colour))))


def _rightly_named(entries: Iterable[Grade | ResponseLevel]) -> Iterator[int | None]:
    """The levels of the entries; None for one that is called by the name of another level."""
    for entry in entries:
        yield entry.level if entry.level in (levels_said(entry.name) or {entry.level}) else None


def _repeated(values: Iterable[int | str | None]) -> Iterator[tuple[int, int | str]]:
    seen = set()
    for index, value in enumerate(values):
        if value is not None and value in seen:
            yield index, value
        seen.add(value)


def _found(plan: Placed[Plan], loc: Loc, what: Message) -> Found:
    return Found(plan.at(*loc), say("{what} stands here a second time: join the two or correct the number", what=what))

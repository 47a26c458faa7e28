from collections.abc import Iterator
from datetime import date

from eplan.citing import Cited, cited
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.law import in_force, is_sure
from eplan.messages import Message, say
from eplan.models.law import Instrument
from eplan.models.plan import Plan
from eplan.models.quantities import earliest
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "L405",
    severity=Severity.ERROR,
    bad=sound_folder(
        (
            "basis: [{title: 森林防火条例, issued: 2008-12-01}]",
            "basis: [{title: 突发事件应对法, issued: 2007-08-30}, # <- L405\n  {title: 森林防火条例, issued: 1988-01-16}]  # <- L405",
        ),
        year=2025,
    ),
    good=sound_folder(
        (
            "basis: [{title: 森林防火条例, issued: 2008-12-01}]",
            "basis: [{title: 突发事件应对法, issued: 2024-06-28}]",
        ),
        year=2025,
    ),
    as_of=date(2025, 12, 31),
)
def cites_superseded(plan: Placed[Plan]) -> Iterator[Found]:
    """A plan rests on instruments that were in force on the day of its issue.

    A citation is looked up by its number, else its title, and its date; without a date the edition in force on the day of
    issue is meant. A day before the oldest edition that eplan knows means an older one still, or is wrong. It is an error
    where the text of the old or of the new instrument was seen, else a warning.

    ## Why

    A plan that is new and rests on old law was copied; what else was copied with it nobody knows.

    ## Source

    The days on which instruments come into force and are repealed, as they say themselves (eplan law)

    ## Not caught

    Instruments that eplan does not know. Amendments that change little. Withdrawn plans, and drafts that are not issued yet.
    """
    issued = plan.model.edition.issued
    if not issued:
        return
    for found in cited(plan, issued):
        last = found.edition.valid_to
        newer = plan.on.law.superseding(found.edition, issued)
        if last and last < earliest(issued):
            message = _superseded(found, last, issued, newer)
        elif _is_older(found) and in_force(found.edition, issued):
            message = _of_another_day(found, issued)
        else:
            continue
        was_read = is_sure(found.edition) or (newer is not None and is_sure(newer))
        yield Found(plan.at("basis", found.index), message, is_doubtful=not was_read)


def _superseded(found: Cited, last: date, issued: date, newer: Instrument | None) -> Message:
    return say(
        "《{title}》{edition} was in force until {last}, and the plan was issued on {issued}: {advice}",
        title=found.citation.title,
        edition=_which(found),
        last=last,
        issued=issued,
        advice=_advice(newer),
    )


def _is_older(found: Cited) -> bool:
    """Whether the day cited is before the oldest edition that eplan knows."""
    cited_day, known_day = found.citation.issued, found.edition.issued
    return cited_day is not None and known_day is not None and cited_day < earliest(known_day)


def _of_another_day(found: Cited, issued: date) -> Message:
    return say(
        "《{title}》 is cited as of {cited}, but the edition in force on {issued} is of {day}: cite that one",
        title=found.citation.title,
        cited=found.citation.issued,
        issued=issued,
        day=found.edition.issued,
    )


def _which(found: Cited) -> str:
    number, day = found.citation.number, found.citation.issued
    return f"（{number or day}）" if number or day else ""


def _advice(newer: Instrument | None) -> Message:
    if newer is None:
        return say("cite what has taken its place")
    return say(
        "cite 《{title}》{number}", title=newer.title, number=f"（{newer.number or newer.issued or newer.valid_from}）"
    )

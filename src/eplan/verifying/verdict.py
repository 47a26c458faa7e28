"""What is said of a code: current or not, what it stands for, until when it was current, what has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.changes import ALL, PRINTED, Comparison, compare
from eplan.messages import Message, say
from eplan.models.edition import Edition
from eplan.render.amendments.concerned import concerning, shown
from eplan.render.book.known_codes import Printed, code_of_today
from eplan.render.book.wording import day_words
from eplan.render.foot import short_revision
from eplan.repository import Repository
from eplan.verifying.search import Sighting

_OTHER_DAY = say("The folder says the same, but on another day: a plan was issued or withdrawn since.")


@dataclass(frozen=True)
class Verdict:
    """The answer to `eplan verify`: `sentences` first, then what changed."""

    is_current: bool
    sentences: tuple[Message, ...]
    since: Comparison


def verdict(code: str, sighting: Sighting, now: Repository) -> Verdict:
    """Pages are current where they would carry the same code today."""
    printed = sighting.printed
    words = {"code": code, "what": _printed(sighting)}
    if code_of_today(printed, now) == code:
        return Verdict(True, (say("{code} is current: {what}.", **words),), Comparison(()))
    said = (*_until(sighting), *_fate(printed, now)) or (_OTHER_DAY,)
    return Verdict(False, (say("{code} is not current: {what}.", **words), *said), _since(sighting, now))


def _since(sighting: Sighting, now: Repository) -> Comparison:
    printed = sighting.printed
    sides = shown(sighting.repository, printed), shown(now, printed)
    found = compare(*sides, ALL if printed.kind == "folder" else PRINTED)
    return concerning(printed, found, sides)


def _printed(sighting: Sighting) -> Message:
    """What the code stands for."""
    printed = sighting.printed
    match printed.kind:
        case "folder":
            return say("a document made of the data of the whole folder")
        case "book" if printed.choice:
            return _for(printed, say("the book of {scope}", scope=printed.choice.words(sighting.repository)))
        case "book":
            return _for(printed, say("the book of all plans"))
    plan = sighting.repository.plan_by_id[printed.plan].model
    return _for(
        printed, say("the plan “{title}”, {edition}", title=plan.title, edition=_edition(plan.edition, printed))
    )


def _edition(edition: Edition, printed: Printed) -> tuple[Message | str, ...]:
    """示例〔2012〕2号、版本1、2012年12月3日印发."""
    if printed.is_draft:
        return (say("draft"),)
    number = (edition.number,) if edition.number else ()
    version = (say("version {version}", version=edition.version),) if edition.version else ()
    return (
        *number,
        *version,
        say("issued on {day}", day=day_words(edition.issued)) if edition.issued else say("in force"),
    )


def _for(printed: Printed, what: Message) -> Message:
    return say("{what}, edition for the public", what=what) if printed.audience == "public" else what


def _until(sighting: Sighting) -> Iterator[Message]:
    """When it was the last time that the folder had this code."""
    found, after = sighting.revision, sighting.next
    if found is None:
        return
    words = {"revision": short_revision(found.id), "day": day_words(found.day)}
    if after is None:
        yield say(
            "Its revision is {revision} of {day}; it was replaced by changes that are not committed yet.", **words
        )
    else:
        after_words = {"next": short_revision(after.id), "next_day": day_words(after.day)}
        yield say(
            "Its revision is {revision} of {day}; it was replaced by {next} of {next_day}.", **words, **after_words
        )


def _fate(printed: Printed, now: Repository) -> Iterator[Message]:
    """What became of a plan that is no longer printed so."""
    plan = now.plan_by_id.get(printed.plan)
    if printed.kind != "plan":
        return
    if plan is None:
        yield say("The plan is no longer in the folder: take its pages out.")
    elif plan.model.edition.is_withdrawn_on(now.as_of):
        yield say("The plan is withdrawn: take its pages out.")
    elif printed.is_draft and plan.model.edition.is_issued_on(now.as_of):
        yield say("The pages are those of a draft; the plan is issued now.")

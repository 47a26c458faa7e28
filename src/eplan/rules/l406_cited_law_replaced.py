from collections.abc import Iterator
from datetime import date

from eplan.citing import Cited, cited
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.law import heaviest, is_sure
from eplan.messages import Message, say
from eplan.models.law import Instrument
from eplan.models.plan import Plan
from eplan.obligations import binding
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "L406",
    severity=Severity.INFO,
    bad=sound_folder(
        (
            "basis: [{title: 森林防火条例, issued: 2008-12-01}]",
            "basis: [{title: 突发事件应对法, issued: 2007-08-30}]  # <- L406",
        ),
        year=2024,
    ),
    good=sound_folder(year=2024),
    as_of=date(2024, 12, 31),
)
def cited_law_replaced(repository: Repository) -> Iterator[Found]:
    """The instruments that a plan rests on have not been replaced since its issue.

    All of one plan are one finding, with what has taken their place by the day of the check, or stands beside them.

    ## Why

    New law changes duties, periods and names; a plan that is not looked through after it is wrong without notice.

    ## Source

    国办发〔2013〕101号 第二十五条（一）、国办发〔2024〕5号 第三十五条（一）：有关法律、法规、规章、标准发生变化的，应当及时修订; practice before

    ## Not caught

    Instruments that eplan does not know. Amendments that change little. Withdrawn plans and drafts.
    """
    for plan in repository.plans_in_force:
        edition, today = plan.model.edition, plan.on.as_of
        if not edition.issued:
            continue
        replaced = [*_replaced(plan, edition.issued, today)]
        if replaced:
            rows = tuple(
                row for row in binding(plan, repository, "plan-revision", today) if "law-changed" in row.includes
            )
            yield Found(
                plan.at("basis", replaced[0][0].index),
                say(
                    "replaced since the plan was issued: {instruments}: revise the plan where it follows them",
                    instruments=[_told(found, newer) for found, newer in replaced],
                ),
                basis=rows,
                severity=min(heaviest(rows, Severity.INFO), Severity.WARNING),
                is_doubtful=not any(_was_read(*pair) for pair in replaced),
            )


def _replaced(plan: Placed[Plan], issued: date, today: date) -> Iterator[tuple[Cited, Instrument | None]]:
    """Citations in force when the plan was issued, and what has come since."""
    for found in cited(plan, issued):
        last = found.edition.valid_to
        newer = plan.on.law.superseding(found.edition, today)
        has_ended = last is not None and issued <= last < today
        has_neighbour = last is None and newer is not None and (newer.valid_from or today) > issued
        if has_ended or has_neighbour:
            yield found, newer


def _was_read(found: Cited, newer: Instrument | None) -> bool:
    return is_sure(found.edition) or (newer is not None and is_sure(newer))


def _told(found: Cited, newer: Instrument | None) -> Message:
    title, last = found.citation.title, found.edition.valid_to
    if newer is None:
        return say("《{title}》 (until {last})", title=title, last=last)
    number = newer.number or newer.issued or newer.valid_from
    if last is None:
        return say("《{title}》 (beside it now 《{newer}》, {number})", title=title, newer=newer.title, number=number)
    return say(
        "《{title}》 (until {last}; now 《{newer}》, {number})",
        title=title,
        last=last,
        newer=newer.title,
        number=number,
    )

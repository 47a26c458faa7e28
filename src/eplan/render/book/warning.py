"""Chapters Monitoring and early warning, and Reporting."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.models.plan import Reporting, WarningPart
from eplan.models.vocabulary import label
from eplan.render.blocks import Paragraph
from eplan.render.book.levels import LevelText, level_table
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import Section, chapter, columns, section, sentence, table
from eplan.render.book.wording import span_words

NO_WARNING, NO_REPORTING = WarningPart(), Reporting()


def warning(view: PlanView, translate: Translator) -> Section:
    """What is watched, what each colour means, how people are warned."""
    own = view.plan.warning or NO_WARNING
    heads = columns(translate, "What is watched", "By whom", "When something is done", widths=(2, 1.2, 3))
    watched = ((item.what, view.called(item.by), item.threshold or "") for item in own.monitoring)
    watchers, issuers = (item.by for item in own.monitoring), (level.issued_by for level in own.levels)
    return chapter(
        translate,
        "Monitoring and early warning",
        section(translate, "Monitoring", table(heads, watched), units=view.units(*watchers)),
        section(translate, "Warning levels", level_table(_levels(own, view, translate)), units=view.units(*issuers)),
        section(
            translate, "Issue of warnings", sentence(_channels(own, translate)), sentence(_message(own, translate))
        ),
    )


def _levels(own: WarningPart, view: PlanView, translate: Translator) -> Iterator[LevelText]:
    for level in own.levels:
        yield LevelText(
            translate(say("{colour} warning", colour=label(level.colour))),
            level.colour,
            (
                (translate("Issued when"), level.criteria or ""),
                (translate("Issued by"), view.called(level.issued_by)),
                (translate("Lifted when"), level.lifted_when or ""),
            ),
        )


def _channels(own: WarningPart, translate: Translator) -> str:
    channels = tuple(label(channel) for channel in own.channels)
    return translate(say("The public is warned by: {channels}.", channels=channels)) if channels else ""


def _message(own: WarningPart, translate: Translator) -> str:
    return translate(say("A warning says: {fields}.", fields=own.message)) if own.message else ""


def reporting(view: PlanView, translate: Translator) -> Section:
    """Who reports to whom, how fast, and what."""
    own = view.plan.reporting or NO_REPORTING
    heads = columns(translate, "Who reports", "To whom", "Time limit", "By what means", widths=(2, 2, 1.4, 1.4))
    bound = view.units(*(hop.from_ for hop in own.chain))
    follow_up = say("The report is continued every {span}.", span=span_words(own.follow_up)) if own.follow_up else ""
    return chapter(
        translate,
        "Reporting",
        section(translate, "Chain of reports", table(heads, _hops(own, view, translate)), units=bound),
        section(translate, "Contents of a report", _contents(own, translate)),
        section(translate, "Follow-up reports", sentence(translate(follow_up))),
    )


def _hops(own: Reporting, view: PlanView, translate: Translator) -> Iterator[tuple[object, ...]]:
    for hop in own.chain:
        within = translate(span_words(hop.within)) if hop.within else ""
        yield view.called(hop.from_), view.called(hop.to), within, translate(label(hop.by)) if hop.by else ""


def _contents(own: Reporting, translate: Translator) -> Paragraph | None:
    return sentence(translate(say("A report says: {fields}.", fields=own.content)) if own.content else "")

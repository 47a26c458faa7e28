"""Chapters Information of the public, Recovery, Support, Plan management."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.models.edition import Edition
from eplan.models.plan import Information, Management, Support
from eplan.models.vocabulary import label
from eplan.render.blocks import Block, facts
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import Section, chapter, columns, listed, prose, section, sentence, table
from eplan.render.book.wording import day_words, rhythm_words, span_words

NO_INFORMATION, NO_SUPPORT, NO_MANAGEMENT = Information(), Support(), Management()


def information(view: PlanView, translate: Translator) -> Section:
    """Who tells the public, how fast, by which channels."""
    own = view.plan.information or NO_INFORMATION
    channels = translate.joiner.join(translate(label(channel)) for channel in own.channels)
    pairs = facts(
        (translate("Released by"), view.called(own.released_by)),
        (translate("Time limit"), translate(span_words(own.within)) if own.within else ""),
        (translate("Channels"), channels),
    )
    blocks = (*((pairs,) if pairs.rows else ()), *prose(own.text))
    return Section(translate("Information of the public"), blocks, view.units(own.released_by))


def recovery(view: PlanView, translate: Translator) -> Section:
    """What follows when the danger is over."""
    own = view.plan.recovery
    blocks = prose(own) if isinstance(own, str) else tuple(filter(None, (listed(own or ()),)))
    return Section(translate("Recovery and reconstruction"), blocks)


def support(view: PlanView, translate: Translator) -> Section:
    """What the response needs."""
    own = view.plan.support or NO_SUPPORT
    named = view.plan.support is not None
    return chapter(
        translate,
        "Support",
        section(translate, "Teams", sentence(_teams(view, translate) if named else "")),
        section(translate, "Supplies", sentence(_supplies(own, view, translate))),
        section(translate, "Communication", *prose(own.communication)),
        section(translate, "Transport", *prose(own.transport)),
        section(translate, "Medical care", *prose(own.medical)),
        section(translate, "Public order", *prose(own.security)),
        section(translate, "Shelters", sentence(_shelters(own, view, translate))),
        section(translate, "Funds", *prose(own.funds)),
        section(translate, "Technology", *prose(own.technology)),
        section(translate, "Cooperation", *prose(own.cooperation)),
    )


def _teams(view: PlanView, translate: Translator) -> str:
    own = view.plan.support or NO_SUPPORT
    names = {team.id: team for team in view.means.teams}
    called = tuple(_team(names[name].name, names[name].members) if name in names else name for name in own.teams)
    return translate(say("Teams relied on: {teams}.", teams=called)) if called else ""


def _team(name: str, members: int | None) -> object:
    return say("{team} ({count} members)", team=name, count=members) if members else name


def _supplies(own: Support, view: PlanView, translate: Translator) -> str:
    items = tuple(
        say("{what} {quantity}", what=view.item(name), quantity=quantity) for name, quantity in own.supplies.items()
    )
    return translate(say("Supplies needed: {items}.", items=items)) if items else ""


def _shelters(own: Support, view: PlanView, translate: Translator) -> str:
    names = tuple(view.called(name) for name in own.shelters)
    return translate(say("Shelters relied on: {shelters}.", shelters=names)) if names else ""


def management(view: PlanView, translate: Translator) -> Section:
    """How the plan is kept alive, and its earlier editions."""
    own, edition = view.plan.management or NO_MANAGEMENT, view.plan.edition
    drill = say("The plan is drilled {rhythm}.", rhythm=rhythm_words(own.drill_every)) if own.drill_every else ""
    review = say("It is evaluated {rhythm}.", rhythm=rhythm_words(own.evaluate_every)) if own.evaluate_every else ""
    explained = say("It is explained by {unit}.", unit=view.called(own.explained_by)) if own.explained_by else ""
    return chapter(
        translate,
        "Plan management",
        section(translate, "Drills", sentence(translate(drill))),
        section(translate, "Evaluation", sentence(translate(review)), _evaluations(edition, view, translate)),
        section(translate, "Training", *prose(own.training)),
        section(translate, "Explanation", sentence(translate(explained)), units=view.units(own.explained_by)),
        section(translate, "Earlier editions", _history(edition, translate)),
    )


def _evaluations(edition: Edition, view: PlanView, translate: Translator) -> Block | None:
    heads = columns(translate, "Date", "Evaluated by", "Result", widths=(1, 1.5, 4))
    done = (item for item in edition.evaluated if item.date <= view.day)
    return table(heads, ((translate(day_words(item.date)), item.by or "", item.result or "") for item in done))


def _history(edition: Edition, translate: Translator) -> Block | None:
    heads = columns(translate, "Version", "Date of issue", "Document number", "Changes", widths=(0.7, 1.4, 2, 4))
    return table(heads, _past(edition, translate))


def _past(edition: Edition, translate: Translator) -> Iterator[tuple[object, ...]]:
    for item in edition.history:
        issued = translate(day_words(item.issued)) if item.issued else ""
        yield item.version, issued, item.number or "", item.changes or ""

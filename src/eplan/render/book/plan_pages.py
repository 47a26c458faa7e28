"""One plan as pages: title, what is known of its edition, chapters, annexes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eplan.messages import Translator, say
from eplan.models.edition import Approval, Filing
from eplan.render.blocks import Block, Heading, Notice, Table, facts, text
from eplan.render.book.aftermath import information, management, recovery, support
from eplan.render.book.annexes import annexes
from eplan.render.book.command import command, mechanisms
from eplan.render.book.general import general
from eplan.render.book.plan_view import PlanView
from eplan.render.book.response import response
from eplan.render.book.sections import Numbered, Section, columns, headed, numbered, place_in, prose, table
from eplan.render.book.warning import reporting, warning
from eplan.render.book.wording import day_words
from eplan.render.foot import plan_foot_line
from eplan.render.views.plans import PlanState

Chapter = Callable[[PlanView, Translator], Section]
CHAPTERS: tuple[Chapter, ...] = (
    general, command, mechanisms, warning, reporting, response, information, recovery, support, management,
)  # fmt: skip


@dataclass(frozen=True)
class PlanPages:
    """A plan with its chapters numbered: the pages are made from them, and the index."""

    view: PlanView
    sections: tuple[Numbered, ...]


def plan_pages(view: PlanView, translate: Translator) -> PlanPages:
    """The chapters of a plan; those that would be empty are left out, and no number is missing."""
    written = [chapter(view, translate) for chapter in CHAPTERS]
    own = [Section(item.title, prose(item.text)) for item in view.plan.sections]
    return PlanPages(view, (*numbered(view.id, (*written, *own)), *annexes(view, translate)))


def pages(plan: PlanPages, code: str, revision: str | None, translate: Translator) -> Iterator[Block]:
    """The blocks of a plan; it starts a page, and its code stands at the foot of all its pages."""
    view = plan.view
    foot = plan_foot_line(view.plan.edition, code, revision, translate)
    title, mark = view.plan.title, _mark(view, translate)
    yield Heading(2, title, place_in(view.id), starts_page=True, mark=mark, running=title, foot=foot)
    if view.state is PlanState.DRAFT:
        yield Notice(text(translate("Draft: not issued on the day of this book. It is not in force.")), "late")
    yield _edition(view, code, translate)
    yield from filter(None, (_history(view, translate),))
    yield from headed(plan.sections)


def _mark(view: PlanView, translate: Translator) -> str:
    draft = translate("〔draft〕") if view.state is PlanState.DRAFT else ""
    return draft + (translate("〔example〕") if view.plan.example else "")


def _edition(view: PlanView, code: str, translate: Translator) -> Table:
    edition = view.plan.edition
    return facts(
        (translate("Document number"), edition.number),
        (translate("Version"), edition.version),
        (translate("Kept by"), view.owner),
        (translate("Plan above"), view.parent),
        (translate("Approval"), _approved(edition.approved, view, translate)),
        (translate("Date of issue"), _issued(view, translate)),
        (translate("In force from"), translate(day_words(edition.effective)) if edition.effective else None),
        (translate("Valid until"), translate(day_words(edition.valid_until)) if edition.valid_until else None),
        (translate("Filing"), _filed(edition.filed, view, translate)),
        (translate("Page code"), code),
    )


def _history(view: PlanView, translate: Translator) -> Table | None:
    """Earlier versions, each with what it changed."""
    heads = columns(translate, "Version", "Date of issue", "Document number", "Changes", widths=(0.7, 1.3, 1.9, 3))
    earlier = (
        (item.version, translate(day_words(item.issued)) if item.issued else "", item.number or "", item.changes or "")
        for item in view.plan.edition.history
    )
    return table(heads, earlier, translate("Earlier versions"))


def _issued(view: PlanView, translate: Translator) -> str | None:
    """The day of issue where it has come; what is planned for later has not happened yet."""
    issued = view.plan.edition.issued
    return translate(day_words(issued)) if issued and issued <= view.day else None


def _approved(approval: Approval | None, view: PlanView, translate: Translator) -> str | None:
    if approval is None or approval.date > view.day:
        return None
    day = day_words(approval.date)
    by = tuple(filter(None, (approval.by, view.called(approval.signed_by))))
    return translate(say("{day}, {by}", day=day, by=by) if by else day)


def _filed(filing: Filing | None, view: PlanView, translate: Translator) -> str | None:
    if filing is None or filing.date > view.day:
        return None
    day = day_words(filing.date)
    return translate(say("{day}, {by}", day=day, by=filing.with_) if filing.with_ else day)

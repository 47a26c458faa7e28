"""What stands before the contents: where to look first, what this edition is, who approves it."""

from collections.abc import Iterator, Mapping

from eplan.messages import Message, Translator, say
from eplan.models.units import Unit
from eplan.models.vocabulary import label
from eplan.render.blocks import Block, Cell, Heading, PageBreak, Paragraph, Run, Table, facts, row, text
from eplan.render.book.means import LOCAL_KINDS, line_of
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import columns, example, place_in, table
from eplan.render.book.views import HAZARDS, Book
from eplan.render.book.volumes import Volume
from eplan.render.book.wording import day_words
from eplan.render.views.plans import PlanState

MOST_PLACES = 40
"""More plans of single places than this are found faster in the contents."""
_TO_FILL_IN = Cell(text("\u3000\n\u3000\n\u3000"))
"""Room for a hand: blanks on three lines."""
_STEPS = (say("Compiled"), say("Examined"), say("Approved"))


def front(book: Book, volume: Volume, shelf: tuple[Volume, ...], translate: Translator) -> Iterator[Block]:
    """The pages before the contents."""
    yield from _finder(book, volume, shelf, translate)
    yield from _edition(book, volume, shelf, translate)
    yield from approval(volume.plans, translate)


def _finder(book: Book, volume: Volume, shelf: tuple[Volume, ...], translate: Translator) -> Iterator[Block]:
    """The page that is opened at night: what has happened, which plan, which page, who answers."""
    of_plan = {plan.id: other for other in shelf for plan in other.plans}
    units = {unit.name: unit for unit in book.means.units}
    heads = columns(
        translate, "What has happened", "Plan and page", "Kept by", "Duty phone", widths=(1.2, 2.9, 1.2, 2.3)
    )[: 3 if book.audience == "public" else 4]
    rows = (
        (what, _found(plan, of_plan[plan.id], volume, translate), plan.owner, _phone(units.get(plan.owner), translate))
        for what, plan in _by_event(book.plans, translate)
    )
    found = table(heads, (cells[: len(heads)] for cells in rows))
    if found:
        yield _title(say("Where to look first"), "where-to-look-first", translate)
        yield from _first_report(book, units, translate)
        yield found


def _first_report(book: Book, units: Mapping[str, Unit], translate: Translator) -> Iterator[Block]:
    line = line_of(units[book.office]) if book.office in units else None
    if line and line.is_at_any_hour:
        who = line.post or book.office
        words = translate(say("Report first to {unit}, by day and night: {phone}", unit=who, phone=line.number))
        mark = (example(translate),) if line.example else ()
        yield Paragraph((Run(words, "strong"), *mark), "lead")


def _by_event(plans: tuple[PlanView, ...], translate: Translator) -> Iterator[tuple[str, PlanView]]:
    """Plans by the hazards that they are for, then those of single places by the place."""
    standing = [plan for plan in plans if plan.state is PlanState.IN_FORCE]
    wide = [plan for plan in standing if plan.plan.kind not in LOCAL_KINDS]
    for hazard in HAZARDS:
        yield from ((translate(label(hazard)), plan) for plan in wide if hazard in plan.plan.hazards)
    yield from ((translate("Anything else"), plan) for plan in wide if not plan.plan.hazards)
    local = [plan for plan in standing if plan.plan.kind in LOCAL_KINDS]
    if len(local) <= MOST_PLACES:
        yield from ((translate(say("In {place}", place=plan.owner)), plan) for plan in local)


def _found(plan: PlanView, other: Volume, volume: Volume, translate: Translator) -> Cell:
    title = Run(plan.plan.title, link=f"#{place_in(plan.id)}", page=True)
    return Cell((title, *((Run(translate(volume_words(other))),) if other.number != volume.number else ())))


def _phone(unit: Unit | None, translate: Translator) -> Cell | str:
    """The number that answers, after the post where it is not the duty phone."""
    line = line_of(unit) if unit else None
    if unit is None or line is None:
        return "—"
    post = line.post.removeprefix(unit.name) or line.post
    return Cell((Run(f"{post} {line.number}".strip()), *((example(translate),) if line.example else ())))


def volume_words(volume: Volume) -> Message:
    return say("(volume {number})", number=volume.number)


def _edition(book: Book, volume: Volume, shelf: tuple[Volume, ...], translate: Translator) -> Iterator[Block]:
    """What is in this edition and what is not, and until when it may be trusted."""
    drafts = sum(plan.state is PlanState.DRAFT for plan in book.plans)
    yield PageBreak()
    yield Heading(1, translate("About this edition"), "about-this-edition")
    words = say(
        "This book was made from the plans of {district} as they stood on {day}. What was changed afterwards is not in "
        "it: before you rely on a printed page, give the code at its foot to `eplan verify`, or ask the office that "
        "compiled it whether it is still in force.",
        district=book.district,
        day=day_words(book.day),
    )
    yield Paragraph(text(translate(words)))
    yield facts(
        (translate("Limited to"), translate.joiner.join(translate(words) for words in book.scope)),
        (translate("As of"), translate(day_words(book.day))),
        (translate("Compiled by"), book.office),
        (translate("Plans in force"), len(book.plans) - drafts),
        (translate("Drafts"), drafts or None),
        (translate("Withdrawn and left out"), translate.joiner.join(book.withdrawn)),
        (translate("Classified and left out"), book.classified if book.audience == "public" else None),
    )
    if volume.count > 1:
        yield _shelf(shelf, translate)


def _shelf(shelf: tuple[Volume, ...], translate: Translator) -> Table:
    heads = columns(translate, "Volume", "Parts", "Plans", widths=(0.7, 5, 0.7))
    rows = (
        (other.number, translate("; ").join(translate(part.title) for part in other.parts), len(other.plans))
        for other in shelf
    )
    found = table(heads, rows, translate("Volumes of this book"))
    return found or Table((), ())


def approval(plans: tuple[PlanView, ...], translate: Translator) -> Iterator[Block]:
    """Lines to be signed by hand, and the approvals that the plans themselves record."""
    yield _title(say("Approval"), "approval", translate)
    heads = columns(translate, "Step", "Name and signature", "Date", widths=(1, 3, 2))
    yield Table(heads, tuple(row(translate(step), _TO_FILL_IN, "") for step in _STEPS), translate("To be signed"))
    heads = columns(translate, "Plan", "Approved by", "Signed by", "Date of approval", widths=(3.2, 1.5, 1.5, 1.5))
    yield from filter(None, (table(heads, _approvals(plans, translate), translate("Approvals on record")),))


def _approvals(plans: tuple[PlanView, ...], translate: Translator) -> Iterator[tuple[object, ...]]:
    for plan in plans:
        approved = plan.plan.edition.approved
        if approved and approved.date <= plan.day:
            mark = (example(translate),) if plan.plan.example else ()
            day = translate(day_words(approved.date))
            yield Cell((Run(plan.plan.title), *mark)), approved.by or "", plan.called(approved.signed_by), day


def _title(words: Message, name: str, translate: Translator) -> Heading:
    return Heading(1, translate(words), name, starts_page=True)

"""Charts on plans: the matrix of phases and questions, who has which plan, what is needed and what there is."""

from collections.abc import Iterator

from eplan.messages import Message, Translator, say
from eplan.models.plan_action import QUESTIONS
from eplan.models.vocabulary import PHASES, label
from eplan.render.blocks import Figure
from eplan.render.charts.bullets import Bullet, Words, bullets
from eplan.render.charts.grid import GridCell, GridRow, grid, weight_of
from eplan.render.report.words import caption, labelled, said
from eplan.render.views.coverage import CoverageCell, CoverageRow
from eplan.render.views.matrix import MatrixLine
from eplan.render.views.needs import NeedLine
from eplan.render.views.plans import PlanState
from eplan.render.views.report import Report

ROWS, ITEMS = 60, 15
"""With more rows a chart is no picture any more."""
QUESTION_WORDS = {
    "who": say("who"),
    "what": say("what"),
    "how": say("how"),
    "when": say("when"),
    "with": say("with"),
}
_RESIDENTS = {"community": say("communities"), "village": say("villages")}


def matrix(report: Report, translate: Translator) -> Figure | None:
    """How many actions answer each question in each phase, plan by plan; the emptiest plans where there are many."""
    if not report.matrix:
        return None
    lines = report.matrix
    if len(lines) > ROWS:
        lines = tuple(sorted(lines, key=lambda line: (-line.empty, line.plan)))[:ROWS]
    title = _title(
        say("Actions that answer each question in each phase; × marks a cell that none answers"),
        len(lines), len(report.matrix), translate,
    )  # fmt: skip
    questions = tuple(translate(QUESTION_WORDS[question]) for question in QUESTIONS)
    groups = tuple((translate(label(phase)), len(QUESTIONS)) for phase in PHASES)
    names = {line.plan: _plan_name(line, report.district, translate) for line in lines}
    rows = tuple(GridRow(names[line.plan], tuple(_count(number) for number in line.answers)) for line in lines)
    order = f"{translate.joiner.join(name for name, _ in groups)} ({'/'.join(questions)})"
    words = (labelled(names[line.plan], _answers(line), translate) for line in lines)
    example = any(line.example for line in lines)
    return Figure(
        grid(title, questions * len(PHASES), rows, groups),
        said((title, order, *words), translate),
        caption(title, example, translate),
    )


def _title(words: Message, shown: int, total: int, translate: Translator) -> str:
    if shown == total:
        return translate(words)
    return translate(say("{title} ({count} of {total})", title=words, count=shown, total=total))


def _plan_name(line: MatrixLine, district: str, translate: Translator) -> str:
    """The title without the district, which all of them begin with; drafts say so."""
    name = line.title.removeprefix(district) or line.title
    return f"{name} ({translate('draft')})" if line.state is PlanState.DRAFT else name


def _count(number: int) -> GridCell:
    return GridCell(str(number) if number else "×", weight_of(number))


def _answers(line: MatrixLine) -> str:
    """The numbers phase by phase: 7/7/7/7/7 3/3/3/3/3 …"""
    size = len(QUESTIONS)
    phases = (line.answers[start : start + size] for start in range(0, len(line.answers), size))
    return " ".join("/".join(map(str, phase)) for phase in phases)


def coverage(report: Report, translate: Translator) -> Figure | None:
    """Units by kinds of plan: how many they have in force, and where one that is asked for is missing."""
    rows = report.coverage.rows[:ROWS]
    if not rows:
        return None
    title = _title(
        say("Plans in force by unit and kind; × marks a plan that is asked for and missing"),
        len(rows), len(report.coverage.rows), translate,
    )  # fmt: skip
    kinds = tuple(translate(label(kind)) for kind in report.coverage.kinds)
    shown = tuple(GridRow(_unit_name(row, translate), tuple(_cell(row, cell) for cell in row.cells)) for row in rows)
    words = (labelled(row.name, translate.joiner.join(_cell_words(kinds, row)), translate) for row in shown)
    plans = {plan for row in rows for cell in row.cells for plan in cell.plans}
    example = any(line.example for line in report.plan_lines if line.id in plans)
    return Figure(grid(title, kinds, shown), said((title, *words), translate), caption(title, example, translate))


def _unit_name(row: CoverageRow, translate: Translator) -> str:
    if not row.kind:
        return row.name
    kind = translate(_RESIDENTS.get(row.kind) or label(row.kind))
    return translate(say("{place}: {kind}", place=row.name, kind=kind)) if row.name else kind


def _cell(row: CoverageRow, cell: CoverageCell) -> GridCell:
    """A number; for several units together, how many of how many."""
    plans, lacking = len(cell.plans), len(cell.lacking)
    if not plans and not lacking:
        return GridCell()
    if not row.kind:
        return GridCell(str(plans) if plans else "×", weight_of(plans) if plans else 0)
    return GridCell(f"{plans}/{plans + lacking}" if plans else f"× 0/{lacking}", (1 if lacking else 3) if plans else 0)


def _cell_words(kinds: tuple[str, ...], row: GridRow) -> Iterator[str]:
    yield from (f"{kind} {cell.words}" for kind, cell in zip(kinds, row.cells, strict=True) if cell.words)


def needs(report: Report, translate: Translator) -> Figure | None:
    """The tightest items: what plans need at most, and what the stores hold."""
    if not report.needs:
        return None
    lines = report.needs[:ITEMS]
    title = _title(
        say("Largest need of plans against stock fit for use, the tightest items"),
        len(lines), len(report.needs), translate,
    )  # fmt: skip
    words = Words(translate("stock, enough"), translate("stock, too little"), translate("need"))
    rows = tuple(Bullet(line.item, line.fit, line.need, _need(line, translate)) for line in lines)
    told = (labelled(row.name, row.note, translate) for row in rows)
    example = any(line.example for line in lines)
    return Figure(bullets(title, words, rows), said((title, *told), translate), caption(title, example, translate))


def _need(line: NeedLine, translate: Translator) -> str:
    numbers = {"need": f"{line.need:g}{line.unit}", "fit": f"{line.fit:g}{line.unit}"}
    if line.short:
        short = f"{line.short:g}{line.unit}"
        return translate(say("need {need}, stock {fit}, short {short}", short=short, **numbers))
    return translate(say("need {need}, stock {fit}", **numbers))

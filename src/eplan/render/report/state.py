"""The chapters on the state of preparedness: changes, plans, drills and training, means, findings."""

from dataclasses import replace

from eplan.finding import Finding
from eplan.messages import Translator, say
from eplan.models.vocabulary import label
from eplan.render.blocks import Block, Cell, Figure, Heading, Items, Paragraph, Run, Table, cell, row, text
from eplan.render.report import plan_charts
from eplan.render.report.words import capital, chapter, columns, day_words, figure, marked, nothing, sentence
from eplan.render.views.plans import PlanState
from eplan.render.views.report import Change, Report

_GROUPS = {
    "Y": say("YAML and schema"),
    "R": say("References"),
    "P": say("Content of plans"),
    "L": say("Life of plans"),
    "C": say("Coverage"),
    "T": say("Tasks"),
    "S": say("Supplies"),
    "M": say("Teams, shelters, drills, duty"),
    "H": say("Hazards"),
    "E": say("Events and reporting"),
    "A": say("Acceptances"),
}
_STATES = {
    PlanState.IN_FORCE: say("in force"),
    PlanState.DRAFT: say("draft"),
    PlanState.WITHDRAWN: say("withdrawn"),
}


def changes(report: Report, translate: Translator) -> list[Block]:
    """Figures against the end of the previous period."""
    heads = columns(translate, "Figure", "Before", "Now", "Change", widths=(3,), numbers=3)
    rows = tuple(
        row(
            capital(translate(change.name)),
            figure(change.before, translate),
            figure(change.now, translate),
            cell(_difference(change)),
        )
        for change in report.changes
    )
    return [chapter("Change against the previous period", translate), Table(heads, rows)]


def _difference(change: Change) -> str:
    return "=" if not change.difference else f"{change.difference:+g}"


def plans(report: Report, translate: Translator) -> list[Block]:
    """The plan system in figures, and the plans."""
    figures = report.plans
    kinds = [(kind, number) for kind, number in figures.by_kind if number]
    heads = columns(translate, "Kind", "Plans in force", widths=(3,), numbers=1)
    rows = [row(capital(translate(label(kind))), figure(number, translate)) for kind, number in kinds]
    rows += [
        row(
            capital(translate(say("special: {category}", category=label(category)))),
            figure(number, translate),
            tone="muted",
        )
        for category, number in figures.by_category
    ]
    rows += [
        row(capital(translate("in force")), figure(figures.in_force, translate)),
        row(capital(translate("draft")), figure(figures.draft, translate, "late")),
    ]
    return [
        chapter("Plan system", translate),
        Table(heads, tuple(rows)),
        replace(chapter("All plans", translate), level=2),
        _plan_list(report, translate),
        *_part(chapter("What the plans answer", translate), plan_charts.matrix(report, translate)),
        *_part(chapter("Who has which plan", translate), plan_charts.coverage(report, translate)),
    ]


def _part(heading: Heading, drawing: Figure | None) -> list[Block]:
    """A chart under its own heading, where there is something to draw."""
    return [replace(heading, level=2), drawing] if drawing else []


def _plan_list(report: Report, translate: Translator) -> Block:
    if not report.plan_lines:
        return nothing(translate)
    heads = columns(
        translate, "Plan", "Kind", "Owner", "State", "Issued", "Last drill", "Actions",
        widths=(3, 1, 1.3, 0.9, 1.1, 1.1), numbers=1,
    )  # fmt: skip
    rows = tuple(
        row(
            marked(line.title, line.example, translate),
            translate(label(line.kind)),
            line.owner,
            cell(translate(_STATES[line.state]), "good" if line.state is PlanState.IN_FORCE else "late"),
            day_words(line.issued),
            cell(day_words(line.last_drill), "" if line.last_drill else "late"),
            line.actions,
        )
        for line in report.plan_lines
    )
    return Table(heads, rows, style="dense")


def practice(report: Report, translate: Translator) -> list[Block]:
    """Drills and training in the period."""
    held = report.practice
    lines = (
        (say("Drills held"), held.drills),
        (say("of these evaluated"), held.evaluated),
        (say("People in drills"), held.participants),
        (say("Training courses"), held.training),
        (say("Education and campaigns"), held.education),
        (say("People reached"), held.audience),
    )
    heads = columns(translate, "In the period", "Figure", widths=(3,), numbers=1)
    return [
        chapter("Drills and training", translate),
        Table(heads, tuple(row(capital(translate(name)), figure(value, translate)) for name, value in lines)),
    ]


def means(report: Report, translate: Translator) -> list[Block]:
    """Supplies, teams, shelters and hazards."""
    lines: tuple[tuple[str, Cell], ...] = (
        (translate("Items in the supply catalogues"), figure(report.supplies.items, translate)),
        (translate("with an expired lot"), figure(report.supplies.expired, translate, "bad")),
        (translate("below their minimum"), figure(report.supplies.below_minimum, translate, "bad")),
        (translate("Teams"), figure(report.means.teams, translate)),
        (translate("their members"), figure(report.means.members, translate)),
        (translate("Shelters"), figure(report.means.shelters, translate)),
        (translate("people they can take"), figure(report.means.capacity, translate)),
        (translate("Hazards in the register"), figure(report.hazards.hazards, translate)),
        (translate("rectifications open"), figure(report.hazards.open, translate, "late")),
        (translate("rectifications overdue"), figure(report.hazards.overdue, translate, "bad")),
        (translate("rectifications closed in the period"), figure(report.hazards.closed, translate, "good")),
    )
    heads = columns(translate, "On the day of the report", "Figure", widths=(3,), numbers=1)
    return [
        chapter("Supplies, teams, shelters, hazards", translate),
        Table(heads, tuple(row(capital(name), value) for name, value in lines)),
        *_part(chapter("Stock against need", translate), plan_charts.needs(report, translate)),
    ]


def findings(report: Report, translate: Translator) -> list[Block]:
    """What the check found, by group; what was accepted, with why, by whom and until when."""
    blocks: list[Block] = [chapter("Findings of the check", translate)]
    if not report.groups:
        return [*blocks, nothing(translate)]
    heads = columns(translate, "Rule group", "Errors", "Warnings", "Infos", "Accepted", widths=(3,), numbers=4)
    rows = tuple(
        row(
            f"{group.group} {translate(_GROUPS[group.group])}",
            cell(group.errors, "bad" if group.errors else ""),
            cell(group.warnings, "late" if group.warnings else ""),
            group.infos,
            group.accepted,
        )
        for group in report.groups
    )
    hint = Paragraph(
        (*text(translate("Listed one by one by the command: ")), Run(f"eplan validate --as-of {report.day}", "code"))
    )
    return [*blocks, Table(heads, rows), hint, *_accepted(report, translate)]


def _accepted(report: Report, translate: Translator) -> list[Block]:
    if not report.accepted:
        return []
    count = say("Accepted findings: {count}; each comes back after its day.", count=len(report.accepted))
    items = tuple((Paragraph(text(_acceptance(item, translate))),) for item in report.accepted)
    return [Heading(2, translate("Accepted findings"), "accepted"), sentence(translate, count), Items(items)]


def _acceptance(finding: Finding, translate: Translator) -> str:
    what = f"{finding.position.path}:{finding.position.line} {finding.rule} {translate(finding.message)}"
    return translate(say("{finding} ({why})", finding=what, why=finding.accepted.message)) if finding.accepted else what

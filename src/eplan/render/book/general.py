"""Chapter General provisions: purpose, basis, scope, principles, risks, event grades."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.models.plan import Citation, Grade
from eplan.models.vocabulary import label
from eplan.render.blocks import Cell, Column
from eplan.render.book.plan_view import PlanView
from eplan.render.book.sections import Section, chapter, columns, lines, listed, prose, section, table
from eplan.render.book.wording import day_words, level_tone, level_words, threshold_words


def general(view: PlanView, translate: Translator) -> Section:
    """What the plan is for."""
    plan = view.plan
    return chapter(
        translate,
        "General provisions",
        section(translate, "Purpose", *prose(plan.purpose)),
        section(translate, "Basis", listed(_citation(item, translate) for item in plan.basis)),
        section(translate, "Scope", *prose(plan.scope)),
        section(translate, "Principles", listed(plan.principles)),
        _risks(view, translate),
        section(translate, "Event grades", table(_grade_heads(translate), _grades(plan.grades, translate))),
    )


def _citation(citation: Citation, translate: Translator) -> str:
    title = citation.title.removeprefix("《").removesuffix("》")
    issued = translate(day_words(citation.issued)) if citation.issued else ""
    details = [part for part in (citation.number, issued) if part]
    if not details:
        return translate(say("“{title}”", title=title))
    return translate(say("“{title}” ({details})", title=title, details=details))


def _risks(view: PlanView, translate: Translator) -> Section:
    risks = view.plan.risks
    if not isinstance(risks, tuple):
        return section(translate, "Risks", *prose(risks))
    found = [hazard for hazard in view.hazards if hazard.id in risks]
    heads = columns(translate, "Place", "Hazard", "Unit", "Threatens", widths=(2, 1, 1, 2))
    rows = ((item.place, translate(label(item.kind)), item.unit, item.threatens or "") for item in found)
    return section(translate, "Risks", table(heads, rows))


def _grade_heads(translate: Translator) -> tuple[Column, ...]:
    return columns(translate, "Grade", "Criteria", widths=(1, 4))


def _grades(grades: tuple[Grade, ...], translate: Translator) -> Iterator[tuple[object, ...]]:
    for grade in grades:
        name = lines(grade.name or "", translate(level_words(grade.level)))
        yield Cell(name, level_tone(grade.level)), grade.criteria or _thresholds(grade, translate)


def _thresholds(grade: Grade, translate: Translator) -> str:
    words = (translate(threshold_words(name, bounds)) for name, bounds in grade.thresholds.items())
    return translate(say("any one of: {thresholds}", thresholds=tuple(words)))

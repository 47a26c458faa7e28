"""The chapter on readiness: every indicator with its value, its change and how it is counted, and its course (M25)."""

from dataclasses import replace

from eplan.messages import Translator, say
from eplan.render.blocks import Block, Cell, Figure, Row, Run, Table, cell, row, text
from eplan.render.charts.panels import Panel, panels
from eplan.render.report.words import caption, chapter, columns, figure, labelled, percent_words, said, sentence
from eplan.render.views.indicators import Indicator
from eplan.render.views.report import Report


def indicators(report: Report, translate: Translator) -> list[Block]:
    """Table and course."""
    heads = columns(
        translate, "Indicator", "Value", "Change", "Fulfilled", "In all", "Meaning and computation",
        widths=(1.9, 0.9, 0.9, 1.15, 1.15, 3.9),
    )  # fmt: skip
    aligned = (heads[0], *(replace(column, align="end") for column in heads[1:5]), heads[5])
    note = say(
        "Change is in percentage points against the end of the period before. Earlier values are told from what the"
        " folder keeps with its day; where it keeps only the latest day, there is no data."
    )
    return [
        chapter("Readiness indicators", translate),
        _course(report, translate),
        sentence(translate, note),
        Table(aligned, tuple(_line(item, translate) for item in report.indicators)),
    ]


def _line(item: Indicator, translate: Translator) -> Row:
    meaning = (*text(translate(item.description)), Run("\n"), *text(translate(item.method), "muted"))
    return row(
        Cell(text(translate(item.name), "strong")),
        Cell(text(percent_words(item.value, translate), "" if item.value is None else "strong")),
        cell(change_words(item, translate)),
        figure(item.part, translate),
        figure(item.whole, translate),
        Cell(meaning),
    )


def change_words(item: Indicator, translate: Translator) -> str:
    """The change since the period before, with its sign."""
    if item.change is None:
        return translate("no data")
    return f"{item.change:+g}" if item.change else "="


def _course(report: Report, translate: Translator) -> Figure:
    periods = tuple(point.period for point in report.indicators[0].course)
    shown = tuple(
        Panel(translate(item.name), tuple(point.value for point in item.course)) for item in report.indicators
    )
    title = translate("Readiness indicators at the end of each period, in percent")
    words = (labelled(translate(item.name), _values(item, translate), translate) for item in report.indicators)
    example = any(item.part.example or item.whole.example for item in report.indicators)
    return Figure(
        panels(title, periods, shown, translate("no data")),
        said((title, *words), translate),
        caption(title, example, translate),
    )


def _values(item: Indicator, translate: Translator) -> str:
    return translate.joiner.join(f"{point.period} {percent_words(point.value, translate)}" for point in item.course)

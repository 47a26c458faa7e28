"""The status report: its view laid out as blocks, one function a chapter."""

from eplan.messages import Translator, say
from eplan.render.blocks import Block, Notice, Paper, text
from eplan.render.foot import foot_line, short_revision
from eplan.render.report.indicators import indicators
from eplan.render.report.state import changes, findings, means, plans, practice
from eplan.render.report.summary import mentions, progress, summary
from eplan.render.report.tasks import areas, due, funds, overdue, pilots, task_list, timetable, units
from eplan.render.report.words import capital, heading_numbers, period_words
from eplan.render.views.report import Report

CHAPTERS = (
    summary, indicators, changes, mentions, timetable, areas, units, overdue, due, progress, pilots, funds, plans,
    practice, means, findings, task_list,
)  # fmt: skip


def paper(report: Report, translate: Translator) -> Paper:
    """The report as a document."""
    blocks: list[Block] = []
    for chapter in CHAPTERS:
        blocks += chapter(report, translate)
    title = translate(say("{district}: status report on the public-safety programme", district=report.district))
    return Paper(
        title=title,
        subtitle=capital(translate(period_words(report.period))),
        language=translate.language,
        facts=tuple(_facts(report, translate)),
        blocks=tuple(heading_numbers(blocks)),
        notices=tuple(_notices(report, translate)),
        template="report",
        running_title=f"{title} {report.period.name}",
        foot_line=foot_line(report.code, report.revision, translate),
        day=report.day,
        code=report.code,
    )


def _facts(report: Report, translate: Translator) -> list[tuple[str, str]]:
    facts = [
        (translate("Period"), capital(translate(period_words(report.period)))),
        (translate("As of"), report.day.isoformat()),
    ]
    if report.programme:
        facts.append((translate("Programme"), report.programme.title))
    if report.unit:
        facts.append((translate("Unit"), report.unit))
    if report.revision:
        facts.append((translate("Revision"), short_revision(report.revision)))
    facts.append((translate("Code"), report.code))
    return facts


def _notices(report: Report, translate: Translator) -> list[Notice]:
    """What a reader must know first: it stands on the cover."""
    notices: list[Notice] = []
    if report.errors:
        words = say("The folder has {count} errors; figures may be incomplete.", count=report.errors)
        notices.append(Notice(text(translate(words)), "bad"))
    if report.unreadable:
        words = say("Files that could not be used: {files}", files=report.unreadable)
        notices.append(Notice(text(translate(words)), "bad"))
    words = say("Figures marked {mark} count records that are made up as examples.", mark=translate("〔example〕"))
    notices.append(Notice(text(translate(words)), "muted"))
    return notices

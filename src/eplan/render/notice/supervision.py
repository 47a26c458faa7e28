"""督办通知单: what one unit is behind with, on which ground, and what it is asked to do by when."""

from collections.abc import Iterator

from eplan.messages import Message, Translator, say
from eplan.render.blocks import Paragraph, Text, text
from eplan.render.book.wording import day_words, span_words
from eplan.render.notice.letter import Letter
from eplan.render.notice.paper import Content, on_paper
from eplan.render.notice.view import Lag, Standing
from eplan.render.notice.words import (
    BLANK_DAY,
    Part,
    basis,
    item,
    limit_words,
    month_words,
    months,
    numbered,
    subject,
    unit_name,
)
from eplan.render.views.progress import Said
from eplan.render.views.tasks import TaskLine

_ENDS = tuple("。！？.!?…")


def notice(lag: Lag, standing: Standing, translate: Translator) -> Letter:
    """The letter to one lagging unit."""
    opening = say(
        "{basis}, your unit is behind with the following as of {day}; please see to it.",
        basis=basis(standing.programme),
        day=day_words(standing.day),
    )
    parts = (
        Part(say("Overdue tasks"), [_overdue(line, translate) for line in lag.overdue]),
        Part(say("Monthly reports"), list(_reports(lag, standing, translate))),
        Part(say("Difficulties without an answer"), [_waiting(entry, translate) for entry in lag.waiting]),
        Part(say("What is asked"), [text(translate(words)) for words in _asked(lag, standing)]),
    )
    content = Content(
        name=(translate("Supervision notice"), lag.unit),
        title=say("Supervision notice on {programme},\n{period}", **subject(standing)),
        addressee=(*unit_name(lag.unit, standing, translate, lag.full_name), *text(translate("{label}: ", label=""))),
        body=(Paragraph(text(translate(opening))), *numbered(parts, translate)),
    )
    return on_paper(content, standing, translate)


def _overdue(line: TaskLine, translate: Translator) -> Text:
    lead = say("Task {task}: {title}. ", task=line.id, title=line.title)
    return item(translate, lead, _lateness(line), line.example)


def _lateness(line: TaskLine) -> Message:
    assert line.due is not None  # noqa: S101 - overdue is what has a deadline
    due, units, days = limit_words(line.due), line.units, line.days
    if line.extended and line.first_due and line.first_due != line.due:
        first = limit_words(line.first_due)
        return say("Due by {first}, put off to {due}, now {days} days overdue; answered for by {units}.",
                   first=first, due=due, days=days, units=units)  # fmt: skip
    return say("Due by {due}, now {days} days overdue; answered for by {units}.", due=due, days=days, units=units)


def _reports(lag: Lag, standing: Standing, translate: Translator) -> Iterator[Text]:
    by_day, example = standing.report_day, lag.reports.example
    if lag.reports.missing:
        words = say("the reports of {months} have not been sent; they are due by day {day} of the next month.",
                    months=months(lag.reports.missing), day=by_day)  # fmt: skip
        yield item(translate, say("Missing: "), words, example)
    if lag.reports.late:
        words = say("the reports of {months} came after day {day} of the next month.",
                    months=months(lag.reports.late), day=by_day)  # fmt: skip
        yield item(translate, say("Late: "), words, example)


def _waiting(entry: Said, translate: Translator) -> Text:
    lead = say("Task {task}, report of {month}: ", task=entry.task, month=month_words(entry.month))
    words = entry.difficulties.strip()
    end = "" if words.endswith(_ENDS) else translate(".")
    return item(translate, lead, words + end, entry.example)


def _asked(lag: Lag, standing: Standing) -> Iterator[Message]:
    """What the unit is to do; the day of the answer is for a hand, where the folder's settings give no time for it."""
    if lag.overdue:
        yield say("Finish the overdue tasks; say in writing why they are late, who answers for them and until when.")
    if lag.reports.missing:
        yield say("Send the missing monthly reports.")
    if lag.reports.late:
        yield say("Send the monthly reports in time from now on.")
    if lag.waiting:
        yield say("Say whether the difficulties still stand and which units are to help.")
    if standing.settings.answer_within:
        span = span_words(standing.settings.answer_within)
        yield say("Answer in writing within {span} of receiving this letter.", span=span)
    else:
        yield say("Answer in writing by {day}.", day=BLANK_DAY)

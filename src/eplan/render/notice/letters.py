"""How the units stand → the letters, and the letters → files of one format."""

from importlib import import_module
from typing import Protocol

from eplan.messages import Refusal, Translator, say
from eplan.render.notice.bulletin import bulletin
from eplan.render.notice.letter import Letter
from eplan.render.notice.own import Own
from eplan.render.notice.supervision import notice
from eplan.render.notice.view import Standing
from eplan.render.report.words import period_words

WRITERS = {"pdf": "pdf", "docx": "word", "html": "html", "md": "markdown"}
"""Format → module of this package with a function of the same name; a writer is imported when it is wanted."""


class Write(Protocol):
    def __call__(self, letter: Letter, translate: Translator, own: Own) -> bytes: ...


def letters(standing: Standing, unit: str | None, translate: Translator) -> tuple[Letter, ...]:
    """The bulletin and a notice for each lagging unit; only the notice for `unit` where one is named."""
    if not standing.rows:
        raise Refusal(say("no task of this folder names a unit that answers for it; there is nobody to write to"))
    lags = [lag for lag in standing.lags if unit in (None, lag.unit)]
    if unit is None:
        return (bulletin(standing, translate), *(notice(lag, standing, translate) for lag in lags))
    if not lags:
        wish = say("{unit} does not lag in {period}; there is nothing to press", unit=unit,
                   period=period_words(standing.period))  # fmt: skip
        raise Refusal(wish)
    return tuple(notice(lag, standing, translate) for lag in lags)


def letter_as(form: str, letter: Letter, translate: Translator, own: Own) -> bytes:
    """The letter in one format."""
    if form not in WRITERS:
        raise Refusal(say("no format '{name}'; there are {formats}", name=form, formats=tuple(WRITERS)))
    module = WRITERS[form]
    write: Write = getattr(import_module(f"eplan.render.notice.{module}"), module)
    return write(letter, translate, own)

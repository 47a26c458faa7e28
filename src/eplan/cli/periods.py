"""Which period a report is about, and on which day it judges."""

from dataclasses import dataclass
from datetime import date

from eplan.calendar import Period, month_of, quarter_of, read_month, read_quarter, read_year, year_of
from eplan.cli.app import CURRENT
from eplan.cli.shared import Shared
from eplan.messages import Refusal, say
from eplan.naming import known_unit
from eplan.render.views.report import Judged, Report, report


@dataclass(frozen=True)
class Asked:
    """A period and the day it is judged on: its last day, or the day of the check where that is earlier."""

    period: Period
    day: date


def asked_period(quarter: str | None, month: str | None, year: str | None, day: date) -> Asked:
    """The one period that was asked for; the quarter of the day where none was."""
    given = [(name, text) for name, text in (("quarter", quarter), ("month", month), ("year", year)) if text]
    if len(given) > 1:
        raise Refusal(say("give one of --quarter, --month and --year"))
    name, text = given[0] if given else ("quarter", CURRENT)
    period = _READ[name](text) if text != CURRENT else _OF[name](day)
    if period is None:
        raise Refusal(
            say("--{name} wants something like {example}, not '{text}'", name=name, example=_EXAMPLES[name], text=text)
        )
    return Asked(period, min(day, period.last))


_READ = {"quarter": read_quarter, "month": read_month, "year": read_year}
_OF = {"quarter": quarter_of, "month": month_of, "year": year_of}
_EXAMPLES = {"quarter": "2012Q4", "month": "2012-11", "year": "2012"}


def judged(shared: Shared, day: date) -> Judged:
    """The folder judged on a day, as reports want it."""
    checked = shared.checked(as_of=day)
    return Judged(
        checked.repository,
        checked.findings,
        checked.verdict.accepted,
        tuple(map(str, checked.unreadable)),
        checked.sources.revision,
    )


def report_on(shared: Shared, asked: Asked, unit: str | None) -> Report:
    """The report's view of the folder, judged on the day."""
    now = judged(shared, asked.day)
    return report(now, asked.period, own_name(now, unit))


def own_name(now: Judged, unit: str | None) -> str | None:
    """The unit that was asked for, by its own name."""
    return None if unit is None else known_unit(unit, now.repository).name

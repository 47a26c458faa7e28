from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.repository import Repository
from eplan.roster import Gap, Watch, gaps, misdated, rosters
from eplan.rule import Found, rule

_ROSTER = """\
duty:
  - {{date: 2012-12-29, from: 08:00, to: 08:00, unit: 银江镇, leader: 带班领导甲, staff: [值班员甲]}}
  - {{date: 2012-12-30, from: 08:00, to: {end}, unit: 银江镇, leader: 带班领导甲, staff: [值班员乙]}}{mark}
  - {{date: 2012-12-31, from: 08:00, to: 08:00, unit: 银江镇, leader: 带班领导甲, staff: [值班员丙]}}
"""
_UNITS = "units:\n  - {name: 银江镇, kind: township}\n"


@rule(
    "M401",
    severity=Severity.WARNING,
    bad={"data/duty/2012-12.yaml": _ROSTER.format(end="20:00", mark="  # <- M401"), "data/units.yaml": _UNITS},
    good={"data/duty/2012-12.yaml": _ROSTER.format(end="08:00", mark=""), "data/units.yaml": _UNITS},
)
def duty_gap(repository: Repository) -> Iterator[Found]:
    """A duty roster leaves no hour without somebody on duty.

    From the first shift of a unit to the end of the month of its last one. The gap is shown at the last shift before
    it; all gaps of a unit in a month are one finding.

    ## Why

    The call comes in the hour that was forgotten between two people.

    ## Source

    practice：24小时值班；地方性法规 where the folder's province or city has one

    ## Not caught

    Units without any roster. A gap that a shift of the wrong day leaves, which is M402. Rosters of offices that
    nobody asks to be manned at night and that never are.
    """
    for unit, watches in rosters(repository).items():
        known = repository.unit_by_name.get(unit)
        rows = repository.on.requiring("duty-24h", known.model.kind) if known else ()
        if repository.may_hide("duty", *repository.known_as(unit)):
            continue
        if rows or any(_is_at_night(watch) for watch in watches):
            yield from _found(unit, watches, rows)


def _found(unit: str, watches: tuple[Watch, ...], rows: tuple[Requirement, ...]) -> Iterator[Found]:
    """The gaps of a roster; each month is one finding that names them all."""
    months: dict[str, list[Gap]] = {}
    for gap in (gap for gap in gaps(watches) if not misdated(watches, gap)):
        months.setdefault(f"{gap.start:%Y-%m}", []).append(gap)
    for month, found in months.items():
        message = say(
            "nobody is on duty at {unit}: {gaps}: fill the gap, or correct the shifts",
            unit=unit,
            gaps=[_words(gap) for gap in found],
        )
        for gap in found:
            yield Found(
                gap.after.shift.at("to"),
                message,
                cause=f"{unit}:{month}",
                basis=rows,
                severity=max(Severity.WARNING, heaviest(rows, Severity.WARNING)),
            )


def _is_at_night(watch: Watch) -> bool:
    return watch.end.date() > watch.start.date() and watch.end.hour > 0


def _words(gap: Gap) -> str:
    return f"{gap.start:%Y-%m-%d %H:%M} – {gap.end:%Y-%m-%d %H:%M}"

from collections.abc import Iterable, Iterator
from datetime import date

from eplan.calendar import Period
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.models.practice import Drill
from eplan.models.units import Unit
from eplan.obligations import structure_of
from eplan.repository import Placed, Repository
from eplan.rhythm import Doing, missed, summed_up
from eplan.rule import Found, rule

Plans = tuple[Placed[Plan], ...]
_FOLDER = {
    "data/plans/unit/company.yaml": """\
title: 某公司现场处置方案
kind: unit
structure: on-site
category: accident
hazards: [workplace-accident]
owner: 某公司
edition:
  version: "1"
  approved: {date: 2011-10-20, by: 某公司, signed-by: 某公司负责人}
  issued: 2011-11-01
  filed: {date: 2011-11-10, with: 区安监局}
management: {evaluate-every: 3y}
""",
    "data/units.yaml": """\
units:
  - name: 某公司
    kind: enterprise
    contacts: [{post: 某公司负责人}]
""",
    "data/drills/2012.yaml": """\
drills:
  - id: 现场处置演练
    plans: [company]
    unit: 某公司
    form: single
    held: 2012-04-10
    evaluation: {execution: 按方案进行, plan-usability: 可行, command: 顺畅, personnel: 到位, equipment: 适用, suggestions: 无}
  - id: 第二次现场处置演练
    plans: [company]
    unit: 某公司
    form: single
    held: 2012-10-10
    evaluation: {execution: 按方案进行, plan-usability: 可行, command: 顺畅, personnel: 到位, equipment: 适用, suggestions: 无}
""",
}


@rule(
    "L305",
    severity=Severity.WARNING,
    bad={
        **_FOLDER,
        "data/units.yaml": _FOLDER["data/units.yaml"].replace("name: 某公司\n", "name: 某公司  # <- L305\n"),
        "data/drills/2012.yaml": _FOLDER["data/drills/2012.yaml"].replace("2012-04-10", "2012-08-10"),
    },
    good=_FOLDER,
)
def unit_drill_overdue(repository: Repository) -> Iterator[Found]:
    """A unit that keeps plans drills as often as the law asks of units of its kind.

    The drills of its plans count, and those that it holds itself; where the law is about some hazards or structures of plans, only
    drills of such plans. Periods count that began when the law and a plan of the unit were in force, have ended, and are not
    long past. All that a unit has missed is one finding.

    ## Why

    In a works the shifts change faster than the plan; only those who drilled know their part.

    ## Source

    生产安全事故应急条例 第八条; 生产安全事故应急预案管理办法; 机关、团体、企业、事业单位消防安全管理规定 第四十条; 高层民用建筑消防安全管理规定 第四十四条; local law

    ## Not caught

    Units without a plan in force, which is C201. Kinds of subject that the data do not know, such as key units for fire. Evacuation drills
    of schools, which is M301.
    """
    drills = [drill for drill in repository.of(Drill) if drill.model.held and drill.model.held <= repository.as_of]
    owned = _by_owner(repository)
    for name, plans in owned.items():
        unit = repository.unit_by_name.get(name)
        ids = [plan.id for plan in plans]
        if unit and not repository.may_hide("drills", *repository.known_as(name), *ids):
            yield from _of_unit(unit, plans, drills, repository)


def _by_owner(repository: Repository) -> dict[str, Plans]:
    found: dict[str, Plans] = {}
    for plan in repository.plans_in_force:
        owner = repository.canonical(plan.model.owner)
        found[owner] = (*found.get(owner, ()), plan)
    return found


def _of_unit(
    unit: Placed[Unit], plans: Plans, drills: Iterable[Placed[Drill]], repository: Repository
) -> Iterator[Found]:
    lacking: list[tuple[Requirement, tuple[Period, ...]]] = []
    for row in repository.on.requiring("unit-drill", unit.model.kind):
        counted = tuple(plan for plan in plans if _counts(row, plan)) if row.every and row.subjects else ()
        if counted:
            since = min(map(_first_issue, counted))
            periods = missed(row, _done(unit, counted, drills, row, repository), repository.on)
            late = tuple(period for period in periods if period.first >= since)
            lacking += [(row, late)] if late else []
    if lacking:
        rows = tuple(row for row, _ in lacking)
        periods = tuple(sorted({period for _, late in lacking for period in late}))
        yield Found(
            unit.at("name"),
            say(
                "{unit} held too few drills in {periods}: hold them, or write down those that were held",
                unit=unit.id,
                periods=summed_up(periods),
            ),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )


def _counts(row: Requirement, plan: Placed[Plan]) -> bool:
    about = not row.hazards or not set(row.hazards).isdisjoint(plan.model.hazards)
    return about and (not row.includes or structure_of(plan.model) in row.includes)


def _first_issue(plan: Placed[Plan]) -> date:
    edition = plan.model.edition
    return min(day for day in (edition.issued, *(past.issued for past in edition.history)) if day)


def _done(
    unit: Placed[Unit], counted: Plans, drills: Iterable[Placed[Drill]], row: Requirement, repository: Repository
) -> Iterator[Doing]:
    ids = {plan.id for plan in counted}
    is_any = not row.hazards and not row.includes
    for drill in drills:
        own = is_any and repository.canonical(drill.model.unit) == unit.id
        if drill.model.held and (own or not ids.isdisjoint(drill.model.plans)):
            yield Doing(drill.model.held, 1.0)

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.obligations import binding, next_due, spoken
from eplan.repository import Repository
from eplan.rule import Found, rule

_FOLDER = {
    "data/plans/unit/company.yaml": """\
title: 某公司生产安全事故现场处置方案
kind: unit
structure: on-site
category: accident
hazards: [workplace-accident]
owner: 某公司
edition:
  version: "1"
  approved: {date: 2009-10-20, by: 某公司, signed-by: 某公司负责人}
  issued: 2009-11-01  # <- L303
  filed: {date: 2009-11-10, with: 区安监局}
management: {drill-every: 6mo, evaluate-every: 5y}
""",
    "data/units.yaml": """\
units:
  - name: 某公司
    kind: enterprise
    contacts: [{post: 某公司负责人}]
""",
}


@rule(
    "L303",
    severity=Severity.WARNING,
    bad=_FOLDER,
    good={name: text.replace("2009-1", "2012-1").replace("  # <- L303", "") for name, text in _FOLDER.items()},
)
def revision_overdue(repository: Repository) -> Iterator[Found]:
    """A plan is revised as often as the law in force says.

    The interval runs from the issue of the edition in the file.

    ## Why

    Some laws do not leave it to an evaluation whether a plan grows old.

    ## Source

    生产安全事故应急预案管理办法 (安监总局令17号, 2009-05-01 to 2016-06-30, from knowledge)：每三年至少修订一次; local law such as 重庆市突发事件应对条例

    ## Not caught

    Revisions that an event, a drill or a new law makes necessary earlier. Withdrawn plans and drafts.
    """
    for plan in repository.plans_in_force:
        issued, today = plan.model.edition.issued, plan.on.as_of
        if not issued:
            continue
        asked = (row for row in binding(plan, repository, "plan-revision", today) if row.every)
        broken = [
            (next_due(row.every, issued), row) for row in asked if row.every and next_due(row.every, issued) < today
        ]
        if broken:
            due, sharpest = min(broken, key=lambda pair: pair[0])
            yield Found(
                plan.at("edition", "issued"),
                say(
                    "this edition is of {issued}; a revision was due by {due} ({every}): revise the plan",
                    issued=issued,
                    due=due,
                    every=spoken(sharpest.every or ""),
                ),
                basis=tuple(row for _, row in broken),
                severity=heaviest((row for _, row in broken), Severity.WARNING),
            )

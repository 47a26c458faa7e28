from collections.abc import Iterator

from eplan.digest import digest_of
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.obligations import binding
from eplan.repository import Repository
from eplan.rule import Found, rule

_UNITS = """\
units:
  - {name: 区文化局, kind: department, contacts: [{post: 区文化局局长}]}
"""
_PLAN = """\
title: 灯会活动应急预案
kind: event
owner: 区文化局
edition:
  approved: {date: 2012-12-20, by: 区文化局, signed-by: 区文化局局长, digest: {substance: e1ff522d172fd79b, whole: 5b3edd64060794d0}}
command:
  commander: 区文化局局长
  duties: {区文化局: 现场疏导}
"""


@rule(
    "L401",
    severity=Severity.WARNING,
    bad={
        "data/plans/event/fair.yaml": _PLAN.replace("现场疏导", "现场疏导和急救").replace("}}\n", "}}  # <- L401\n"),
        "data/units.yaml": _UNITS,
    },
    good={"data/plans/event/fair.yaml": _PLAN, "data/units.yaml": _UNITS},
)
def changed_since_approval(repository: Repository) -> Iterator[Found]:
    """What stands in the file is what was approved.

    `eplan approve` writes two fingerprints: of the substance (command, grades, warning, reporting, response, actions) and of
    the whole plan. Where the substance differs, a new approval is needed; where only other words differ, it is a hint.
    `eplan diff --since-approval` shows the changes. Notes, accepted findings and the edition itself do not count.

    ## Why

    An approval is for a text; who changes the text afterwards takes the signature along.

    ## Source

    国办发〔2024〕5号 第三十六条 (from knowledge)：修订涉及组织指挥体系与职责、应急处置程序、主要处置措施、突发事件分级标准等重要内容的，按程序重新组织; practice before

    ## Not caught

    Plans whose approval carries no fingerprints. Withdrawn plans.
    """
    for plan in repository.standing_plans:
        edition = plan.model.edition
        approved = edition.approved.digest if edition.approved else None
        if approved is None:
            continue
        now = digest_of(plan.document.data)
        place = plan.at("edition", "approved", "digest")
        if now.substance != approved.substance:
            rows = binding(plan, repository, "revision-approval", plan.on.as_of)
            message = say(
                "the substance of the plan was changed after its approval: have it approved again, or undo the changes"
            )
            yield Found(place, message, basis=rows, severity=heaviest(rows, Severity.WARNING))
        elif now.whole != approved.whole:
            message = say(
                "the wording was changed after the approval, not the substance: mention it at the next approval"
            )
            yield Found(place, message, severity=Severity.INFO)

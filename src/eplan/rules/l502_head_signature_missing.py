from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.obligations import binding
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule

_UNITS = """\
units:
  - name: 北街社区
    kind: community
    contacts: [{post: 北街社区主任}, {post: 北街社区网格员}]
  - name: 东街社区
    kind: community
    contacts: [{post: 东街社区主任}]
"""
_PLAN = """\
title: 北街社区应急预案
kind: village
owner: 北街社区
edition:
  approved: {date: 2012-11-20, by: 北街社区, signed-by: 北街社区主任}
  issued: 2012-11-21
risks: 边坡、消防通道
command: {commander: 北街社区主任, duties: {北街社区: 组织转移}}
"""


@rule(
    "L502",
    severity=Severity.INFO,
    bad={
        "data/plans/village/north.yaml": _PLAN.replace(
            "signed-by: 北街社区主任}", "signed-by: 东街社区主任}  # <- L502"
        ),
        "data/units.yaml": _UNITS,
    },
    good={"data/plans/village/north.yaml": _PLAN, "data/units.yaml": _UNITS},
)
def head_signature_missing(repository: Repository) -> Iterator[Found]:
    """The plan of a unit, a village or a community is signed by its head.

    `approved.signed-by` names a post of the owner.

    ## Why

    Only the head can commit the people and the money of a unit.

    ## Source

    国办发〔2024〕5号 第二十五条：单位和基层组织应急预案须经主要负责人签发; 生产安全事故应急预案管理办法 (令88号) 第二十四条; practice before

    ## Not caught

    Whether the post that signed is the highest of the owner. Plans without any approval (L103) or with an unknown owner (R101),
    drafts, withdrawn plans.
    """
    for plan in repository.plans_in_force:
        edition, today = plan.model.edition, plan.on.as_of
        is_asked = plan.model.kind in ("unit", "village") and edition.approved
        if not is_asked or repository.is_unsure((plan.model.owner,)):
            continue
        message = _complaint(plan, repository)
        if message:
            rows = binding(plan, repository, "head-signature", edition.issued or today)
            yield Found(
                plan.at("edition", "approved", "signed-by"),
                message,
                basis=rows,
                severity=heaviest(rows, Severity.INFO),
            )


def _complaint(plan: Placed[Plan], repository: Repository) -> Message | None:
    approved = plan.model.edition.approved
    signed = approved.signed_by if approved else None
    owner = repository.canonical(plan.model.owner)
    if signed is None:
        return say("the head of {owner} did not sign: name the post in `signed-by`", owner=owner)
    if signed in repository.post_by_name and repository.unit_behind(signed) != owner:
        return say("{post}, who signed, does not belong to {owner}: have its head sign", post=signed, owner=owner)
    return None

from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.resources import Team
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "M102",
    severity=Severity.WARNING,
    bad={
        "data/teams.yaml": """\
teams:
  - id: 半专业扑火队
    name: 半专业扑火队
    kind: part-time
    unit: 银江镇
    members: 35
    trained: [2012-12-04]
    insured-until: 2012-10-31  # <- M102
  - id: 森林消防专业队  # <- M102
    name: 森林消防专业队
    kind: professional
    unit: 银江镇
    members: 20
    trained: [2012-12-04]
""",
        "data/units.yaml": "units:\n  - {name: 银江镇, kind: township}\n",
    },
    good={
        "data/teams.yaml": """\
teams:
  - id: 半专业扑火队
    name: 半专业扑火队
    kind: part-time
    unit: 银江镇
    members: 35
    trained: [2012-12-04]
    insured-until: 2013-10-31
""",
        "data/units.yaml": "units:\n  - {name: 银江镇, kind: township}\n",
    },
)
def team_uninsured(team: Placed[Team]) -> Iterator[Found]:
    """The members of every team are insured against accidents.

    A lapsed insurance is a finding for every team. That none is named at all is one for those teams which the law in
    force wants insured: from 2007-11-01 professional ones, from 2024-11-01 all that were set up.

    ## Why

    Who is sent into a fire and hurt there must not have to ask afterwards who pays.

    ## Source

    突发事件应对法 (2007) 第二十七条、(2024) 第四十条：为专业应急救援人员（应急救援人员）购买人身意外伤害保险

    ## Not caught

    How much the insurance covers. Teams of experts, who are not sent out.
    """
    until = team.model.insured_until
    rows = team.on.requiring("team-insurance", team.model.kind) if team.model.kind != "expert" else ()
    if until is None and rows:
        yield Found(
            team.at(),
            say(
                "no accident insurance is named for {team}: insure its members and write the last day "
                "(`insured-until`)",
                team=team.id,
            ),
            basis=rows,
        )
    elif until is not None and until < team.on.as_of:
        yield Found(
            team.at("insured-until"),
            say(
                "the accident insurance of {team} ended on {until}: renew it before the team is sent out",
                team=team.id,
                until=until,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )

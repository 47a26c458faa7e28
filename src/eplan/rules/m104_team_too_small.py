from collections.abc import Iterator
from datetime import date

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.resources import Team
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "M104",
    severity=Severity.WARNING,
    bad={
        "data/teams.yaml": """\
teams:
  - id: 湖光社区微型消防站
    name: 湖光社区微型消防站
    kind: micro-fire-station
    unit: 湖光社区
    members: 4  # <- M104
    trained: [2016-09-18]
    insured-until: 2017-06-30
""",
        "data/units.yaml": "units:\n  - {name: 湖光社区, kind: community}\n",
    },
    good={
        "data/teams.yaml": """\
teams:
  - id: 湖光社区微型消防站
    name: 湖光社区微型消防站
    kind: micro-fire-station
    unit: 湖光社区
    members: 6
    trained: [2016-09-18]
    insured-until: 2017-06-30
""",
        "data/units.yaml": "units:\n  - {name: 湖光社区, kind: community}\n",
    },
    as_of=date(2016, 12, 31),
)
def team_too_small(team: Placed[Team]) -> Iterator[Found]:
    """A team has at least as many members as its kind must have.

    A micro fire station has a leader and five members. Other numbers are asked where a requirement on `team-headcount`
    sets them (also one in `eplan.yaml`).

    ## Why

    Three on each shift, day and night, cannot be done by four.

    ## Source

    公消〔2015〕301号 微型消防站建设标准 (unverified): 站长1人，队员不少于5人

    ## Not caught

    Teams that do not say how many they are.
    """
    members = team.model.members
    if members is None:
        return
    asked = team.on.requiring("team-headcount", team.model.kind)
    rows = tuple(row for row in asked if row.at_least and row.at_least.amount > members)
    if rows:
        yield Found(
            team.at("members"),
            say(
                "{team} has {members} members, but needs at least {least}: fill it up",
                team=team.id,
                members=members,
                least=max((row.at_least for row in rows if row.at_least), key=lambda least: least.amount),
            ),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )

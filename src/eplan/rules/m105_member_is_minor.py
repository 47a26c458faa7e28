from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.quantities import Duration
from eplan.models.resources import Team
from eplan.repository import Placed
from eplan.rule import Found, rule

_OF_AGE = Duration(18, "y")


@rule(
    "M105",
    severity=Severity.WARNING,
    bad={
        "data/teams.yaml": """\
teams:
  - id: 湖光社区应急志愿队
    name: 湖光社区应急志愿队
    kind: volunteer
    unit: 湖光社区
    members: 26
    youngest-born: 1996-04-03  # <- M105
    trained: [2012-11-07]
    insured-until: 2013-05-31
""",
        "data/units.yaml": "units:\n  - {name: 湖光社区, kind: community}\n",
    },
    good={
        "data/teams.yaml": """\
teams:
  - id: 湖光社区应急志愿队
    name: 湖光社区应急志愿队
    kind: volunteer
    unit: 湖光社区
    members: 26
    youngest-born: 1991-04-03
    trained: [2012-11-07]
    insured-until: 2013-05-31
""",
        "data/units.yaml": "units:\n  - {name: 湖光社区, kind: community}\n",
    },
)
def member_is_minor(team: Placed[Team]) -> Iterator[Found]:
    """The youngest member of a team is of age.

    For teams of volunteers the law says so; for others it is practice.

    ## Why

    Pupils who help are brave, and are children.

    ## Source

    突发事件应对法 (2007) 第二十六条、(2024) 第三十九条：由成年志愿者组成应急救援队伍
    """
    born = team.model.youngest_born
    if born is None or born <= _OF_AGE.before(team.on.as_of):
        return
    rows = team.on.requiring("volunteer-age", team.model.kind)
    yield Found(
        team.at("youngest-born"),
        say(
            "the youngest member of {team} was born on {born} and is not yet 18: send nobody out who is under age",
            team=team.id,
            born=born,
        ),
        basis=rows,
        severity=heaviest(rows, Severity.WARNING),
    )

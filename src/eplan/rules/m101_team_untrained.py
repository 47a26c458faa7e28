from collections.abc import Iterator
from datetime import date

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.practice import Activity
from eplan.models.quantities import Duration
from eplan.models.resources import Team
from eplan.repository import Repository
from eplan.rhythm import lateness
from eplan.rule import Found, rule

_USUAL = Duration(1, "y")


@rule(
    "M101",
    severity=Severity.WARNING,
    bad={
        "data/teams.yaml": """\
teams:
  - id: 心理援助志愿队
    name: 心理援助志愿队
    kind: volunteer
    unit: 团区委
    members: 22
    trained: [2011-09-24]  # <- M101
    insured-until: 2013-03-31
  - id: 应急通信保障队  # <- M101
    name: 应急通信保障队
    unit: 团区委
    members: 18
    insured-until: 2013-12-31
""",
        "data/units.yaml": "units:\n  - {name: 团区委, kind: mass-organisation}\n",
    },
    good={
        "data/teams.yaml": """\
teams:
  - id: 心理援助志愿队
    name: 心理援助志愿队
    kind: volunteer
    unit: 团区委
    members: 22
    trained: [2011-09-24]
    insured-until: 2013-03-31
""",
        "data/activities.yaml": """\
activities:
  - {id: 集中培训, kind: training, unit: 团区委, date: 2012-09-15, hours: 8, team: 心理援助志愿队}
""",
        "data/units.yaml": "units:\n  - {name: 团区委, kind: mass-organisation}\n",
    },
)
def team_untrained(repository: Repository) -> Iterator[Found]:
    """Every team is trained once a year.

    A date under `trained` counts, and so does an activity of the kind `training` for the team. A shorter interval
    holds where a requirement on `team-training` sets one (also one in `eplan.yaml`).

    ## Why

    A team that has not met since last year is a list of names.

    ## Source

    生产安全事故应急条例 第十一条、森林防火条例 第二十一条：定期训练 (no interval); once a year: practice

    ## Not caught

    Teams that only drilled: a drill shows what training has taught. Teams of experts.
    """
    trained = _training_days(repository)
    for team in repository.of(Team):
        if team.model.kind == "expert" or repository.may_hide("activities", team.id):
            continue
        days = [day for day in (*team.model.trained, *trained.get(team.id, ())) if day <= repository.as_of]
        if not days:
            yield Found(
                team.at("trained"), say("{team} has never been trained: train it and write the date", team=team.id)
            )
            continue
        rows = [row for row in team.on.requiring("team-training", team.model.kind) if row.every and not row.hazards]
        late = lateness(rows, _USUAL, max(days), repository.as_of)
        if late:
            yield Found(
                team.at("trained"),
                say(
                    "{team} was last trained on {last}: train it again (due {due})",
                    team=team.id,
                    last=max(days),
                    due=late.due,
                ),
                basis=late.rows,
                severity=heaviest(late.rows, Severity.WARNING),
            )


def _training_days(repository: Repository) -> dict[str, list[date]]:
    """The days on which teams were trained, by the log of activities."""
    days: dict[str, list[date]] = {}
    for activity in repository.of(Activity):
        if activity.model.team and activity.model.kind == "training":
            days.setdefault(activity.model.team, []).append(activity.model.date)
    return days

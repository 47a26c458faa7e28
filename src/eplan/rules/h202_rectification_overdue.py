from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.repository import Placed
from eplan.rule import Found, rule

_HAZARD = """\
hazards:
  - id: 通道1
    kind: fire-passage
    place: 东方红楼院
    unit: 北街街道
    level: 4
    registered: 2012-06-01
    assessed: 2012-06-20
    inspected: [2012-11-20]
    no-plan-needed: 街道总体预案已包括
    rectifications:
      - found: 2012-06-01
        measure: 拆除棚屋，划定禁停线
        owner: 北街街道
        due: 2012-11-30  # <- H202
"""
_UNITS = """\
units:
  - {name: 北街街道, kind: street}
"""


@rule(
    "H202",
    severity=Severity.WARNING,
    bad={"data/hazards.yaml": _HAZARD, "data/units.yaml": _UNITS},
    good={
        "data/hazards.yaml": _HAZARD.replace(
            "        due: 2012-11-30  # <- H202\n", "        due: 2012-11-30\n        extended: 2013-01-31\n"
        ),
        "data/units.yaml": _UNITS,
    },
)
def rectification_overdue(hazard: Placed[Hazard]) -> Iterator[Found]:
    """A rectification is closed by its deadline.

    The new deadline counts where it was postponed. Every overdue rectification is its own finding.

    ## Why

    A known hazard that was not removed in time is the first thing an inquiry asks about.

    ## Source

    practice; 隐患排查整改责任制

    ## Not caught

    Postponements without a reason, and rectifications that were closed late. Closed without a re-inspection: H203.
    """
    today = hazard.on.as_of
    for index, item in enumerate(hazard.model.rectifications):
        deadline = item.deadline
        if item.found > today or deadline is None or deadline >= today or (item.closed and item.closed <= today):
            continue
        yield Found(
            hazard.at("rectifications", index, "extended" if item.extended else "due"),
            say(
                "hazard {id} ({place}): '{measure}' is overdue by {days} days (due {due}); {owner} "
                "answers for it: finish it, or write the new deadline (`extended`)",
                id=hazard.model.id,
                place=hazard.model.place,
                measure=item.measure or say("the rectification"),
                days=(today - deadline).days,
                due=deadline,
                owner=item.owner or hazard.model.unit,
            ),
        )

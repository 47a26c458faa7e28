from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.repository import Placed
from eplan.rule import Found, rule

_BANDS = ((75, 1), (50, 2), (25, 3), (0, 4))
"""Practice: from this score on, this level."""
_HAZARD = """\
hazards:
  - id: 滑坡1
    kind: geological-disaster
    place: 北街后山
    unit: 北街街道
    level: 3
    score: 42
    registered: 2012-06-01
    assessed: 2012-06-20
    inspected: [2012-11-20]
    no-plan-needed: 街道总体预案已包括
"""
_UNITS = """\
units:
  - {name: 北街街道, kind: street}
"""


@rule(
    "H301",
    severity=Severity.INFO,
    bad={"data/hazards.yaml": _HAZARD.replace("score: 42", "score: 80  # <- H301"), "data/units.yaml": _UNITS},
    good={"data/hazards.yaml": _HAZARD, "data/units.yaml": _UNITS},
)
def level_and_score_disagree(hazard: Placed[Hazard]) -> Iterator[Found]:
    """The level of a hazard is what its score says.

    The bands are practice: a score of 75 and more is level 1, 50 and more level 2, 25 and more level 3, less is level 4.
    A district with other bands disables this rule.

    ## Why

    One of the two decides who watches the hazard, and they were not changed together.

    ## Source

    practice; the quarters of the scale 0 to 100

    ## Not caught

    Hazards without a level or without a score.
    """
    level, score = hazard.model.level, hazard.model.score
    if level is None or score is None:
        return
    by_score = next(found for bound, found in _BANDS if score >= bound)
    if level != by_score:
        yield Found(
            hazard.at("score"),
            say(
                "hazard {id} ({place}): score {score} means level {by_score}, but level {level} is written: correct one of them",
                id=hazard.model.id,
                place=hazard.model.place,
                score=f"{score:g}",
                by_score=by_score,
                level=level,
            ),
        )
